import type { ReportDraw } from './drawn-report.ts'
import { reportFrom } from './drawn-report.ts'
import type { GroundTruth } from './ground-truth.ts'

/** A report that depends on the seed alone, for corpora that must be the same on every machine. */
export function randomReport(seed: number): GroundTruth {
  const random = mulberry32(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const list = (length: number, limit: number): readonly number[] =>
    Array.from({ length }, () => below(limit))
  // A third of the townships had no application at all; the others have a few, some have many.
  const busy = below(3)
  const draw: ReportDraw = {
    year: 2019 + below(7),
    county: below(100),
    town: below(100),
    naming: below(100),
    numbers: {
      decided: Array.from({ length: busy * below(8) }, () => ({
        row: below(30),
        column: below(6),
        count: 1 + below(busy === 2 ? 40 : 3),
      })),
      waiting: busy === 0 ? [] : list(6, busy + 1),
      inherited: busy === 0 ? [] : list(6, 3),
      disputes: busy === 0 ? [] : list(12, busy),
      files: list(20, 400),
      writing: 'plain',
    },
    prose: list(12, 100),
    signed: below(10) > 0,
  }
  return reportFrom(draw)
}

/** Numbers from 0 up to 1, the same for the same seed (Tommy Ettinger's mulberry32, public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
