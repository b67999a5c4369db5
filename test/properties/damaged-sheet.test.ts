import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reader } from '../../main/readers/reader.ts'
import { xlsReader } from '../../main/readers/sheet/xls/xls-reader.ts'
import { xlsxReader } from '../../main/readers/sheet/xlsx/xlsx-reader.ts'
import { extractReport } from '../../shared/extract/extract-report.ts'
import { numberedReport } from '../builders/numbered-report.ts'
import { printedReport } from '../builders/printed-report.ts'
import { toXls } from '../builders/write-xls.ts'
import { toXlsx } from '../builders/write-xlsx.ts'
import { PATIENCE, runs } from './runs.ts'

/** Every cell another number, so that no shift can hide. */
const truth = numberedReport('2021')
const xlsx = toXlsx(printedReport(truth))
const xls = toXls(printedReport(truth))

/** What is certain in the damaged file and not what the report said; none where the file is refused. */
async function silentlyWrong(reader: Reader, bytes: Uint8Array): Promise<readonly string[]> {
  const opened = await reader.open(bytes)
  if (!opened.ok) return []
  expect((await opened.value.view()).ok).toBe(true)
  const report = extractReport(opened.value.document)
  if (!report.ok) return []
  return [...report.value.cells].flatMap(([id, cell]) => {
    const raw = truth.cells.get(id)?.raw
    return cell.doubt !== null || cell.raw === raw ? [] : [`${id}: ${cell.raw} for ${raw}`]
  })
}

/**
 * Where the old format keeps numbers and texts themselves. It has no checksum: a byte changed there is what a clerk
 * might have typed, and nobody can tell.
 */
const payload: ReadonlySet<number> = (() => {
  const places = new Set<number>()
  const file = Buffer.from(xls)
  const start = file.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]))
  for (let at = start; at + 4 <= file.length; ) {
    const type = file.readUInt16LE(at)
    const size = file.readUInt16LE(at + 2)
    const data = at + 4
    // Texts of the workbook, the number of a cell's text, numbers alone and side by side.
    if (type === 0x00fc) for (let i = 0; i < size; i++) places.add(data + i)
    if (type === 0x00fd || type === 0x027e || type === 0x0203)
      for (let i = 6; i < size; i++) places.add(data + i)
    if (type === 0x00bd)
      for (let i = 4; i < size - 2; i++) if ((i - 4) % 6 > 1) places.add(data + i)
    at = data + size
  }
  return places
})()

interface Damage {
  readonly at: number
  readonly length: number
  readonly bits: number
}

const damage = fc.record({
  at: fc.nat(1_000_000),
  length: fc.integer({ min: 1, max: 600 }),
  bits: fc.integer({ min: 1, max: 255 }),
})

function flipped(file: Uint8Array, { at, bits }: Damage): Uint8Array {
  const changed = file.slice()
  changed[at % file.length] = (changed[at % file.length] ?? 0) ^ bits
  return changed
}

function removed(file: Uint8Array, { at, length }: Damage): Uint8Array {
  const start = at % file.length
  return Buffer.concat([file.subarray(0, start), file.subarray(start + length)])
}

const truncated = (file: Uint8Array, { at }: Damage): Uint8Array =>
  file.subarray(0, at % file.length)

describe.each([
  { name: 'xlsx', reader: xlsxReader, file: xlsx, isCertain: () => true },
  {
    name: 'xls',
    reader: xlsReader,
    file: xls,
    isCertain: ({ at }: Damage) => !payload.has(at % xls.length),
  },
])('a damaged $name is refused, or what is certain in it is right', (format) => {
  const { reader, file, isCertain } = format

  it('has every cell of the report while it is whole', async () => {
    const opened = await reader.open(file)
    if (!opened.ok) throw new Error(opened.error.code)
    const report = extractReport(opened.value.document)
    expect(report.ok && report.value.cells.size).toBe(truth.cells.size)
  })

  it.each([
    ['a byte is changed', flipped],
    ['bytes are missing', removed],
    ['its end is missing', truncated],
  ])('where %s', { timeout: PATIENCE }, async (_, apply) => {
    await fc.assert(
      fc.asyncProperty(damage, async (one) => {
        fc.pre(apply !== flipped || isCertain(one))
        expect(await silentlyWrong(reader, apply(file, one))).toEqual([])
      }),
      runs(150),
    )
  })
})
