import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import { BUSY, buildReport } from '../../test/builders/report.ts'
import { createDatabase, DATABASE_NAME, SCHEMA_VERSION } from './database.ts'
import { decide } from './decisions.ts'
import { createMachine, fileOf, openFake, wanted } from './fake-ports.ts'
import { closeStore, openStore, type Trouble } from './store.ts'
import { storeReading } from './store-reading.ts'

const input = () => fileOf('a', toPlainReport(buildReport(BUSY)))

describe('openStore', () => {
  it('opens a database whose writes are on the disk before they are acknowledged', async () => {
    const store = await openFake(createMachine())
    const seen: string[] = []
    store.database.sources.hook('creating', (_key, _row, transaction) => {
      seen.push(transaction.idbtrans.durability)
    })
    await wanted(storeReading(store, input()))
    expect(seen).toEqual(['strict'])
  })

  it('refuses a database of a newer program and leaves it as it is', async () => {
    const machine = createMachine()
    const { indexedDB = new IDBFactory() } = machine.ports
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(DATABASE_NAME, (SCHEMA_VERSION + 1) * 10)
      request.onupgradeneeded = () => request.result.createObjectStore('future')
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
    })
    expect(await openStore(machine.ports)).toEqual({ ok: false, error: { code: 'outdated' } })
    const [database] = await indexedDB.databases()
    expect(database?.version).toBe((SCHEMA_VERSION + 1) * 10)
  })

  it('says that there is no database where the browser has none', async () => {
    const factory = Object.assign(new IDBFactory(), {
      open: () => {
        throw new DOMException('no', 'SecurityError')
      },
    })
    const { ports } = createMachine({ indexedDB: factory })
    expect(await openStore(ports)).toEqual({ ok: false, error: { code: 'unavailable' } })
  })

  it('says so while another window holds an older version open, and goes on when it closes', async () => {
    const machine = createMachine()
    const { indexedDB = new IDBFactory() } = machine.ports
    const older = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(DATABASE_NAME, 10)
      request.onupgradeneeded = () =>
        request.result.createObjectStore('reports', { keyPath: 'id', autoIncrement: true })
      request.onerror = () => reject(request.error)
      request.onsuccess = () => resolve(request.result)
    })
    const troubles: Trouble[] = []
    const opening = openStore(machine.ports, (trouble) => troubles.push(trouble))
    await vi.waitFor(() => expect(troubles).toEqual(['waiting']))
    older.close()
    expect(await opening).toMatchObject({ ok: true })
  })
})

describe('an open store', () => {
  const openWatched = async () => {
    const machine = createMachine()
    const troubles: Trouble[] = []
    const opened = await openStore(machine.ports, (trouble) => troubles.push(trouble))
    if (!opened.ok) throw new Error(opened.error.code)
    return { machine, troubles, store: opened.value.store }
  }

  it('gives way to a newer program, and never opens the newer database by itself', async () => {
    const { machine, troubles, store } = await openWatched()
    const { indexedDB = new IDBFactory() } = machine.ports
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(DATABASE_NAME, (SCHEMA_VERSION + 1) * 10)
      request.onerror = () => reject(request.error)
      request.onsuccess = () => resolve(request.result.close())
    })
    expect(troubles).toEqual(['outdated'])
    expect(await storeReading(store, input())).toEqual({ ok: false, error: { code: 'closed' } })
  })

  it('says so when the browser closes the database, and writes nothing into a new one', async () => {
    const { troubles, store } = await openWatched()
    Reflect.apply(forceCloseDatabase, null, [store.database.dexie.backendDB()])
    await vi.waitFor(() => expect(troubles).toEqual(['closed']))
    expect(await storeReading(store, input())).toEqual({ ok: false, error: { code: 'closed' } })
    expect(await decide(store, 1, [])).toEqual({ ok: false, error: { code: 'closed' } })
  })

  it('that was closed by the program says nothing', async () => {
    const { troubles, store } = await openWatched()
    closeStore(store)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(troubles).toEqual([])
  })

  it('shares its data with a second window', async () => {
    const { machine, store } = await openWatched()
    const second = await openFake(machine)
    const [one, other] = await Promise.all([
      wanted(storeReading(store, input())),
      wanted(storeReading(second, input())),
    ])
    expect([one.kind, other.kind].toSorted()).toEqual(['added', 'duplicate'])
    expect(one.reportId).toBe(other.reportId)
  })
})

describe('createDatabase', () => {
  it('has the newest schema', () => {
    const { dexie } = createDatabase()
    expect(dexie.verno).toBe(SCHEMA_VERSION)
  })
})
