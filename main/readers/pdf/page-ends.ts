import { centreX, centreY } from './boxes.ts'
import type { FilledCell } from './fill-cells.ts'
import { goesOn } from './join-tables.ts'
import type { PageLines } from './page-lines.ts'
import type { PageTable } from './page-table.ts'
import { type TextLine, textOf } from './text-lines.ts'
import { withTornLabels } from './torn-labels.ts'

/** In ems: a line this near below a table may be what did not fit into its last cells. */
const BELOW = 1.6

/**
 * Settles what only the neighbouring page tells: whether a single framed text is part of a table, and whether
 * lines under a table's last border are the rest of a label that the page's end cut off.
 */
export function settlePageEnds(pages: readonly PageLines[]): readonly PageLines[] {
  const settled = pages.map((page, index) =>
    withoutLooseFrames(page, pages[index - 1], pages[index + 1]),
  )
  return withTornLabels(settled.map((page, index) => withOverflow(page, settled[index + 1])))
}

function withoutLooseFrames(
  page: PageLines,
  before: PageLines | undefined,
  after: PageLines | undefined,
): PageLines {
  const isPart = (table: PageTable): boolean => {
    const last = lastTable(before)
    const first = firstTable(after)
    return (
      (table === firstTable(page) && last !== undefined && goesOn(last, table)) ||
      (table === lastTable(page) && first !== undefined && goesOn(table, first))
    )
  }
  const loose = page.tables.filter((table) => table.isFragment && !isPart(table))
  if (loose.length === 0) return page
  return {
    ...page,
    tables: page.tables.filter((table) => !loose.includes(table)),
    lines: [...page.lines, ...loose.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))],
  }
}

/** The table that nothing but its page's end follows. */
function lastTable(page: PageLines | undefined): PageTable | undefined {
  const [last] = [...(page?.tables ?? [])].sort((a, b) => b.box.bottom - a.box.bottom)
  if (last === undefined || page === undefined) return undefined
  return page.lines.some(({ box }) => centreY(box) > last.box.bottom) ? undefined : last
}

function firstTable(page: PageLines | undefined): PageTable | undefined {
  const [first] = [...(page?.tables ?? [])].sort((a, b) => a.box.top - b.box.top)
  if (first === undefined || page === undefined) return undefined
  return page.lines.some(({ box }) => centreY(box) < first.box.top) ? undefined : first
}

/** Browsers let the text of a cell over several rows run out below the page's last border. */
function withOverflow(page: PageLines, after: PageLines | undefined): PageLines {
  const [last] = [...page.tables].sort((a, b) => b.box.bottom - a.box.bottom)
  const next = firstTable(after)
  if (last === undefined || next === undefined || !goesOn(last, next)) return page
  const below = page.lines.filter(({ box }) => centreY(box) > last.box.bottom)
  const owners = below.map((line) => ownerOf(line, last))
  if (below.length === 0 || owners.includes(undefined)) return page
  const cells = last.cells.map((cell) => {
    const lines = below.filter((_, index) => owners[index] === cell)
    return lines.length === 0 ? cell : withLines(cell, lines)
  })
  return {
    ...page,
    lines: page.lines.filter((line) => !below.includes(line)),
    tables: page.tables.map((table) => (table === last ? { ...last, cells } : table)),
  }
}

function ownerOf(line: TextLine, table: PageTable): FilledCell | undefined {
  return table.cells.find(({ row, rowSpan, box, lines }) => {
    const last = lines.at(-1)
    return (
      row + rowSpan === table.rowCount &&
      last !== undefined &&
      line.box.left >= box.left &&
      line.box.right <= box.right &&
      Math.abs(centreX(line.box) - centreX(last.box)) < widest(last, line) &&
      line.box.top - box.bottom < BELOW * line.size &&
      line.box.top - last.box.bottom < BELOW * line.size &&
      Math.abs(line.size - last.size) < 1
    )
  })
}

const widest = (a: TextLine, b: TextLine) =>
  Math.max(a.box.right - a.box.left, b.box.right - b.box.left)

function withLines(cell: FilledCell, more: readonly TextLine[]): FilledCell {
  const lines = [...cell.lines, ...more]
  return { ...cell, lines, text: textOf(lines), doubt: cell.doubt ?? 'crosses-border' }
}
