import { findCell } from '../form/cell-id.ts'
import { cellsIn, TABLE_IDS } from '../form/cell-order.ts'
import type { CellId, Edition, Measure, TableId } from '../form/edition.ts'
import { findEdition } from '../form/editions.ts'
import type { PlainReport } from '../ipc/contract.ts'
import type { Cell, TableReading, UnplacedCells } from '../report/report.ts'
import { failure, type Result, success } from '../result.ts'
import { readContent } from '../text/number.ts'

/** The texts that a person set, by cell: what stands in the document by that person's eyes. */
export type HandTexts = ReadonlyMap<CellId, string>

/** Both texts of a cell that was set by hand, for the screen. */
export interface HandSetCell {
  readonly raw: string
  /** What the program read there; null where it had not located the cell. */
  readonly read: string | null
}

export type HandSet = ReadonlyMap<CellId, HandSetCell>

/**
 * The report with the texts set by hand in place of what was read: no doubt left in those cells, places kept. A cell
 * that was not located is now. Texts for cells that the form does not have are left out. Rules must run again on it.
 */
export function applyCorrections(report: PlainReport, texts: HandTexts): PlainReport {
  const form = findEdition(report.edition)
  if (texts.size === 0 || form === undefined) return report
  const cells = new Map(report.cells)
  const placed = new Set<CellId>()
  for (const [id, text] of texts) {
    const measure = findCell(form, id)?.measure
    if (measure === undefined) continue
    cells.set(id, toCell(text, measure, cells.get(id)?.at ?? placesOf(id, report.unplaced)))
    placed.add(id)
  }
  return {
    ...report,
    cells: [...cells],
    unplaced: withoutPlaced(report.unplaced, placed),
    tables: withCompleteTables(report.tables, cells, form),
  }
}

/** What the screen shows of the cells that were set by hand; `report` is the reading without them. */
export function handSetOf(report: PlainReport, texts: HandTexts): HandSet {
  const read = new Map(report.cells)
  return new Map(
    [...texts].map(([id, raw]): [CellId, HandSetCell] => [
      id,
      { raw, read: read.get(id)?.raw ?? null },
    ]),
  )
}

/** Why a text cannot be taken as what stands in a cell. */
export type HandTextProblem =
  /** White space or a leading zero between digits: one number or two. */
  | 'two-numbers'
  /** A unit other than the column's, so that the value would be wrong by a factor. */
  | 'other-unit'
  /** More digits than can be read exactly. */
  | 'inexact'
  | 'too-long'

/** One sentence for the person at the keyboard. */
export const HAND_TEXT_ADVICE = {
  'two-numbers': '分不清是一个数还是两个数，请只输入这一格里的数。',
  'other-unit': '单位与这一列的不同，请按这一列的单位输入数字。',
  inexact: '位数太多，无法准确读成一个数，请核对。',
  'too-long': '内容太长，请只输入这一格里的数。',
} as const satisfies Record<HandTextProblem, string>

/** In characters; what stands in a number cell is short. */
const LONGEST_TEXT = 60

/** The text to set, trimmed; blanks, marks and words may stand in a document too and are taken as they are. */
export function readHandText(
  text: string,
  measure: Measure,
): Result<string, { readonly code: HandTextProblem }> {
  const raw = text.trim()
  if ([...raw].length > LONGEST_TEXT) return failure({ code: 'too-long' })
  const content = readContent(raw, measure)
  if (content.kind === 'text' && content.reason === 'inexact') return failure({ code: 'inexact' })
  if (content.kind !== 'number' || content.doubt === null) return success(raw)
  return failure({ code: content.doubt === 'other-unit' ? 'other-unit' : 'two-numbers' })
}

/**
 * The texts that still hold for another reading of the report: the program reads the cell, sees there exactly what it
 * saw before, and doubts it as before. Where it saw nothing, the person must look again.
 */
export function carryCorrections(
  texts: HandTexts,
  before: PlainReport,
  after: PlainReport,
): HandTexts {
  const [old, current] = [new Map(before.cells), new Map(after.cells)]
  return new Map(
    [...texts].filter(([id]) => {
      const [was, is] = [old.get(id), current.get(id)]
      return was !== undefined && is !== undefined && was.raw === is.raw && was.doubt === is.doubt
    }),
  )
}

function toCell(text: string, measure: Measure, at: Cell['at']): Cell {
  const raw = text.trim()
  const content = readContent(raw, measure)
  // The person has looked: whatever the reader doubted is settled.
  return { ...content, raw, at, doubt: null }
}

const placesOf = (id: CellId, unplaced: readonly UnplacedCells[]): Cell['at'] =>
  unplaced.find(({ cells }) => cells.includes(id))?.at ?? []

const withoutPlaced = (
  unplaced: readonly UnplacedCells[],
  placed: ReadonlySet<CellId>,
): readonly UnplacedCells[] =>
  unplaced.flatMap((group) => {
    const cells = group.cells.filter((id) => !placed.has(id))
    return cells.length === 0
      ? []
      : [cells.length === group.cells.length ? group : { ...group, cells }]
  })

/** A table whose every cell was typed in is there, though the reader had not found it. */
function withCompleteTables(
  tables: PlainReport['tables'],
  cells: ReadonlyMap<CellId, Cell>,
  form: Edition,
): PlainReport['tables'] {
  const complete = (id: TableId): TableReading =>
    tables[id].status === 'missing' && cellsIn(form, id).every((cell) => cells.has(cell.id))
      ? { ...tables[id], status: 'read' }
      : tables[id]
  return TABLE_IDS.every((id) => complete(id) === tables[id])
    ? tables
    : { t2: complete('t2'), t3: complete('t3'), t4: complete('t4') }
}
