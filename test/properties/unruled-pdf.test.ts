import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GroundTruth } from '../builders/ground-truth.ts'
import { readBack } from '../builders/read-back.ts'
import { pdfFile } from '../builders/report-files.ts'
import { validReport } from '../builders/valid-report.ts'
import type { ReportPdfOptions } from '../builders/write-pdf.ts'
import { PATIENCE, runs } from './runs.ts'

const NONE = { rulings: 'none' } as const

/** Layouts in which cells are known by the places of their texts, with the numbers in one size that fits them. */
const LAYOUTS: readonly (readonly [string, ReportPdfOptions])[] = [
  ['no lines', NONE],
  ['lines across', { rulings: 'horizontal' }],
  ['upright lines', { rulings: 'vertical' }],
  ['a frame', { rulings: 'frame' }],
  ['three lines, headings repeated', { rulings: 'three-lines', repeatsHead: true }],
  ['narrow labels in small type', { ...NONE, hasNarrowLabels: true, tableSize: 9 }],
  ['no room between the rows', { ...NONE, rowPadding: 0 }],
  ['much room between the rows', { ...NONE, rowPadding: 9 }],
  ['texts to the left', { ...NONE, align: 'left' }],
  ['texts to the left, numbers to the right', { ...NONE, align: 'figures-right' }],
  ['texts at the head of their rows', { ...NONE, stand: 'top' }],
  ['rows torn by page ends', { ...NONE, splitsRows: true, rowPadding: 2 }],
  ['painted glyph by glyph', { ...NONE, painting: 'by-glyph' }],
  ['painted line by line', { ...NONE, painting: 'by-line' }],
  ['painted in no order', { ...NONE, painting: 'shuffled' }],
  ['painted twice', { ...NONE, painting: 'twice' }],
  ['on its longer side', { ...NONE, isLandscape: true }],
  ['lying on an upright page', { ...NONE, isLandscape: true, turn: 'lying' }],
  ['turned by the page', { ...NONE, turn: 'entry-90' }],
  ['upside down', { ...NONE, turn: 'entry-180' }],
  ['turned back by the page', { ...NONE, turn: 'entry-270' }],
  ['with a head on every page', { ...NONE, header: '岚河县石渡镇人民政府' }],
  ['under a picture of a seal', { ...NONE, seal: 'image' }],
]

/** Ems that cells of each table take on one line, in the largest type that these layouts use. */
const EMS: Readonly<Record<string, number>> = { t2: 10, t3: 2.6, t4: 2.1 }

const isOnOneLine = ({ cells }: GroundTruth): boolean =>
  [...cells].every(([id, { raw }]) => emsOf(raw) <= (EMS[id.slice(0, 2)] ?? 0))

const emsOf = (text: string): number =>
  [...text].reduce((ems, character) => ems + (character < '\x7f' ? 0.5 : 1), 0)

describe('a report without a mistake in a PDF without all borders', () => {
  it.each(LAYOUTS)(
    'is read without a false error: %s',
    { timeout: PATIENCE },
    async (_, options) => {
      let cells = 0
      let right = 0
      await fc.assert(
        fc.asyncProperty(validReport().filter(isOnOneLine), async (truth) => {
          const { report, findings } = await readBack(pdfFile(truth, options))
          expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
          for (const [id, { value }] of truth.cells) {
            const cell = report.cells.get(id)
            const isCertain = cell?.doubt === null
            expect(isCertain && cell.kind === 'number' ? cell.value : value, id).toBe(value)
            cells += 1
            if (isCertain) right += 1
          }
        }),
        runs(5),
      )
      expect(right / cells).toBeGreaterThanOrEqual(0.98)
    },
  )
})

describe('a report in a PDF whose digits nobody can name', () => {
  it.each([
    ['with borders', {}],
    ['without borders', NONE],
  ])('has no certain number: %s', { timeout: PATIENCE }, async (_, options) => {
    await fc.assert(
      fc.asyncProperty(validReport(), async (truth) => {
        const { report } = await readBack(pdfFile(truth, { ...options, digits: 'unmapped' }))
        const certain = [...report.cells.values()].filter(
          ({ kind, doubt }) => kind === 'number' && doubt === null,
        )
        expect(certain.filter(({ raw }) => !/[^\d.,+-]/u.test(raw))).toEqual([])
      }),
      runs(5),
    )
  })
})
