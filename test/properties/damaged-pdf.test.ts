import { describe, expect, it } from 'vitest'
import { pdfReader } from '../../main/readers/pdf/pdf-reader.ts'
import { extractReport } from '../../shared/extract/extract-report.ts'
import { numberedReport } from '../builders/numbered-report.ts'
import { printedReport } from '../builders/printed-report.ts'
import { mulberry32 } from '../builders/random-report.ts'
import { readResult } from '../builders/read-result.ts'
import { type ReportPdfOptions, toPdf } from '../builders/write-pdf.ts'
import { PATIENCE, runs } from './runs.ts'

/** Every cell another number, so that no shift can hide. */
const truth = numberedReport('2021')
const { numRuns, seed } = runs(60)

/** The bytes with a few of them changed, taken out or put in, or with the end cut off. */
function damaged(whole: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * whole.length)
  switch (Math.floor(random() * 4)) {
    case 0:
      return whole.slice(0, at())
    case 1: {
      const start = at()
      const end = start + 1 + Math.floor(random() * 40)
      return new Uint8Array([...whole.subarray(0, start), ...whole.subarray(end)])
    }
    case 2: {
      const start = at()
      return new Uint8Array([
        ...whole.subarray(0, start),
        Math.floor(random() * 256),
        ...whole.subarray(start),
      ])
    }
    default: {
      const bytes = whole.slice()
      for (let flips = 1 + Math.floor(random() * 6); flips > 0; flips -= 1)
        bytes[at()] = Math.floor(random() * 256)
      return bytes
    }
  }
}

/** Cells that are certain and wrong, or certain and nowhere in the report. */
async function silentlyWrong(bytes: Uint8Array): Promise<readonly string[]> {
  const source = await readResult(pdfReader, bytes)
  if (!source.ok) return []
  const report = extractReport(source.value)
  if (!report.ok) return []
  return [...report.value.cells].flatMap(([id, cell]) => {
    const right = truth.cells.get(id)?.raw
    return cell.doubt !== null || cell.raw === right ? [] : [`${id}: ${cell.raw} for ${right}`]
  })
}

// A plain page says nothing by which a changed digit could be noticed; what programs write is packed, with a checksum.
const LAYOUTS: readonly (readonly [string, ReportPdfOptions])[] = [
  ['strokes', { isPacked: true }],
  ['no borders', { isPacked: true, rulings: 'none' }],
]

describe('a PDF with damaged bytes is refused, or read without a wrong number that looks certain', () => {
  it.each(LAYOUTS)('%s', { timeout: PATIENCE }, async (_, options) => {
    const whole = toPdf(printedReport(truth), options)
    expect(await silentlyWrong(whole)).toEqual([])
    const random = mulberry32(seed)
    for (let run = 0; run < numRuns; run += 1)
      expect(await silentlyWrong(damaged(whole, random)), `run ${run}`).toEqual([])
  })
})
