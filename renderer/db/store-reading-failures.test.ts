import { beforeEach, describe, expect, it } from 'vitest'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import {
  BUSY,
  buildReport,
  type CellChanges,
  type ReportOptions,
} from '../../test/builders/report.ts'
import { breakAtWrite } from './broken-disk.ts'
import { correct } from './corrections.ts'
import { decide } from './decisions.ts'
import { createMachine, dump, type FakeMachine, fileOf, openFake } from './fake-ports.ts'
import { listReports } from './reports.ts'
import type { Store } from './store.ts'
import { type ReadingInput, storeReading } from './store-reading.ts'
import { findingKey, onlyReport, put } from './stored-files.ts'

const WRONG = { ...BUSY, 't4.review.total': '4' }

/** A file with those cells. */
const file = (
  name: string,
  changes: CellChanges = BUSY,
  options: ReportOptions = {},
  part: Partial<ReadingInput> = {},
): ReadingInput => fileOf(name, toPlainReport(buildReport(changes, options)), part)

let machine: FakeMachine
let store: Store

beforeEach(async () => {
  machine = createMachine()
  store = await openFake(machine)
})

describe('a transaction that is broken off', () => {
  const inputs: readonly [string, () => ReadingInput][] = [
    ['a new report', () => file('b', WRONG, { title: { unit: '大演乡' } })],
    ['a next version', () => file('b', { ...WRONG, 't2.rule.issued': '7' })],
  ]

  it.each(inputs)('of %s leaves nothing, at whatever write it happens', async (_, input) => {
    await put(store, file('a', { ...WRONG, 't2.rule.issued': '7' }))
    const { id } = await onlyReport(store)
    const key = await findingKey(store, 't4-total')
    await decide(store, id, [{ key, decision: { kind: 'fixed' } }])
    await correct(store, id, [{ cell: 't2.rule.issued', raw: '1' }])
    const before = await dump(store)
    let writes = 0
    for (let isHit = true; isHit; ) {
      const broken = breakAtWrite(++writes, 'silently')
      const result = await storeReading(store, input())
      broken.end()
      isHit = broken.hit()
      if (!isHit) expect(result.ok).toBe(true)
      else {
        expect(result).toEqual({ ok: false, error: { code: 'aborted' } })
        expect(await dump(store)).toEqual(before)
      }
    }
    expect(writes).toBeGreaterThan(7)
    expect(await dump(store)).not.toEqual(before)
  })

  it.each(['silently', 'QuotaExceededError'] as const)(
    'is called a full disk where it is one (%s)',
    async (how) => {
      const broken = breakAtWrite(4, how)
      const storing = storeReading(store, file('a'))
      await store.room.measure()
      machine.setFreeBytes(1_000_000)
      const result = await storing
      broken.end()
      expect(result).toEqual({ ok: false, error: { code: 'no-room', freeBytes: 1_000_000 } })
      expect(await listReports(store)).toEqual([])
    },
  )

  it('is called a broken database where the browser says so', async () => {
    const broken = breakAtWrite(2, 'UnknownError')
    const result = await storeReading(store, file('a'))
    broken.end()
    expect(result).toEqual({ ok: false, error: { code: 'broken' } })
  })
})

describe('room', () => {
  it('below the margin refuses the file before anything is written', async () => {
    await put(store, file('a'))
    machine.setFreeBytes(150 * 1024 * 1024)
    machine.tick(10_000)
    expect(await storeReading(store, file('b', WRONG))).toEqual({
      ok: false,
      error: { code: 'no-room', freeBytes: 150 * 1024 * 1024 },
    })
    expect(await onlyReport(store)).toMatchObject({ versions: 1, verdict: 'clean' })
  })
})
