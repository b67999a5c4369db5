import fc from 'fast-check'
import type { NumberDraw } from './cell-numbers.ts'
import type { ReportDraw } from './drawn-report.ts'
import { reportFrom } from './drawn-report.ts'
import type { GroundTruth } from './ground-truth.ts'

/**
 * Any report without a mistake: both editions, quiet and busy townships, numbers written in each way that the
 * contract allows. It shrinks to a report of zeros.
 */
export const validReport = (): fc.Arbitrary<GroundTruth> => reportDraw().map(reportFrom)

const reportDraw = (): fc.Arbitrary<ReportDraw> =>
  fc.record({
    year: fc.integer({ min: 2019, max: 2025 }),
    county: fc.nat(30),
    town: fc.nat(30),
    naming: fc.nat(29),
    numbers: numberDraw(),
    prose: fc.array(fc.nat(11), { minLength: 12, maxLength: 12 }),
    signed: fc.boolean(),
  })

/** Counts are small as in townships, now and then large enough for a thousands mark. */
const count = (): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.nat(12) },
    { weight: 2, arbitrary: fc.nat(300) },
    { weight: 1, arbitrary: fc.nat(20_000) },
  )

const numberDraw = (): fc.Arbitrary<NumberDraw> =>
  fc.record({
    decided: fc.array(fc.record({ row: fc.nat(20), column: fc.nat(5), count: count() }), {
      maxLength: 12,
    }),
    waiting: perApplicant(),
    inherited: perApplicant(),
    disputes: fc.oneof(fc.constant([]), fc.array(fc.nat(6), { minLength: 12, maxLength: 12 })),
    files: fc.array(count(), { minLength: 20, maxLength: 20 }),
    writing: fc.oneof(
      { weight: 5, arbitrary: fc.constant('plain' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('full-width' as const, 'grouped' as const, 'with-unit' as const),
      },
    ),
  })

const perApplicant = (): fc.Arbitrary<readonly number[]> =>
  fc.oneof(fc.constant([]), fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }))
