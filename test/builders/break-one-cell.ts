import { cellsOfEdition, findCell } from '../../shared/form/cell-id.ts'
import type { CellId, MatrixTable } from '../../shared/form/edition.ts'
import type { CellTruth, GroundTruth } from './ground-truth.ts'
import { formOf, withCells } from './ground-truth.ts'

/** One mistake in one cell of a report that had none. */
export type Mistake =
  | { readonly kind: 'wrong-number'; readonly by: number }
  /** Empty or one of the marks that clerks put for nothing. */
  | { readonly kind: 'blank'; readonly mark: string }
  /** Words, a negative count or a fraction. */
  | { readonly kind: 'not-a-number'; readonly text: string }

/** A finding as far as a test names it; cells sorted. */
export interface ExpectedFinding {
  readonly rule: string
  readonly cells: readonly CellId[]
}

/** A report with one mistake, and what exactly must be found. */
export interface BrokenReport {
  readonly truth: GroundTruth
  readonly cell: CellId
  readonly mistake: Mistake
  readonly findings: readonly ExpectedFinding[]
}

/**
 * Puts the mistake into a cell (by index, taken modulo the cells where it is one) and works out from the form alone
 * which relations it breaks: the rules have no part in it.
 */
export function breakOneCell(truth: GroundTruth, index: number, mistake: Mistake): BrokenReport {
  const candidates = cellsThatCanHold(truth, mistake)
  const cell = candidates[index % candidates.length]
  if (cell === undefined) throw new Error('no cell can hold this mistake')
  const changed = changedCell(truth, cell, mistake)
  return {
    truth: withCells(truth, new Map([[cell, changed]])),
    cell,
    mistake,
    findings: [...ownFinding(cell, mistake), ...consequences(truth, cell, mistake)],
  }
}

function cellsThatCanHold(truth: GroundTruth, mistake: Mistake): readonly CellId[] {
  return cellsOfEdition(formOf(truth))
    .filter(({ table, measure }) => {
      // Table 2 has no relation that a wrong number would break.
      if (mistake.kind === 'wrong-number') return table !== 't2'
      // Money may have decimals, and a change may be negative.
      return mistake.kind === 'blank' || measure === 'count'
    })
    .map(({ id }) => id)
}

function changedCell(truth: GroundTruth, cell: CellId, mistake: Mistake): CellTruth {
  switch (mistake.kind) {
    case 'wrong-number': {
      const right = numberAt(truth, cell)
      // A count does not become negative, which would be another mistake.
      const value = right + mistake.by < 0 ? right - mistake.by : right + mistake.by
      return { raw: String(value), value }
    }
    case 'blank':
      return { raw: mistake.mark, value: null }
    case 'not-a-number':
      return {
        raw: mistake.text,
        value: Number.isNaN(Number(mistake.text)) ? null : Number(mistake.text),
      }
  }
}

const numberAt = (truth: GroundTruth, cell: CellId): number => truth.cells.get(cell)?.value ?? 0

function ownFinding(cell: CellId, mistake: Mistake): readonly ExpectedFinding[] {
  switch (mistake.kind) {
    case 'wrong-number':
      return []
    case 'blank':
      return [{ rule: 'cell-blank', cells: [cell] }]
    case 'not-a-number':
      return [{ rule: 'cell-not-a-number', cells: [cell] }]
  }
}

/** The relations that fail although the report was right before. */
function consequences(
  truth: GroundTruth,
  cell: CellId,
  mistake: Mistake,
): readonly ExpectedFinding[] {
  // A cell without a usable number takes its relations out of the check, and no sentence can contradict it.
  if (mistake.kind === 'not-a-number') return []
  const relations = relationsOf(truth, cell)
  if (mistake.kind === 'blank') {
    // A blank addend counts as zero; a relation whose own result is blank is not reported.
    if (numberAt(truth, cell) === 0) return []
    // A row total beside numbers of its row is surely not zero, so that no sum can count it as such.
    if (cell.startsWith('t3.') && cell.endsWith('.total')) return []
    return relations.filter(({ result }) => result !== cell).map(toFinding)
  }
  return [...relations.map(toFinding), ...contradictions(truth, cell)]
}

interface Relation {
  readonly rule: string
  readonly cells: readonly CellId[]
  readonly result: CellId
}

const toFinding = ({ rule, cells }: Relation): ExpectedFinding => ({
  rule,
  cells: [...cells].sort(),
})

function relationsOf(truth: GroundTruth, cell: CellId): readonly Relation[] {
  const form = formOf(truth)
  const place = findCell(form, cell)
  if (place === undefined || place.table === 't2') return []
  if (place.table === 't4') return [groupTotal(place.rowId)]
  return matrixRelations(form.tables.t3, place.rowId, place.columnId)
}

const groupTotal = (group: string): Relation => ({
  rule: 't4-total',
  cells: ['upheld', 'corrected', 'otherResult', 'pending', 'total'].map(
    (part): CellId => `t4.${group}.${part}`,
  ),
  result: `t4.${group}.total`,
})

const APPLICANTS = ['natural', 'company', 'research', 'charity', 'legal', 'other']
const OUTSIDE_THE_SUM = ['new', 'carriedIn', 'carriedOut', 'handled']

function matrixRelations(table: MatrixTable, row: string, column: string): readonly Relation[] {
  const inColumn = (rows: readonly string[]): readonly CellId[] =>
    rows.map((id): CellId => `t3.${id}.${column}`)
  const handled: CellId = `t3.handled.${column}`
  const leaves = table.rows.map(({ id }) => id).filter((id) => !OUTSIDE_THE_SUM.includes(id))
  const balance: Relation = {
    rule: 't3-balance',
    cells: inColumn(OUTSIDE_THE_SUM),
    result: handled,
  }
  const handledSum: Relation = {
    rule: 't3-handled-sum',
    cells: inColumn([...leaves, 'handled']),
    result: handled,
  }
  const rowTotal: Relation = {
    rule: 't3-row-total',
    cells: [...APPLICANTS, 'total'].map((id): CellId => `t3.${row}.${id}`),
    result: `t3.${row}.total`,
  }
  if (row === 'handled') return [balance, handledSum, rowTotal]
  return [OUTSIDE_THE_SUM.includes(row) ? balance : handledSum, rowTotal]
}

/** The sentences that named the old number. */
const contradictions = (truth: GroundTruth, cell: CellId): readonly ExpectedFinding[] =>
  truth.claims
    .filter(({ cells }) => cells.includes(cell))
    .map(({ cells }) => ({ rule: 'narrative-mismatch', cells: [...cells].sort() }))
