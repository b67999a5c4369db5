import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { countFindings, formFor } from '../../../shared/desk/check-reading.ts'
import { commandWords, type UndoStack } from '../../../shared/desk/undo.ts'
import type { ReportView } from '../../../shared/ipc/contract.ts'
import { markOpened } from '../../db/reports.ts'
import {
  listNamesakes,
  listVersions,
  type Namesake,
  type Review,
  readReview,
  readVersionDifference,
  readView,
  type VersionDifference,
} from '../../db/review.ts'
import type { VersionId, VersionRow } from '../../db/rows.ts'
import type { Store } from '../../db/store.ts'
import { readUndoStack } from '../../db/undo.ts'
import { useDesk } from '../../desk-context.ts'
import { problemsFirst } from './finding-order.ts'
import type { ReviewReport, ReviewVersion } from './review-report.ts'

/** One version of a report, kept up to date; `number` null for the newest. */
export function useReview(
  reportId: number,
  number: number | null,
): ReviewReport | 'loading' | 'absent' {
  const { store } = useDesk()
  const wanted = `${reportId} ${number ?? ''}`
  const loaded = useLiveQuery(
    async () => ({ wanted, found: await load(store, reportId, number) }),
    [store, reportId, number],
  )
  const found = loaded?.wanted === wanted ? loaded.found : undefined
  const view = useView(found === undefined || found === 'absent' ? null : found.review.version.id)
  const review = useMemo(
    () =>
      found === undefined || found === 'absent' || view === null || view === 'absent'
        ? null
        : toReviewReport(found, view),
    [found, view],
  )
  useEffect(() => {
    // A failure here says nothing to a person: the report only stays "not looked at".
    void markOpened(store, reportId)
  }, [store, reportId])
  // While the view of a newer version is read, the version before stays on the screen.
  const last = useRef<{ readonly wanted: string; readonly review: ReviewReport } | null>(null)
  useEffect(() => {
    if (review !== null) last.current = { wanted, review }
  }, [wanted, review])
  if (found === 'absent' || view === 'absent') return 'absent'
  if (review !== null) return review
  return last.current?.wanted === wanted ? last.current.review : 'loading'
}

interface Loaded {
  readonly review: Review
  readonly versions: readonly VersionRow[]
  readonly difference: VersionDifference | null
  readonly namesakes: readonly Namesake[]
  readonly stack: UndoStack
}

async function load(
  store: Store,
  reportId: number,
  number: number | null,
): Promise<Loaded | 'absent'> {
  const versions = await listVersions(store, reportId)
  const named = versions.find((version) => version.number === number)
  if (number !== null && named === undefined) return 'absent'
  const review = await readReview(store, reportId, named?.id)
  if (review === 'absent') return 'absent'
  const difference =
    review.version.number === 1 ? 'absent' : await readVersionDifference(store, review.version.id)
  return {
    review,
    versions,
    difference: difference === 'absent' ? null : difference,
    namesakes: await listNamesakes(store, review.row),
    stack: await readUndoStack(store, reportId),
  }
}

function toReviewReport(
  { review, versions, difference, namesakes, stack }: Loaded,
  view: ReportView,
): ReviewReport {
  const { row, version, findings } = review
  const undone = stack.undone.at(-1)
  const done = stack.done.at(-1)
  return {
    id: row.id,
    unit: row.unit,
    year: row.year,
    title: row.title,
    version: toVersion(version),
    versions: versions.toReversed().map(toVersion),
    isCurrent: review.isCurrent,
    form: formFor(review.reading),
    report: review.report,
    handSet: review.handSet,
    view,
    findings: problemsFirst(findings),
    notChecked: review.notChecked,
    verdict: review.verdict,
    counts: countFindings(findings),
    decisions: review.decisions,
    difference:
      difference === null
        ? null
        : {
            before: toVersion(difference.before),
            findings: difference.findings,
            cells: difference.cells,
          },
    namesakes,
    undoable: done === undefined ? null : commandWords(done),
    redoable: undone === undefined ? null : commandWords(undone),
  }
}

const toVersion = ({
  id,
  sha256,
  number,
  fileName,
  folder,
  path,
  addedAt,
}: VersionRow): ReviewVersion => ({
  id,
  sha256,
  number,
  fileName,
  folder,
  path,
  addedAt,
})

/** The view of a version never changes, so it is read once. */
function useView(versionId: VersionId | null): ReportView | 'absent' | null {
  const { store } = useDesk()
  const [loaded, setLoaded] = useState<{
    readonly id: VersionId
    readonly view: ReportView | 'absent'
  }>()
  useEffect(() => {
    if (versionId === null) return
    let isOver = false
    void readView(store, versionId).then((view) => isOver || setLoaded({ id: versionId, view }))
    return () => {
      isOver = true
    }
  }, [store, versionId])
  return loaded !== undefined && loaded.id === versionId ? loaded.view : null
}
