import { cellsOfEdition } from '../form/cell-id.ts'
import type { CellId } from '../form/edition.ts'
import { findEdition } from '../form/editions.ts'
import type { Report } from '../report/report.ts'
import { formFor } from './check-reading.ts'
import { anchorsOf, type FindingKey, isDecidable, type KeyedFinding } from './finding-key.ts'
import { isSettled } from './settled.ts'

/** What became of the findings from one version to the next. What was not checked is no part of it. */
export interface FindingsDifference {
  /** Put right: nothing in the later version is about the same thing, and it could be checked. */
  readonly gone: readonly KeyedFinding[]
  /** Not found any more, but only because what it was about can no longer be checked. */
  readonly unchecked: readonly KeyedFinding[]
  readonly added: readonly KeyedFinding[]
  /** The same finding with the same numbers, as the later version words it. */
  readonly same: readonly KeyedFinding[]
  /** Still found about the same thing, with other numbers or in other cells. */
  readonly changed: readonly ChangedFinding[]
}

export interface ChangedFinding {
  /** At least one. */
  readonly before: readonly KeyedFinding[]
  readonly after: KeyedFinding
}

/** The findings of a report, each with a key of its own, and the report that the rules saw. */
export interface FoundInReport {
  readonly findings: readonly KeyedFinding[]
  readonly report: Report
}

/** Compares the findings of two versions. Order: that of the versions. */
export function compareFindings(
  before: readonly KeyedFinding[],
  after: FoundInReport,
): FindingsDifference {
  const old = before.filter(({ finding }) => isDecidable(finding))
  const current = after.findings.filter(({ finding }) => isDecidable(finding))
  const oldKeys = new Set(old.map(({ key }) => key))
  const currentKeys = new Set(current.map(({ key }) => key))
  const left = old.filter(({ key }) => !currentKeys.has(key))
  const related = current
    .filter(({ key }) => !oldKeys.has(key))
    .map((one) => ({ after: one, before: left.filter((other) => isRelated(other, one)) }))
  const changed = related.filter((pair) => pair.before.length > 0)
  const continued = new Set<FindingKey>(
    changed.flatMap((pair) => pair.before.map(({ key }) => key)),
  )
  const form = formFor(after.report)
  const vanished = left.filter(({ key }) => !continued.has(key))
  const settled = vanished.filter(({ finding }) => isSettled(finding, after.report, form))
  return {
    gone: settled,
    unchecked: vanished.filter((one) => !settled.includes(one)),
    added: related.flatMap((pair) => (pair.before.length === 0 ? [pair.after] : [])),
    same: current.filter(({ key }) => oldKeys.has(key)),
    changed,
  }
}

/** How many findings went each way, for a line in a list. */
export interface DifferenceCounts {
  readonly gone: number
  readonly unchecked: number
  readonly added: number
  readonly same: number
  readonly changed: number
}

export const countDifference = (difference: FindingsDifference): DifferenceCounts => ({
  gone: difference.gone.length,
  unchecked: difference.unchecked.length,
  added: difference.added.length,
  same: difference.same.length,
  changed: difference.changed.length,
})

/** A cell that does not show the same text in both versions; null where it was not located. */
export interface CellDifference {
  readonly id: CellId
  readonly before: string | null
  readonly after: string | null
}

type CellSource = Pick<Report, 'cells' | 'edition'>

/** The cells whose texts differ, in the order of the later version's form, then those only the earlier one has. */
export function compareCells(before: CellSource, after: CellSource): readonly CellDifference[] {
  const ids = new Set([...idsOf(after), ...idsOf(before), ...before.cells.keys()])
  return [...ids].flatMap((id) => {
    const old = before.cells.get(id)?.raw ?? null
    const current = after.cells.get(id)?.raw ?? null
    return old === current ? [] : [{ id, before: old, after: current }]
  })
}

const idsOf = ({ edition, cells }: CellSource): readonly CellId[] => {
  const form = findEdition(edition)
  return form === undefined ? [...cells.keys()] : cellsOfEdition(form).map(({ id }) => id)
}

function isRelated(left: KeyedFinding, right: KeyedFinding): boolean {
  if (left.finding.rule !== right.finding.rule) return false
  const [old, current] = [anchorsOf(left.finding), anchorsOf(right.finding)]
  if (old.size === 0 && current.size === 0) return true
  return [...old].some((anchor) => current.has(anchor))
}
