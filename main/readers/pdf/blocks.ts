import type {
  Block,
  Box,
  PagePlace,
  Paragraph,
  Table,
  TableCell,
} from '../../../shared/document/source-document.ts'
import { goesOn, joinParts, type TableParts } from './join-tables.ts'
import type { JoinedCell } from './joined-table.ts'
import { hasUnknown } from './known-characters.ts'
import type { PageLines } from './page-lines.ts'
import type { PageTable } from './page-table.ts'
import { measureOf, type PagedLine, paragraphsOf } from './paragraphs.ts'

/** In points: two decimals are finer than any screen. */
const FINENESS = 100

type ToShown = (page: number, box: Box) => Box

/** Paragraphs and tables from the top of the first page to the foot of the last. */
export function blocksOf(pages: readonly PageLines[]): readonly Block[] {
  const turns = new Map(pages.map((page) => [page.page, page.toShown]))
  const toShown: ToShown = (page, box) => turns.get(page)?.(box) ?? box
  const measure = measureOf(
    pages.flatMap(({ page, lines }) =>
      lines.filter(({ segments }) => segments.length === 1).map((line) => ({ page, line })),
    ),
  )
  return flowOf(pages).flatMap((piece): readonly Block[] => {
    if (piece.kind === 'table') return [toTable(piece.parts, toShown)]
    return paragraphsOf(piece.lines, measure).map(
      ({ text, places }): Paragraph => ({
        kind: 'paragraph',
        text,
        numbering: '',
        level: 0,
        at: places.map(({ page, box }) => placeOf(page, box, toShown)),
      }),
    )
  })
}

type Piece =
  | { readonly kind: 'table'; parts: TableParts }
  | { readonly kind: 'lines'; readonly lines: PagedLine[] }

/** What stands on the pages one after another: runs of lines, and tables with what continues them. */
function flowOf(pages: readonly PageLines[]): readonly Piece[] {
  const flow: Piece[] = []
  for (const page of pages) {
    for (const item of itemsOf(page)) {
      const last = flow.at(-1)
      if (item.kind === 'line') {
        if (last?.kind === 'lines') last.lines.push(item.line)
        else flow.push({ kind: 'lines', lines: [item.line] })
      } else if (last?.kind === 'table' && goesOn(last.parts.at(-1) ?? last.parts[0], item.table)) {
        last.parts = [...last.parts, item.table]
      } else flow.push({ kind: 'table', parts: [item.table] })
    }
  }
  return flow
}

type Item =
  | { readonly kind: 'table'; readonly table: PageTable }
  | { readonly kind: 'line'; readonly line: PagedLine }

function itemsOf({ page, tables, lines }: PageLines): readonly Item[] {
  const items: readonly (Item & { readonly box: Box })[] = [
    ...tables.map((table) => ({ kind: 'table' as const, table, box: table.box })),
    ...lines.map((line) => ({ kind: 'line' as const, line: { page, line }, box: line.box })),
  ]
  return [...items].sort((a, b) => a.box.top - b.box.top)
}

function toTable(parts: TableParts, toShown: ToShown): Table {
  const { rowCount, columnCount, cells } = joinParts(parts)
  return {
    kind: 'table',
    geometry: 'grid',
    rowCount,
    columnCount,
    cells: cells.map((cell) => toTableCell(cell, toShown)),
  }
}

function toTableCell(cell: JoinedCell, toShown: ToShown): TableCell {
  const { row, column, rowSpan, columnSpan, text } = cell
  const doubt = cell.doubt ?? (hasUnknown(text) ? ('hidden-text' as const) : undefined)
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    text,
    numbering: '',
    at: cell.pages.map((part) => placeOf(part.page, part.cell.box, toShown)),
    ...(doubt && { doubt }),
  }
}

function placeOf(page: number, box: Box, toShown: ToShown): PagePlace {
  const { left, top, right, bottom } = toShown(page, box)
  return {
    kind: 'page',
    page,
    box: { left: fine(left), top: fine(top), right: fine(right), bottom: fine(bottom) },
  }
}

const fine = (value: number) => Math.round(value * FINENESS) / FINENESS
