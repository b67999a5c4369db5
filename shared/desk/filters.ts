import type { Verdict } from '../report/finding.ts'
import type { ReportState } from './report-identity.ts'
import { matchesSearch, type SearchText, toSearchQuery } from './report-search.ts'

/** What the list knows of a report; light, so that 10,000 fit in memory. */
export interface ListedReport {
  readonly id: number
  readonly unit: string | null
  readonly year: number | null
  readonly title: string | null
  readonly fileName: string
  readonly edition: string
  readonly verdict: Verdict
  readonly state: ReportState
  /** Findings of the current version. */
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** How many findings wait for a decision, and how many of them there are in all. */
  readonly open: number
  readonly total: number
  /** The rules that found something, each once, without `not-checked`. */
  readonly rules: readonly string[]
  /** How many versions there are. */
  readonly versions: number
  /** Milliseconds since 1970. */
  readonly addedAt: number
  readonly changedAt: number
  readonly search: SearchText
}

/** What the list shows. An empty set stands for "any". */
export interface ReportFilter {
  /** As typed. */
  readonly query: string
  /** null: reports whose year is not known. */
  readonly years: ReadonlySet<number | null>
  readonly verdicts: ReadonlySet<Verdict>
  readonly states: ReadonlySet<ReportState>
  /** Reports in which one of these rules found something. */
  readonly rules: ReadonlySet<string>
}

export const NO_FILTER: ReportFilter = {
  query: '',
  years: new Set(),
  verdicts: new Set(),
  states: new Set(),
  rules: new Set(),
}

export type SortColumn =
  | 'unit'
  | 'year'
  | 'edition'
  | 'verdict'
  | 'errors'
  | 'warnings'
  | 'state'
  | 'addedAt'
  | 'changedAt'

export interface SortOrder {
  readonly column: SortColumn
  readonly descending: boolean
}

export interface FilteredReports<R extends ListedReport> {
  readonly reports: readonly R[]
  readonly options: FilterOptions
}

/** For each option how many reports it would show beside all other filters, chosen options of its own kind apart. */
export interface FilterOptions {
  readonly years: ReadonlyMap<number | null, number>
  readonly verdicts: ReadonlyMap<Verdict, number>
  readonly states: ReadonlyMap<ReportState, number>
  readonly rules: ReadonlyMap<string, number>
}

/** The reports that the filter shows, in the order given, with the counts of every option. One pass. */
export function filterReports<R extends ListedReport>(
  reports: readonly R[],
  filter: ReportFilter,
): FilteredReports<R> {
  const query = toSearchQuery(filter.query)
  const shown: R[] = []
  const years = new Map<number | null, number>()
  const verdicts = new Map<Verdict, number>()
  const states = new Map<ReportState, number>()
  const rules = new Map<string, number>()
  for (const report of reports) {
    const failed = failedKinds(report, filter)
    // Two kinds of filter hide it: then it counts for no option. Searching costs most and so comes last.
    if (failed.length > 1 || !matchesSearch(query, report.search)) continue
    const [only] = failed
    if (only === undefined) shown.push(report)
    if (only === undefined || only === 'years') increase(years, report.year)
    if (only === undefined || only === 'verdicts') increase(verdicts, report.verdict)
    if (only === undefined || only === 'states') increase(states, report.state)
    if (only === undefined || only === 'rules')
      for (const rule of report.rules) increase(rules, rule)
  }
  return { reports: shown, options: { years, verdicts, states, rules } }
}

/** Whether anything but "all" is shown. */
export const isFiltering = (filter: ReportFilter): boolean =>
  toSearchQuery(filter.query).tokens.length > 0 ||
  FILTER_KINDS.some((kind) => filter[kind].size > 0)

/** The reports in order; equal ones by unit and year, then as they were added. Kept for one list and order. */
export function sortReports<R extends ListedReport>(
  reports: readonly R[],
  { column, descending }: SortOrder,
): readonly R[] {
  const sign = descending ? -1 : 1
  const compare = COMPARE[column]
  return reports.toSorted(
    (one, other) =>
      sign * compare(one, other) ||
      compareUnits(one, other) ||
      compareYears(one, other) ||
      one.id - other.id,
  )
}

type FilterKind = 'years' | 'verdicts' | 'states' | 'rules'

const FILTER_KINDS: readonly FilterKind[] = ['years', 'verdicts', 'states', 'rules']

const NONE: readonly FilterKind[] = []

function failedKinds(report: ListedReport, filter: ReportFilter): readonly FilterKind[] {
  const failed: FilterKind[] = []
  if (filter.years.size > 0 && !filter.years.has(report.year)) failed.push('years')
  if (filter.verdicts.size > 0 && !filter.verdicts.has(report.verdict)) failed.push('verdicts')
  if (filter.states.size > 0 && !filter.states.has(report.state)) failed.push('states')
  if (filter.rules.size > 0 && !report.rules.some((rule) => filter.rules.has(rule)))
    failed.push('rules')
  return failed.length === 0 ? NONE : failed
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

type Compare = (one: ListedReport, other: ListedReport) => number

/** Plain comparison of prepared texts: `Intl.Collator` would take 100 times as long over 10,000 reports. */
const compareUnits: Compare = (one, other) =>
  one.search.readings < other.search.readings
    ? -1
    : one.search.readings > other.search.readings
      ? 1
      : 0

const compareYears: Compare = (one, other) => (one.year ?? 0) - (other.year ?? 0)

const VERDICT_ORDER = { 'must-correct': 0, 'must-review': 1, clean: 2 } as const satisfies Record<
  Verdict,
  number
>
const STATE_ORDER = { new: 0, 'in-review': 1, done: 2 } as const satisfies Record<
  ReportState,
  number
>

const COMPARE: Readonly<Record<SortColumn, Compare>> = {
  unit: compareUnits,
  year: compareYears,
  edition: (one, other) => (one.edition < other.edition ? -1 : one.edition > other.edition ? 1 : 0),
  verdict: (one, other) => VERDICT_ORDER[one.verdict] - VERDICT_ORDER[other.verdict],
  errors: (one, other) => one.errors - other.errors,
  warnings: (one, other) => one.warnings - other.warnings,
  state: (one, other) => STATE_ORDER[one.state] - STATE_ORDER[other.state],
  addedAt: (one, other) => one.addedAt - other.addedAt,
  changedAt: (one, other) => one.changedAt - other.changedAt,
}
