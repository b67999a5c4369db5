import { FONT_CASES } from './pdf-hard-fonts.ts'
import { NOTE_CASES } from './pdf-hard-notes.ts'
import { SIGHT_CASES } from './pdf-hard-sight.ts'
import type { RawPage } from './pdf-raw-page.ts'

/**
 * What the open cell of a raw page shows a person, and whether a reader can know it: `certain` where nothing is in the
 * way, `doubt` where the page says two things, or says it in a way that only an eye can judge.
 */
export type HardCase = readonly [
  name: string,
  seen: string,
  expected: 'certain' | 'doubt',
  page: RawPage,
]

/** What clerks, editors of PDFs and print drivers do to a number. */
export const HARD_CASES: readonly HardCase[] = [...NOTE_CASES, ...SIGHT_CASES, ...FONT_CASES]
