import type { CheckedReport } from '../shared/check/checked-report.ts'
import type { CellId } from '../shared/form/edition.ts'
import { unplacedIds } from '../shared/report/cell-state.ts'
import type { Cell, ReadingDoubt, Report } from '../shared/report/report.ts'

/** What a file of the corpus truly shows. */
export interface Truth {
  readonly edition: string
  readonly cells: ReadonlyMap<CellId, TrueCell>
  /** Cells that the file lost on its way, so that nobody can read them from it. */
  readonly lost: ReadonlySet<CellId>
  readonly isClean: boolean
}

export interface TrueCell {
  readonly raw: string
  readonly value: number | null
}

/** How a cell was read. `wrong` is silently so: without doubt and yet not what stands there. */
export type Outcome = 'right' | 'uncertain' | 'missing' | 'wrong'

/** One cell that was given a place, for the calibration. */
export interface ScoredCell {
  readonly score: number
  readonly isRight: boolean
}

export interface Judgement {
  readonly outcomes: ReadonlyMap<CellId, Outcome>
  /** Each a line for a person: what was read in place of what. */
  readonly wrong: readonly string[]
  readonly scored: readonly ScoredCell[]
  /** Findings on a clean report: those that must be corrected, those that a person must judge, readings in doubt. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** Holds a reading against the truth, cell by cell. */
export function judge(truth: Truth, { report, findings }: CheckedReport): Judgement {
  const unplaced = unplacedIds(report)
  const outcomes = new Map<CellId, Outcome>()
  const wrong: string[] = []
  for (const id of idsOf(truth, report)) {
    const cell = report.cells.get(id)
    const outcome = outcomeOf(truth, id, cell, unplaced.has(id))
    outcomes.set(id, outcome)
    if (outcome === 'wrong') wrong.push(`${id}: ${shown(cell?.raw)} for ${shownTruth(truth, id)}`)
  }
  const alarms = truth.isClean ? findings.filter(({ rule }) => rule !== 'cell-uncertain') : []
  const isHonest = (rule: string, cells: readonly CellId[]): boolean =>
    truth.lost.size > 0 && SAYS_MISSING.has(rule) && cells.every((id) => truth.lost.has(id))
  const said = alarms
    .filter(({ rule, cells }) => !isHonest(rule, cells))
    .map(({ severity, rule, message }) => ({ severity, text: `${rule}: ${message}` }))
  const ofSeverity = (severity: string): readonly string[] =>
    said.filter((alarm) => alarm.severity === severity).map(({ text }) => text)
  return {
    outcomes,
    wrong,
    scored: scoredCells(truth, report),
    errors: ofSeverity('error'),
    warnings: ofSeverity('warning'),
  }
}

const SAYS_MISSING: ReadonlySet<string> = new Set(['cell-missing', 'table-missing'])

/** Cells of the truth, and cells that the reading has beside them: those are wrong, wherever they come from. */
const idsOf = (truth: Truth, report: Report): ReadonlySet<CellId> =>
  new Set([...truth.cells.keys(), ...report.cells.keys()])

function outcomeOf(truth: Truth, id: CellId, cell: Cell | undefined, isUnplaced: boolean): Outcome {
  if (cell === undefined) {
    // Nobody can do better with a cell that is not there than to say so.
    if (truth.lost.has(id)) return 'right'
    return isUnplaced ? 'uncertain' : 'missing'
  }
  if (cell.doubt !== null) return truth.lost.has(id) ? 'right' : 'uncertain'
  return isRight(truth, id, cell) ? 'right' : 'wrong'
}

function isRight(truth: Truth, id: CellId, cell: Cell): boolean {
  const expected = truth.cells.get(id)
  return (
    expected !== undefined &&
    !truth.lost.has(id) &&
    cell.raw === expected.raw.trim() &&
    (cell.kind === 'number' ? cell.value : null) === expected.value
  )
}

/** What the evidence is about is the place of a cell; where its text itself is in doubt, that says nothing of it. */
const scoredCells = (truth: Truth, report: Report): readonly ScoredCell[] =>
  [...report.cells].flatMap(([id, cell]) =>
    cell.evidence === undefined || (cell.doubt !== null && !PLACE_DOUBTS.has(cell.doubt))
      ? []
      : [{ score: cell.evidence.score, isRight: isRight(truth, id, cell) }],
  )

const PLACE_DOUBTS: ReadonlySet<ReadingDoubt> = new Set([
  'row-label',
  'column-label',
  'row-length',
  'two-places',
])

const shown = (raw: string | undefined): string => JSON.stringify(raw ?? null)

const shownTruth = (truth: Truth, id: CellId): string =>
  truth.lost.has(id) ? 'a cell that was lost' : shown(truth.cells.get(id)?.raw)

/** A file that was not read: nothing is found, and nothing is wrong. */
export const judgeUnread = (truth: Truth): Judgement => ({
  outcomes: new Map([...truth.cells.keys()].map((id) => [id, 'missing'])),
  wrong: [],
  scored: [],
  errors: truth.isClean ? ['not read'] : [],
  warnings: [],
})
