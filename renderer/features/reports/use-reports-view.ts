import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import {
  type FilterOptions,
  filterReports,
  NO_FILTER,
  type ReportFilter,
  type SortOrder,
  sortReports,
} from '../../../shared/desk/filters.ts'
import type { ReportRow } from '../../db/rows.ts'
import { keepView, readKeptView } from './kept-view.ts'
import { reportName } from './report-name.ts'

/** What of the list is shown, in which order, and what is chosen in it. Filter and order outlive a reload. */
export interface ReportsView {
  readonly all: readonly ReportRow[]
  readonly shown: readonly ReportRow[]
  /** Names that several reports have, so that their files must tell them apart. */
  readonly namesakes: ReadonlySet<string>
  readonly options: FilterOptions
  readonly filter: ReportFilter
  readonly setFilter: (filter: ReportFilter) => void
  readonly order: SortOrder
  readonly setOrder: (order: SortOrder) => void
  readonly selected: ReadonlySet<number>
  readonly setSelected: (selected: ReadonlySet<number>) => void
}

/** Problems first: what must be corrected stands at the top of a fresh list. */
const FIRST_ORDER: SortOrder = { column: 'verdict', descending: false }

export function useReportsView(all: readonly ReportRow[]): ReportsView {
  const [kept] = useState(() => readKeptView(sessionStorage))
  const [filter, setFilter] = useState<ReportFilter>(kept?.filter ?? NO_FILTER)
  const [order, setOrder] = useState<SortOrder>(kept?.order ?? FIRST_ORDER)
  useEffect(() => keepView(sessionStorage, { filter, order }), [filter, order])
  const [chosen, setSelected] = useState<ReadonlySet<number>>(new Set())
  // Typing comes first; the list follows as soon as it can.
  const applied = useDeferredValue(filter)
  const sorted = useMemo(() => sortReports(all, order), [all, order])
  const { reports: shown, options } = useMemo(
    () => filterReports(sorted, applied),
    [sorted, applied],
  )
  const namesakes = useMemo(() => namesOfSeveral(all), [all])
  // What is not seen is not acted upon.
  const selected = useMemo(
    () => new Set(shown.flatMap(({ id }) => (chosen.has(id) ? [id] : []))),
    [shown, chosen],
  )
  return useMemo(
    () => ({
      all,
      shown,
      namesakes,
      options,
      filter,
      setFilter,
      order,
      setOrder,
      selected,
      setSelected,
    }),
    [all, shown, namesakes, options, filter, order, selected],
  )
}

function namesOfSeveral(reports: readonly ReportRow[]): ReadonlySet<string> {
  const names = new Set<string>()
  return new Set(
    reports.map(reportName).filter((name) => {
      const isKnown = names.has(name)
      names.add(name)
      return isKnown
    }),
  )
}

/** The next report after that one in the list, or the one before, with findings that wait for a person; goes round. */
export function neighbourWithProblems(
  shown: readonly ReportRow[],
  id: number,
  step: 1 | -1,
): ReportRow | null {
  const at = shown.findIndex((report) => report.id === id)
  for (let distance = 1; distance <= shown.length; distance++) {
    const index = (Math.max(0, at) + step * distance + shown.length * 2) % shown.length
    const report = shown[index]
    if (report !== undefined && report.id !== id && report.open > 0) return report
  }
  return null
}
