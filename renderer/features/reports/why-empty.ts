import {
  filterReports,
  isFiltering,
  type ListedReport,
  NO_FILTER,
  type ReportFilter,
} from '../../../shared/desk/filters.ts'

export type FilterPart = keyof ReportFilter

/** A part of the filter without which something would be shown. */
export interface Obstacle {
  readonly part: FilterPart
  /** How many reports would be shown without it. */
  readonly wouldShow: number
}

const PARTS: readonly FilterPart[] = ['query', 'years', 'verdicts', 'states', 'rules']

/**
 * Which single part of the filter keeps everything away, the most helpful to clear first. Empty where only clearing
 * several of them helps.
 */
export function whyEmpty<R extends ListedReport>(
  reports: readonly R[],
  filter: ReportFilter,
): readonly Obstacle[] {
  return PARTS.flatMap((part): readonly Obstacle[] => {
    if (!isPartActive(filter, part)) return []
    const wouldShow = filterReports(reports, without(filter, part)).reports.length
    return wouldShow === 0 ? [] : [{ part, wouldShow }]
  }).toSorted((one, other) => other.wouldShow - one.wouldShow)
}

/** The filter without one of its parts. */
export const without = (filter: ReportFilter, part: FilterPart): ReportFilter => ({
  ...filter,
  [part]: NO_FILTER[part],
})

/** Whether that part alone would hide anything at all. */
export const isPartActive = (filter: ReportFilter, part: FilterPart): boolean =>
  isFiltering({ ...NO_FILTER, [part]: filter[part] })
