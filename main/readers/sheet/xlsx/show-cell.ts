import { attributeOf, childOf, type XmlElement } from '../../ooxml/xml-tree.ts'
import type { Shown } from '../general-format.ts'
import { showNumber, showText } from '../number-format.ts'
import type { SheetCell } from '../workbook.ts'
import { richText, type SheetText, unescaped } from './shared-texts.ts'
import type { CellStyle } from './xlsx-styles.ts'

/** What a cell's text depends on beside its own element. */
export interface CellContext {
  readonly texts: readonly SheetText[]
  readonly styles: readonly CellStyle[]
  readonly startsIn1904: boolean
  /** Whether the sheet shows zeros as blank cells. */
  readonly hidesZeros: boolean
  /** Whether the sheet shows formulas in place of what they come to. */
  readonly showsFormulas: boolean
}

/** What a cell (`x:c`) shows; undefined where it refers to something that is not there, or holds no value of its type. */
export function showCell(
  cell: XmlElement,
  context: CellContext,
): Pick<SheetCell, 'text' | 'doubt' | 'isFramed'> | undefined {
  const style = styleOf(cell, context)
  const shown = style === undefined ? undefined : shownValue(cell, style, context)
  if (style === undefined || shown === undefined) return undefined
  const isFormula = context.showsFormulas && childOf(cell, 'x:f') !== undefined
  const isOdd = isFormula || (style.isMarked && shown.text.trim() !== '')
  const doubt = shown.isExact && !isOdd ? undefined : 'hidden-text'
  return { text: shown.text, doubt, isFramed: style.isFramed }
}

/** A workbook may have no styles at all; then the first one is plain, and there is no other. */
function styleOf(cell: XmlElement, { styles }: CellContext): CellStyle | undefined {
  const index = Number(attributeOf(cell, 's') ?? 0)
  return styles[index] ?? (index === 0 ? PLAIN : undefined)
}

const PLAIN: CellStyle = { format: 'General', isFramed: false, isMarked: false }
const NOTHING: Shown = { text: '', isExact: true }

function shownValue(cell: XmlElement, style: CellStyle, context: CellContext): Shown | undefined {
  const type = attributeOf(cell, 't') ?? 'n'
  if (type === 'inlineStr') return showRich(richText(childOf(cell, 'x:is')), style)
  const value = childOf(cell, 'x:v')?.text
  if (value === undefined || (value === '' && type !== 'str')) {
    // A formula whose result was never stored: what will be shown once it is reckoned, nobody knows.
    return childOf(cell, 'x:f') === undefined ? NOTHING : { text: '', isExact: false }
  }
  switch (type) {
    case 's':
      return sharedText(value, style, context)
    case 'str':
      return showText(unescaped(value), style.format)
    case 'n':
      return number(value, style, context)
    case 'b':
      return { text: value.trim() === '0' ? 'FALSE' : 'TRUE', isExact: true }
    case 'e':
      return { text: value, isExact: true }
    // ISO 8601, which the cell shows in a way of its own.
    case 'd':
      return { text: value, isExact: false }
    default:
      return undefined
  }
}

function sharedText(value: string, style: CellStyle, { texts }: CellContext): Shown | undefined {
  const text = /^\s*\d{1,9}\s*$/.test(value) ? texts[Number(value)] : undefined
  return text === undefined ? undefined : showRich(text, style)
}

function showRich({ text, isMarked }: SheetText, { format }: CellStyle): Shown {
  const shown = showText(text, format)
  return isMarked ? { ...shown, isExact: false } : shown
}

function number(
  value: string,
  { format }: CellStyle,
  { startsIn1904, hidesZeros }: CellContext,
): Shown | undefined {
  if (!/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d{1,3})?\s*$/i.test(value)) return undefined
  const stored = Number(value)
  if (hidesZeros && stored === 0) return { text: '', isExact: false }
  return showNumber(stored, format, startsIn1904)
}
