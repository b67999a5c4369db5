import { beforeEach, describe, expect, it } from 'vitest'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import { BUSY, buildReport } from '../../test/builders/report.ts'
import { decide } from './decisions.ts'
import { createMachine, dump, type FakeMachine, fileOf, openFake, wanted } from './fake-ports.ts'
import { readReport } from './reports.ts'
import { readReview } from './review.ts'
import type { Store } from './store.ts'
import { storeReading } from './store-reading.ts'
import { undo } from './undo.ts'
import { outdatedReports, updateReport } from './update-reports.ts'

let machine: FakeMachine
let store: Store

beforeEach(async () => {
  machine = createMachine()
  store = await openFake(machine)
  const report = toPlainReport(buildReport({ ...BUSY, 't4.review.total': '4' }))
  await wanted(storeReading(store, fileOf('a', report)))
})

const installNewer = async () => {
  store.database.dexie.close()
  store = await openFake(machine.with({ programVersion: '1.1.0' }))
}

describe('after the program was updated', () => {
  it('a report is checked again, and every decision survives', async () => {
    const before = await readReview(store, 1)
    const key = before === 'absent' ? '' : (before.findings[0]?.key ?? '')
    await wanted(decide(store, 1, [{ key, decision: { kind: 'confirmed' } }]))
    // As if the older rules had not seen it.
    await store.database.checks.update(1, { findings: [], verdict: 'clean' })
    await installNewer()
    expect(await outdatedReports(store)).toEqual([1])
    expect(await wanted(updateReport(store, 1))).toBe(true)
    const after = await readReview(store, 1)
    expect(after).toMatchObject({ verdict: 'must-correct', findings: [{ key }] })
    expect(await readReport(store, 1)).toMatchObject({
      errors: 1,
      open: 0,
      programVersion: '1.1.0',
    })
    expect(after === 'absent' ? null : after.decisions.get(key)).toEqual({ kind: 'confirmed' })
    expect((await wanted(undo(store, 1))).command).not.toBeNull()
  })

  it('it is done once', async () => {
    await installNewer()
    await wanted(updateReport(store, 1))
    const before = await dump(store)
    expect(await wanted(updateReport(store, 1))).toBe(false)
    expect(await outdatedReports(store)).toEqual([])
    expect(await dump(store)).toEqual(before)
  })
})

describe('without an update', () => {
  it('nothing is out of date', async () => {
    expect(await outdatedReports(store)).toEqual([])
    expect(await wanted(updateReport(store, 1))).toBe(false)
    expect(await wanted(updateReport(store, 99))).toBe(false)
  })
})
