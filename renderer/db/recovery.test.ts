import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import { BUSY, buildReport } from '../../test/builders/report.ts'
import { deleteReports, purgeDeleted } from './delete-reports.ts'
import { createMachine, type FakeMachine, fileOf, wanted } from './fake-ports.ts'
import { dismissLoss, lossWords, type Recovery } from './recovery.ts'
import { closeStore, openStore, type Store } from './store.ts'
import { storeReading } from './store-reading.ts'

async function open(
  machine: FakeMachine,
): Promise<{ readonly store: Store; readonly recovery: Recovery }> {
  const opened = await openStore(machine.ports)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

const put = (store: Store, unit: string) =>
  wanted(storeReading(store, fileOf(unit, toPlainReport(buildReport(BUSY, { title: { unit } })))))

/** A machine on which two reports are kept. */
async function used(): Promise<FakeMachine> {
  const machine = createMachine()
  const { store } = await open(machine)
  await put(store, '清水镇')
  await put(store, '大演乡')
  closeStore(store)
  return machine
}

describe('after a start', () => {
  it('nothing was lost where nothing was kept', async () => {
    const machine = createMachine()
    const { store, recovery } = await open(machine)
    expect(recovery).toEqual({ kind: 'fresh' })
    closeStore(store)
    expect((await open(machine)).recovery).toEqual({ kind: 'intact' })
  })

  it('nothing was lost where all is there', async () => {
    expect((await open(await used())).recovery).toEqual({ kind: 'intact' })
  })

  it('an empty database in place of a full one is told, until the person has seen it', async () => {
    const lost = (await used()).with({ indexedDB: new IDBFactory(), newId: () => 'another' })
    const first = await open(lost)
    expect(first.recovery).toMatchObject({
      kind: 'lost',
      extent: 'all',
      reports: 2,
      reportsLeft: 0,
    })
    await put(first.store, '东山镇')
    closeStore(first.store)
    const second = await open(lost)
    expect(second.recovery).toMatchObject({ kind: 'lost', extent: 'all', reports: 2 })
    await dismissLoss(second.store)
    closeStore(second.store)
    expect((await open(lost)).recovery).toEqual({ kind: 'intact' })
  })

  it('the last changes gone are told', async () => {
    const machine = await used()
    const { store } = await open(machine)
    // What a file system does that lost its last writes.
    await store.database.journal.delete(2)
    await store.database.reports.delete(2)
    closeStore(store)
    expect((await open(machine)).recovery).toMatchObject({
      kind: 'lost',
      extent: 'some',
      reports: 2,
      reportsLeft: 1,
    })
  })

  it('reports that a person deleted are no loss', async () => {
    const machine = await used()
    const { store } = await open(machine)
    await wanted(deleteReports(store, [1, 2]))
    await wanted(purgeDeleted(store, 0))
    closeStore(store)
    expect((await open(machine)).recovery).toEqual({ kind: 'intact' })
  })

  it.each([
    ['lost', null],
    ['cut off', '{"databaseId":"database-1","se'],
    ['of something else', '{"theme":"dark"}'],
  ])('a marker that is %s accuses nobody', async (_, text) => {
    const machine = await used()
    machine.marker.text = text
    expect((await open(machine)).recovery).toEqual({ kind: 'intact' })
  })

  it('a marker that is older than the database accuses nobody', async () => {
    const machine = await used()
    const old = machine.marker.text
    const { store } = await open(machine)
    await put(store, '东山镇')
    closeStore(store)
    machine.marker.text = old
    expect((await open(machine)).recovery).toEqual({ kind: 'intact' })
  })

  it('the marker of another database accuses nobody', async () => {
    const machine = await used()
    machine.marker.text = JSON.stringify({ databaseId: 'other', seq: 99, reports: 9, at: 1 })
    expect((await open(machine)).recovery).toEqual({ kind: 'intact' })
  })
})

describe('lossWords', () => {
  it.each(['all', 'some'] as const)('names the numbers (%s)', (extent) => {
    expect(lossWords({ extent, reports: 12, reportsLeft: 3, at: 0 })).toContain('12 份报告')
  })
})
