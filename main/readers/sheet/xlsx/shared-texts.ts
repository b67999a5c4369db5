import { childOf, childrenNamed, type XmlElement } from '../../ooxml/xml-tree.ts'
import { isMarkedFont } from './xlsx-fonts.ts'

/** A text of the workbook. */
export interface SheetText {
  readonly text: string
  /** A part of it is struck out, raised or lowered: it stands beside a number without being a part of it. */
  readonly isMarked: boolean
}

/** The texts that cells refer to by number (`x:sst`). */
export function readSharedTexts(root: XmlElement | undefined): readonly SheetText[] {
  return childrenNamed(root, 'x:si').map(richText)
}

/** The text of an item: all of its runs, without the pronunciation that Excel keeps beside them (`x:rPh`). */
export function richText(item: XmlElement | undefined): SheetText {
  const pieces = (item?.children ?? []).map((child) => {
    if (child.name === 'x:t') return child.text
    return child.name === 'x:r'
      ? childrenNamed(child, 'x:t')
          .map((run) => run.text)
          .join('')
      : ''
  })
  return {
    text: unescaped(pieces.join('')),
    isMarked: childrenNamed(item, 'x:r').some(isMarkedRun),
  }
}

function isMarkedRun(run: XmlElement): boolean {
  const properties = childOf(run, 'x:rPr')
  return (
    isMarkedFont(properties) && childrenNamed(run, 'x:t').some(({ text }) => text.trim() !== '')
  )
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). Lines end in a line feed. */
export function unescaped(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
  return plain.replace(/\r\n?/g, '\n')
}
