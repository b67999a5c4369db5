import type { Place, SourceDocument } from '../document/source-document.ts'

/** A line of the document that could be a heading, a title or a signature. */
export interface Line {
  readonly text: string
  /** The text with its automatic numbering in front. */
  readonly label: string
  /** Index of the block it comes from. */
  readonly block: number
  /** Whether it is the only text of a table's row: some offices put headings into the table. */
  readonly isTableRow: boolean
  readonly level: number
  readonly at: readonly Place[]
}

/** Every line of the document with text in it, in reading order; table rows with several texts left out. */
export function linesOf(document: SourceDocument): readonly Line[] {
  return document.blocks.flatMap((block, index): Line[] => {
    if (block.kind === 'paragraph') {
      return block.text.trim() === ''
        ? []
        : [
            {
              text: block.text,
              label: `${block.numbering}${block.text}`,
              block: index,
              isTableRow: false,
              level: block.level,
              at: block.at,
            },
          ]
    }
    const filled = block.cells.filter((cell) => cell.text.trim() !== '')
    const perRow = new Map<number, number>()
    for (const cell of filled) perRow.set(cell.row, (perRow.get(cell.row) ?? 0) + 1)
    return filled
      .filter((cell) => perRow.get(cell.row) === 1)
      .map((cell) => ({
        text: cell.text,
        label: `${cell.numbering}${cell.text}`,
        block: index,
        isTableRow: true,
        level: 0,
        at: cell.at,
      }))
  })
}
