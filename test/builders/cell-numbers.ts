import { cellsOfEdition, toCellId } from '../../shared/form/cell-id.ts'
import type { CellId, MatrixTable, Measure, TableId } from '../../shared/form/edition.ts'
import { findEdition } from '../../shared/form/editions.ts'
import type { CellTruth, EditionName } from './ground-truth.ts'

/** What is drawn for a report; every draw, however odd, gives numbers that keep all relations. */
export interface NumberDraw {
  /** Applications decided: row and applicant column by index (taken modulo), and how many. */
  readonly decided: readonly DecidedDraw[]
  /** Applications left for next year, by applicant column. */
  readonly waiting: readonly number[]
  /** Of those, or of the decided ones, how many at most came from last year. */
  readonly inherited: readonly number[]
  /** Reviews and suits by result: three groups of four. */
  readonly disputes: readonly number[]
  /** For table 2, whatever its columns are. */
  readonly files: readonly number[]
  readonly writing: NumberWriting
}

export interface DecidedDraw {
  readonly row: number
  readonly column: number
  readonly count: number
}

/** How the report writes its numbers. */
export type NumberWriting = 'plain' | 'full-width' | 'grouped' | 'with-unit'

/** The text and value of every cell of the edition. */
export function cellNumbers(
  edition: EditionName,
  draw: NumberDraw,
): ReadonlyMap<CellId, CellTruth> {
  const form = findEdition(edition)
  if (form === undefined) throw new Error(`no edition ${edition}`)
  const numbers = edition === '2019' ? files2019(draw.files) : files2021(draw.files)
  for (const [id, value] of applications(form.tables.t3, draw)) numbers.set(id, whole(value))
  for (const [id, value] of disputes(draw.disputes)) numbers.set(id, whole(value))
  return new Map(
    cellsOfEdition(form).map(({ id, measure }) => [
      id,
      written(numbers.get(id) ?? '0', measure, draw.writing),
    ]),
  )
}

/** A number as decimal digits, perhaps with a sign to be printed. */
type Decimal = string

const whole = (value: number): Decimal => String(value)

const written = (decimal: Decimal, measure: Measure, writing: NumberWriting): CellTruth => ({
  raw: dressed(decimal, measure, writing),
  value: Number(decimal),
})

const UNITS = { count: '件', change: '', 'money-10k': '万元', money: '元' } as const

function dressed(decimal: Decimal, measure: Measure, writing: NumberWriting): string {
  switch (writing) {
    case 'plain':
      return decimal
    case 'full-width':
      return decimal.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'grouped': {
      const [integer = '', fraction] = decimal.split('.')
      const grouped = integer.replace(/\B(?=(?:\d{3})+$)/g, ',')
      return fraction === undefined ? grouped : `${grouped}.${fraction}`
    }
    case 'with-unit':
      return `${decimal}${UNITS[measure]}`
  }
}

/** Table 3: what came in equals what was decided plus what waits, column by column. */
function applications(table: MatrixTable, draw: NumberDraw): ReadonlyMap<CellId, number> {
  const { sums } = table
  const applicants = sums.totalParts
  const grid = new Map<CellId, number>()
  const add = (row: string, column: string, count: number): void => {
    for (const target of [column, sums.total]) {
      const id = toCellId('t3', row, target)
      grid.set(id, (grid.get(id) ?? 0) + count)
    }
  }
  for (const row of table.rows) for (const column of applicants) add(row.id, column, 0)
  for (const { row, column, count } of draw.decided) {
    const leaf = sums.handledParts[row % sums.handledParts.length] ?? 'granted'
    const applicant = applicants[column % applicants.length] ?? 'natural'
    add(leaf, applicant, count)
    add('handled', applicant, count)
  }
  applicants.forEach((column, index) => {
    const waiting = draw.waiting[index] ?? 0
    add('carriedOut', column, waiting)
    const all = (grid.get(toCellId('t3', 'handled', column)) ?? 0) + waiting
    const inherited = Math.min(draw.inherited[index] ?? 0, all)
    add('carriedIn', column, inherited)
    add('new', column, all - inherited)
  })
  return grid
}

const DISPUTE_GROUPS = ['review', 'direct', 'afterReview']
const DISPUTE_RESULTS = ['upheld', 'corrected', 'otherResult', 'pending']

function disputes(draws: readonly number[]): ReadonlyMap<CellId, number> {
  const grid = new Map<CellId, number>()
  DISPUTE_GROUPS.forEach((group, groupIndex) => {
    let total = 0
    DISPUTE_RESULTS.forEach((result, index) => {
      const count = draws[groupIndex * DISPUTE_RESULTS.length + index] ?? 0
      grid.set(toCellId('t4', group, result), count)
      total += count
    })
    grid.set(toCellId('t4', group, 'total'), total)
  })
  return grid
}

/** Table 2 as a township fills it: no 规章 of its own, and no more new files than stand on the books. */
function files2021(draws: readonly number[]): Map<CellId, Decimal> {
  const at = (index: number): number => draws[index] ?? 0
  const issued = at(0) % 9
  const repealed = at(1) % 5
  return new Map<CellId, Decimal>([
    ...zeros('t2', 'rule', ['issued', 'repealed', 'effective']),
    ['t2.normative.issued', whole(issued)],
    ['t2.normative.repealed', whole(repealed)],
    ['t2.normative.effective', whole(issued + (at(2) % 30))],
    ['t2.license.decisions', whole(at(3))],
    ['t2.penalty.decisions', whole(at(4))],
    ['t2.coercion.decisions', whole(at(5))],
    ['t2.fee.amount', money(at(6) % 9_000, at(7) % 5)],
  ])
}

function files2019(draws: readonly number[]): Map<CellId, Decimal> {
  const at = (index: number): number => draws[index] ?? 0
  const made = at(0) % 9
  const items = (row: string, first: number): readonly (readonly [CellId, Decimal])[] => [
    [`t2.${row}.previous`, whole(at(first))],
    [`t2.${row}.change`, change(at(first + 1), at(first))],
  ]
  return new Map<CellId, Decimal>([
    ...zeros('t2', 'rule', ['made', 'disclosed', 'total']),
    ['t2.normative.made', whole(made)],
    ['t2.normative.disclosed', whole(made)],
    ['t2.normative.total', whole(made + (at(1) % 30))],
    ...items('license', 2),
    ['t2.license.decisions', whole(at(4))],
    ...items('otherService', 5),
    ['t2.otherService.decisions', whole(at(7))],
    ...items('penalty', 8),
    ['t2.penalty.decisions', whole(at(10))],
    ...items('coercion', 11),
    ['t2.coercion.decisions', whole(at(13))],
    ...items('fee', 14),
    ['t2.procurement.count', whole(at(16) % 40)],
    ['t2.procurement.amount', money(at(17), at(18) % 4)],
  ])
}

const zeros = (
  table: TableId,
  row: string,
  columns: readonly string[],
): readonly (readonly [CellId, Decimal])[] =>
  columns.map((column) => [toCellId(table, row, column), '0'])

/** A signed change that leaves no negative stock: every third draw falls, the others rise or stay. */
function change(draw: number, previous: number): Decimal {
  const size = draw % 200
  if (draw % 3 === 0) return size > 0 && previous > 0 ? `-${Math.min(size, previous)}` : '0'
  return draw % 3 === 1 ? `+${size}` : whole(size)
}

/** `draw` in units of the last decimal place, without trailing zeros that a clerk would not print. */
function money(draw: number, places: number): Decimal {
  const digits = String(draw).padStart(places + 1, '0')
  const cut = digits.length - places
  const fraction = digits.slice(cut).replace(/0+$/, '')
  return fraction === '' ? digits.slice(0, cut) : `${digits.slice(0, cut)}.${fraction}`
}
