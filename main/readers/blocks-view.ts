import type { Block, Place, Table, TableCell } from '../../shared/document/source-document.ts'
import { escapeMarkup } from '../escape-markup.ts'

/**
 * A document as HTML for a person to look at: its paragraphs and tables and nothing else, every text escaped. Each
 * `element` place is the id of the element that shows its text. Where a table has no cell, an empty one without an id
 * keeps the columns in place.
 */
export function viewBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'table'
        ? tableView(block)
        : `<p${idOf(block.at)}>${linesView(block.numbering + block.text)}</p>`,
    )
    .join('')
}

function tableView({ cells, rowCount, columnCount }: Table): string {
  /** For each column the row after the last one that a cell above reaches. */
  const free = new Array<number>(columnCount).fill(0)
  const byRow = Map.groupBy(cells, ({ row }) => row)
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const here = (byRow.get(row) ?? []).toSorted((a, b) => a.column - b.column)
    return `<tr>${rowView(row, here, free)}</tr>`
  })
  return `<table><tbody>${rows.join('')}</tbody></table>`
}

function rowView(row: number, cells: readonly TableCell[], free: number[]): string {
  const shown: string[] = []
  let column = 0
  for (const cell of cells) {
    for (; column < cell.column; column++) if ((free[column] ?? 0) <= row) shown.push('<td></td>')
    shown.push(cellView(cell))
    column = cell.column + cell.columnSpan
    free.fill(row + cell.rowSpan, cell.column, column)
  }
  return shown.join('')
}

function cellView({ rowSpan, columnSpan, at, numbering, text }: TableCell): string {
  const down = rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''
  const across = columnSpan > 1 ? ` colspan="${columnSpan}"` : ''
  return `<td${idOf(at)}${across}${down}>${linesView(numbering + text)}</td>`
}

function idOf(at: readonly Place[]): string {
  const place = at.find(({ kind }) => kind === 'element')
  return place?.kind === 'element' ? ` id="${escapeMarkup(place.id)}"` : ''
}

const linesView = (text: string): string => escapeMarkup(text).replaceAll('\n', '<br>')
