import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { odtReader } from '../../main/readers/odt/odt-reader.ts'
import { extractReport } from '../../shared/extract/extract-report.ts'
import type { CellId } from '../../shared/form/edition.ts'
import { type CellTruth, cellIdsOf, withCells } from '../builders/ground-truth.ts'
import { printedReport } from '../builders/printed-report.ts'
import { randomReport } from '../builders/random-report.ts'
import { readResult } from '../builders/read-result.ts'
import { toOdt } from '../builders/write-odt.ts'
import { runs } from './runs.ts'

/** Every cell another number, so that no shift can hide. */
const truth = (() => {
  const report = randomReport(2)
  const cells = cellIdsOf(report).map((id, i): [CellId, CellTruth] => [
    id,
    { raw: `${i + 1}`, value: i + 1 },
  ])
  return withCells(report, new Map(cells))
})()

const blocks = printedReport(truth)
const zipped = Buffer.from(toOdt(blocks, { numbering: 'list', revised: true }))
const flat = Buffer.from(toOdt(blocks, { container: 'flat' })).toString()
const cells = [
  ...flat.matchAll(
    /<table:table-cell[^>]*>(?:(?!<\/table:table-cell>).)*\d+<\/text:p><\/table:table-cell>/gsu,
  ),
]
const rows = [...flat.matchAll(/<table:table-row>.*?<\/table:table-row>/gsu)]

/** One in so many cells is damaged in each way; which ones makes no difference to the reader. */
const SAMPLE = 6
const someCells = cells.filter((_, index) => index % SAMPLE === 0)

/** Certain readings that are not what the report said; `allowed` is the number that was blanked. */
async function silentlyWrong(bytes: Uint8Array, allowed = ''): Promise<readonly string[]> {
  return (await readDamaged(bytes, allowed)) ?? []
}

/** The same; null where the file is refused. */
async function readDamaged(bytes: Uint8Array, allowed: string): Promise<readonly string[] | null> {
  const source = await readResult(odtReader, bytes)
  if (!source.ok) return null
  const report = extractReport(source.value)
  if (!report.ok) return null
  return [...report.value.cells].flatMap(([id, cell]) => {
    const raw = truth.cells.get(id)?.raw
    return cell.doubt !== null || cell.raw === raw || raw === allowed
      ? []
      : [`${id}: ${cell.raw} for ${raw}`]
  })
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const replaced = (match: RegExpExecArray, by: string): Uint8Array =>
  utf8(flat.slice(0, match.index) + by + flat.slice(match.index + match[0].length))

describe('an .odt whose bytes are damaged', () => {
  const place = fc.nat({ max: zipped.length - 1 })

  it('is read while they are whole', async () => {
    expect(await readDamaged(zipped, '')).toEqual([])
  })

  it('is refused, or shows what it showed before', async () => {
    const damage = fc.oneof(
      fc.record({
        kind: fc.constant('flip' as const),
        at: place,
        by: fc.integer({ min: 1, max: 255 }),
      }),
      fc.record({
        kind: fc.constant('remove' as const),
        at: place,
        by: fc.integer({ min: 1, max: 400 }),
      }),
      fc.record({ kind: fc.constant('cut' as const), at: place, by: fc.constant(0) }),
    )
    await fc.assert(
      fc.asyncProperty(damage, async ({ kind, at, by }) => {
        expect(await silentlyWrong(damaged(kind, at, by))).toEqual([])
      }),
      runs(300),
    )
  })

  it('never reads text that its checksum does not confirm', async () => {
    // A byte of the packed text itself is changed, wherever it still unpacks to something.
    const start = zipped.indexOf('content.xml') + 'content.xml'.length
    let unpacked = 0
    for (let at = start; at < start + 2000; at += 7) {
      const bytes = Buffer.from(zipped)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at)
      if (isUnpackable(bytes.subarray(start))) unpacked += 1
      expect(await readResult(odtReader, bytes)).toMatchObject({ ok: false })
    }
    expect(unpacked).toBeGreaterThan(0)
  })
})

function damaged(kind: 'flip' | 'remove' | 'cut', at: number, by: number): Uint8Array {
  switch (kind) {
    case 'flip': {
      const bytes = Buffer.from(zipped)
      bytes.writeUInt8(bytes.readUInt8(at) ^ by, at)
      return bytes
    }
    case 'remove':
      return Buffer.concat([zipped.subarray(0, at), zipped.subarray(at + by)])
    case 'cut':
      return zipped.subarray(0, at)
  }
}

function isUnpackable(packed: Buffer): boolean {
  try {
    return inflateRawSync(packed).length > 0
  } catch {
    return false
  }
}

describe('an .odt that lost, gained or merged a cell never shows a certain number in the wrong cell', () => {
  it('has every number cell to damage', () => {
    expect(cells).toHaveLength(truth.cells.size)
  })

  const attribute = (text: string) => (cell: string) =>
    cell.replace('<table:table-cell', `<table:table-cell ${text}`)

  it.each([
    ['a cell is left out', () => ''],
    ['a cell stands twice', (cell: string) => cell + cell],
    ['an empty cell is put in', (cell: string) => `${cell}<table:table-cell/>`],
    ['a place is covered by nothing', (cell: string) => `${cell}<table:covered-table-cell/>`],
    [
      'a cell becomes a covered place',
      (cell: string) => cell.replaceAll('table:table-cell', 'table:covered-table-cell'),
    ],
    ['a cell takes two columns', attribute('table:number-columns-spanned="2"')],
    ['a cell takes two rows', attribute('table:number-rows-spanned="2"')],
    ['a cell is repeated', attribute('table:number-columns-repeated="2"')],
    ['a cell is emptied', (cell: string) => cell.replace(/\d+<\/text:p>/u, '</text:p>')],
  ])('where %s', { timeout: 120_000 }, async (name, damage) => {
    let read = 0
    for (const match of someCells) {
      const number = /(\d+)<\/text:p>/u.exec(match[0])?.[1] ?? ''
      const bytes = replaced(match, damage(match[0]))
      const wrong = await readDamaged(bytes, name.includes('emptied') ? number : '')
      expect(wrong ?? [], `${name} at ${number}`).toEqual([])
      if (wrong !== null) read += 1
    }
    expect(read).toBeGreaterThan(someCells.length / 2)
  })

  it.each([
    ['is left out', (row: string) => row.slice(0, 0)],
    ['stands twice', (row: string) => row + row],
    [
      'is repeated',
      (row: string) =>
        row.replace('<table:table-row', '<table:table-row table:number-rows-repeated="3"'),
    ],
  ])('where a row %s', async (name, damage) => {
    for (const match of rows) {
      const wrong = await silentlyWrong(replaced(match, damage(match[0])))
      expect(wrong, `row at ${match.index} ${name}`).toEqual([])
    }
  })
})
