import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { XmlElement } from '../ooxml/xml-tree.ts'

/**
 * A Word document as it looks once all tracked changes are accepted and hidden text is gone: what the model
 * is read from and what the view shows.
 */
export interface SettledDocument {
  readonly blocks: readonly SettledBlock[]
  /** Tracked insertions, deletions and moves. */
  readonly revisions: number
  readonly comments: number
  /** Stretches of text formatted as hidden that were left out. */
  readonly hiddenTexts: number
}

export type SettledBlock = SettledParagraph | SettledTable

export interface SettledParagraph {
  readonly kind: 'paragraph'
  readonly style: string | undefined
  readonly runs: readonly SettledRun[]
  /** `一、`; empty where there is none. */
  readonly numbering: string
  /** From 1 for headings; 0 for body text. */
  readonly level: number
}

export interface SettledRun {
  /** `w:rPr`. */
  readonly properties: XmlElement | undefined
  readonly text: string
  /** Ids of the relationships to the pictures in it. */
  readonly pictures: readonly string[]
}

export interface SettledTable {
  readonly kind: 'table'
  /** Widths of the columns in twentieths of a point, as the table announces them; not always true. */
  readonly gridWidths: readonly number[]
  readonly rows: readonly SettledRow[]
}

export interface SettledRow {
  /** Grid columns left free before the first cell and after the last. */
  readonly before: number
  readonly after: number
  /** Width of the free space before, in twentieths of a point; undefined where not given. */
  readonly widthBefore: number | undefined
  readonly cells: readonly SettledCell[]
}

export interface SettledCell {
  /** Grid columns it covers, at least 1. */
  readonly span: number
  /** In twentieths of a point; undefined where not given so. */
  readonly width: number | undefined
  /** `continue`: it belongs to the cell above. */
  readonly merge: 'none' | 'restart' | 'continue'
  readonly blocks: readonly SettledBlock[]
  readonly doubt: CellDoubt | undefined
}

/** The text of a paragraph, without its automatic number. */
export function paragraphText(paragraph: SettledParagraph): string {
  const [first, ...others] = paragraph.runs
  if (others.length === 0) return first?.text ?? ''
  return paragraph.runs.map((run) => run.text).join('')
}

/** The text of a cell: its paragraphs, each on a line of its own. Tables inside it are not part of it. */
export function cellText(cell: SettledCell): string {
  return cell.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [paragraphText(block)] : []))
    .join('\n')
}

/** Whether a person sees anything there; a table counts even where it is blank. */
export function showsText(blocks: readonly SettledBlock[]): boolean {
  return blocks.some((block) => block.kind === 'table' || paragraphText(block).trim() !== '')
}

/** The runs of all paragraphs, also of those in tables. */
export function runsIn(blocks: readonly SettledBlock[]): readonly SettledRun[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.runs
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => runsIn(cell.blocks))),
  )
}
