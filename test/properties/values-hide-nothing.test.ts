import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellId } from '../../shared/form/edition.ts'
import { cellIdsOf, type GroundTruth, withCells } from '../builders/ground-truth.ts'
import { numberedReport } from '../builders/numbered-report.ts'
import { printedReport } from '../builders/printed-report.ts'
import { readBack } from '../builders/read-back.ts'
import { lostBy, TABLE_FLAWS, type TableFlaw, withTableFlaw } from '../builders/table-flaws.ts'
import { toDocx } from '../builders/write-docx.ts'
import { toHtml } from '../builders/write-html.ts'
import { toText } from '../builders/write-text.ts'
import { PATIENCE, runs } from './runs.ts'

/** Every cell another number, so that a shift shows. */
const NUMBERED = { 2019: numberedReport('2019'), 2021: numberedReport('2021') }

const everywhere = (truth: GroundTruth, raw: string): GroundTruth =>
  withCells(truth, new Map(cellIdsOf(truth).map((id) => [id, { raw, value: Number(raw) }])))

type Blocks = ReturnType<typeof printedReport>

const WRITERS: Readonly<Record<string, (blocks: Blocks) => Uint8Array | string>> = {
  'a.docx': (blocks) => toDocx(blocks),
  'a.html': (blocks) => toHtml(blocks),
  'a.txt': (blocks) => toText(blocks, { layout: 'cell-lines' }),
  'b.txt': (blocks) => toText(blocks, { layout: 'tab-grid' }),
}

/** The cells that are read for certain, with what they show. */
async function certainCells(
  truth: GroundTruth,
  name: string,
  flaw: TableFlaw,
  index: number,
): Promise<ReadonlyMap<CellId, string>> {
  const written = WRITERS[name]?.(withTableFlaw(flaw, index)(printedReport(truth))) ?? ''
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
  const { report } = await readBack({ name, bytes })
  return new Map(
    [...report.cells].flatMap(([id, { raw, doubt }]) =>
      doubt === null ? [[id, raw] as const] : [],
    ),
  )
}

describe.each(TABLE_FLAWS)('a table with the flaw %s', (flaw) => {
  it('is read for certain only where it is right, and equal numbers make nothing more certain', {
    timeout: PATIENCE,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(2019, 2021),
        fc.constantFrom(...Object.keys(WRITERS)),
        fc.nat(60),
        async (edition, name, index) => {
          const truth = NUMBERED[edition]
          const numbered = await certainCells(truth, name, flaw, index)
          const lost = new Set(lostBy(flaw, index, cellIdsOf(truth)))
          for (const [id, raw] of numbered) {
            expect(lost.has(id), `${id} is made up`).toBe(false)
            expect(raw, id).toBe(truth.cells.get(id)?.raw)
          }
          const zeros = await certainCells(everywhere(truth, '0'), name, flaw, index)
          expect([...zeros.keys()].filter((id) => !numbered.has(id))).toEqual([])
        },
      ),
      runs(12),
    )
  })
})
