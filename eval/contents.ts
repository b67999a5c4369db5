import { breakOneCell, type Mistake } from '../test/builders/break-one-cell.ts'
import type { NumberWriting } from '../test/builders/cell-numbers.ts'
import { type ReportDraw, reportFrom } from '../test/builders/drawn-report.ts'
import {
  type CellTruth,
  cellIdsOf,
  type GroundTruth,
  withCells,
} from '../test/builders/ground-truth.ts'
import { numberedReport } from '../test/builders/numbered-report.ts'
import { randomReport } from '../test/builders/random-report.ts'

/** A report that is rendered in every layout. */
export interface Content {
  /** Names the files. */
  readonly name: string
  readonly truth: GroundTruth
  /** Nothing is wrong with it: whatever is found in it beside readings in doubt is a false alarm. */
  readonly isClean: boolean
}

/** Whether a cell of the report shows nothing at all. */
export const hasBlanks = ({ truth }: Content): boolean =>
  [...truth.cells.values()].some(({ raw }) => raw.trim() === '')

const MISTAKES: readonly (readonly [string, Mistake])[] = [
  ['wrong-number', { kind: 'wrong-number', by: 1 }],
  ['blank-cell', { kind: 'blank', mark: '' }],
  ['words-in-cell', { kind: 'not-a-number', text: '约3' }],
]

function clean(name: string, truth: GroundTruth): Content {
  return { name, truth, isClean: true }
}

function open(name: string, truth: GroundTruth): Content {
  return { name, truth, isClean: false }
}

function drawOf(year: number, writing: NumberWriting): ReportDraw {
  const some = writing === 'plain' ? 0 : 1
  const few = (length: number): readonly number[] =>
    Array.from({ length }, (_, i) => some * ((i * 7) % 5))
  return {
    year,
    county: year,
    town: year,
    naming: year,
    numbers: {
      decided: few(9).map((count, row) => ({ row: row * 2, column: row % 6, count })),
      waiting: few(6),
      inherited: few(6),
      disputes: few(12),
      files: Array.from({ length: 20 }, (_, i) => some * (1200 + i * 731)),
      writing,
    },
    prose: Array.from({ length: 12 }, (_, i) => i),
    signed: true,
  }
}

const withAllCells = (truth: GroundTruth, raw: string): GroundTruth =>
  withCells(truth, new Map(cellIdsOf(truth).map((id) => [id, { raw, value: Number(raw) }])))

/** Only the totals are filled in, as some towns do. */
function withBlankApplicants(truth: GroundTruth, mark: string): GroundTruth {
  const blank: CellTruth = { raw: mark, value: null }
  const ids = cellIdsOf(truth).filter((id) => id.startsWith('t3.') && !id.endsWith('.total'))
  return withCells(truth, new Map(ids.map((id) => [id, blank])))
}

/**
 * The reports of the corpus: ordinary ones, ones with oddly written numbers, ones whose every cell differs or does not,
 * so that a shift shows or hides, and ones with a mistake. Each depends on its seed alone; the first are the most telling.
 */
export const CONTENTS: readonly Content[] = [
  open('numbered-2021', numberedReport('2021')),
  open('numbered-2019', numberedReport('2019')),
  ...[11, 12, 13].map((seed) => clean(`usual-${seed}`, randomReport(seed))),
  open('blank-applicants', withBlankApplicants(randomReport(21), '')),
  clean('zeros', reportFrom(drawOf(2022, 'plain'))),
  open('ones', withAllCells(randomReport(14), '1')),
  ...(['full-width', 'grouped', 'with-unit'] as const).map((writing, index) =>
    clean(writing, reportFrom(drawOf(2020 + index, writing))),
  ),
  ...[15, 16, 17].map((seed) => clean(`usual-${seed}`, randomReport(seed))),
  ...MISTAKES.map(([name, mistake], index) =>
    open(name, breakOneCell(randomReport(30 + index), 37 * (index + 1), mistake).truth),
  ),
  open('slash-applicants', withBlankApplicants(randomReport(22), '/')),
]
