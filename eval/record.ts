import { z } from 'zod'
import { percentRight, type Tally } from './tally.ts'

/** The best that was reached for a layout. */
export interface Figures {
  /** Percent of the cells. */
  readonly right: number
  readonly errors: number
  readonly warnings: number
}

/** Figures by layout. */
export type EvalRecord = Readonly<Record<string, Figures>>

export const EvalRecordSchema = z.record(
  z.string(),
  z.strictObject({ right: z.number(), errors: z.number(), warnings: z.number() }),
)

export const figuresOf = (tally: Tally): Figures => ({
  right: percentRight(tally),
  errors: tally.errors,
  warnings: tally.warnings,
})

/** In what the figures fall behind the record, one line each. Layouts that were not measured are passed over. */
export const setbacks = (record: EvalRecord, measured: EvalRecord): readonly string[] =>
  Object.entries(measured).flatMap(([layout, figures]) => {
    const best = record[layout]
    if (best === undefined) return []
    return [
      ...(figures.right < best.right
        ? [`${layout}: ${figures.right}% right, the record is ${best.right}%`]
        : []),
      ...(figures.errors > best.errors
        ? [`${layout}: ${figures.errors} false errors, the record is ${best.errors}`]
        : []),
      ...(figures.warnings > best.warnings
        ? [`${layout}: ${figures.warnings} false warnings, the record is ${best.warnings}`]
        : []),
    ]
  })

/** Layouts of the record that nobody measures any more: a renamed layout must not lose its record unseen. */
export const forgotten = (record: EvalRecord, known: ReadonlySet<string>): readonly string[] =>
  Object.keys(record)
    .filter((layout) => !known.has(layout))
    .map((layout) => `${layout}: in the record, but no layout of this name is left`)

/** The record with what was done better, and with new layouts; what was not measured is kept. */
export const raised = (record: EvalRecord, measured: EvalRecord): EvalRecord => {
  const all = { ...record }
  for (const [layout, figures] of Object.entries(measured)) {
    const best = record[layout] ?? figures
    all[layout] = {
      right: Math.max(best.right, figures.right),
      errors: Math.min(best.errors, figures.errors),
      warnings: Math.min(best.warnings, figures.warnings),
    }
  }
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
