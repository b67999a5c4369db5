import { z } from 'zod'
import type { ReportFilter, SortColumn, SortOrder } from '../../../shared/desk/filters.ts'

/** What of the list outlives a reload of the window; a new start of the program begins with the whole list. */
export interface KeptView {
  readonly filter: ReportFilter
  readonly order: SortOrder
}

/** `sessionStorage`, or what stands in for it in a test. */
export type ViewStorage = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'nianbao-desk.list'

const COLUMNS = [
  'unit',
  'year',
  'edition',
  'verdict',
  'errors',
  'warnings',
  'state',
  'addedAt',
  'changedAt',
] as const satisfies readonly SortColumn[]

const setOf = <T extends z.ZodType>(item: T) => z.array(item).transform((items) => new Set(items))

const KEPT: z.ZodType<KeptView> = z.object({
  filter: z.object({
    query: z.string(),
    years: setOf(z.int().nullable()),
    verdicts: setOf(z.enum(['clean', 'must-correct', 'must-review'])),
    states: setOf(z.enum(['new', 'in-review', 'done'])),
    rules: setOf(z.string()),
  }),
  order: z.object({ column: z.enum(COLUMNS), descending: z.boolean() }),
})

/** What was kept; null where there is nothing, or what another version of the program kept cannot be understood. */
export function readKeptView(storage: ViewStorage): KeptView | null {
  try {
    const kept = KEPT.safeParse(JSON.parse(storage.getItem(KEY) ?? 'null'))
    return kept.success ? kept.data : null
  } catch {
    return null
  }
}

export function keepView(storage: ViewStorage, { filter, order }: KeptView): void {
  const { query, years, verdicts, states, rules } = filter
  const sets = {
    years: [...years],
    verdicts: [...verdicts],
    states: [...states],
    rules: [...rules],
  }
  try {
    storage.setItem(KEY, JSON.stringify({ filter: { query, ...sets }, order }))
  } catch {
    // Full or forbidden: then the list begins anew after a reload.
  }
}
