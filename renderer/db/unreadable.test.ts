import { beforeEach, describe, expect, it } from 'vitest'
import type { ReadOutcome } from '../../shared/ipc/contract.ts'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { failure, success } from '../../shared/result.ts'
import { BUSY, buildReport } from '../../test/builders/report.ts'
import { createMachine, dump, type FakeMachine, fileOf, openFake, wanted } from './fake-ports.ts'
import { listReports } from './reports.ts'
import type { Store } from './store.ts'
import { storeReading } from './store-reading.ts'
import {
  deleteUnreadable,
  listUnreadable,
  type RetryPorts,
  recordUnreadable,
  retryUnreadable,
  type UnreadableInput,
} from './unreadable.ts'

const ENCRYPTED: ReadError = { code: 'encrypted' }
const REPORT = toPlainReport(buildReport(BUSY))
const OUTCOME: ReadOutcome = { report: REPORT, view: { kind: 'lines', lines: [] } }

const bad = (name: string, part: Partial<UnreadableInput> = {}): UnreadableInput => ({
  name: `${name}.docx`,
  folder: '',
  path: null,
  bytes: new TextEncoder().encode(name),
  error: ENCRYPTED,
  ...part,
})

let machine: FakeMachine
let store: Store

beforeEach(async () => {
  machine = createMachine()
  store = await openFake(machine)
})

const retryPorts = (part: Partial<RetryPorts> = {}): RetryPorts => ({
  read: async () => failure(ENCRYPTED),
  readFile: async () => failure({ code: 'not-found' }),
  unpack: async () => success({ kind: 'document' }),
  ...part,
})

async function recorded(input: UnreadableInput): Promise<number> {
  const result = await wanted(recordUnreadable(store, input))
  if (result.kind !== 'recorded') throw new Error(result.kind)
  return result.id
}

describe('a file that cannot be read', () => {
  it('stands in a list of its own with cause, bytes and number of tries', async () => {
    await recorded(bad('a'))
    await recorded(bad('b'))
    expect(await listUnreadable(store)).toMatchObject([
      { name: 'b.docx', error: ENCRYPTED, tries: 1, size: 1, sha256: 'sha-b' },
      { name: 'a.docx' },
    ])
    expect(await store.database.sources.count()).toBe(2)
    expect(await listReports(store)).toEqual([])
  })

  it('given again is one entry', async () => {
    const first = await recorded(bad('a'))
    expect(await recorded(bad('a', { error: { code: 'timeout', seconds: 20 } }))).toBe(first)
    expect(await listUnreadable(store)).toMatchObject([{ tries: 2, error: { code: 'timeout' } }])
  })

  it('saved again at the same place is one entry with the new bytes', async () => {
    const first = await recorded(bad('a', { path: '/d/a.docx' }))
    expect(await recorded(bad('a2', { path: '/d/a.docx' }))).toBe(first)
    expect(await store.database.sources.toArray()).toMatchObject([{ sha256: 'sha-a2' }])
  })

  it('whose bytes could not even be had is remembered by its name', async () => {
    const first = await recorded(bad('a', { bytes: null, error: { code: 'no-access' } }))
    expect(await recorded(bad('a', { bytes: null, error: { code: 'no-access' } }))).toBe(first)
    expect(await listUnreadable(store)).toMatchObject([{ sha256: null, size: 0, tries: 2 }])
  })

  it('is not listed where its bytes are kept as a report', async () => {
    const { reportId } = await wanted(storeReading(store, fileOf('a', REPORT)))
    expect(await wanted(recordUnreadable(store, bad('a')))).toEqual({ kind: 'known', reportId })
    expect(await listUnreadable(store)).toEqual([])
  })

  it('is listed without its bytes where there is no room, or where it is huge', async () => {
    await recorded(bad('huge', { bytes: new Uint8Array(33 * 1024 * 1024) }))
    machine.tick(10_000)
    machine.setFreeBytes(0)
    await recorded(bad('a'))
    expect(await listUnreadable(store)).toMatchObject([{ sha256: null }, { sha256: null }])
    expect(await store.database.sources.count()).toBe(0)
  })

  it('leaves the list with its bytes', async () => {
    const id = await recorded(bad('a'))
    await wanted(deleteUnreadable(store, [id]))
    expect((await listUnreadable(store)).length + (await store.database.sources.count())).toBe(0)
  })

  it('leaves the list when the same bytes are read', async () => {
    await recorded(bad('a'))
    await wanted(storeReading(store, fileOf('a', REPORT)))
    expect(await listUnreadable(store)).toEqual([])
    expect(await store.database.sources.toArray()).toMatchObject([{ sha256: 'sha-a' }])
  })
})

describe('trying again', () => {
  it('reads the bytes that were kept', async () => {
    const id = await recorded(bad('a'))
    const seen: string[] = []
    const result = await wanted(
      retryUnreadable(
        store,
        id,
        retryPorts({
          read: async (name, bytes) => {
            seen.push(name, new TextDecoder().decode(bytes))
            return success(OUTCOME)
          },
        }),
      ),
    )
    expect(seen).toEqual(['a.docx', 'a'])
    expect(result).toMatchObject({ kind: 'read', stored: { kind: 'added' } })
    expect(await listUnreadable(store)).toEqual([])
    expect(await listReports(store)).toHaveLength(1)
  })

  it('reads the file as it is on the disk now, and drops the old bytes', async () => {
    const id = await recorded(bad('a', { path: '/d/a.docx' }))
    const readFile = async () =>
      success({ name: 'a.docx', bytes: new TextEncoder().encode('mended'), modified: 0 })
    await wanted(
      retryUnreadable(store, id, retryPorts({ readFile, read: async () => success(OUTCOME) })),
    )
    expect(await listUnreadable(store)).toEqual([])
    expect(await store.database.sources.toArray()).toMatchObject([{ sha256: 'sha-mended' }])
  })

  it('falls back to the bytes that were kept where the file is gone', async () => {
    const id = await recorded(bad('a', { path: '/d/a.docx' }))
    const result = await retryUnreadable(
      store,
      id,
      retryPorts({ read: async () => success(OUTCOME) }),
    )
    expect(result).toMatchObject({ ok: true, value: { kind: 'read' } })
  })

  it('hands on the reports of a zip, which stays on the list until they are taken', async () => {
    const id = await recorded(bad('a'))
    const reports = [{ name: 'b.docx', content: success(new Uint8Array([1])) }]
    const unpack = async () => success({ kind: 'reports' as const, reports })
    expect(await wanted(retryUnreadable(store, id, retryPorts({ unpack })))).toEqual({
      kind: 'unpacked',
      reports,
    })
    expect(await listUnreadable(store)).toHaveLength(1)
  })

  it('says why a zip still cannot be opened', async () => {
    const id = await recorded(bad('a'))
    const unpack = async () => failure<ReadError>({ code: 'encrypted' })
    expect(await wanted(retryUnreadable(store, id, retryPorts({ unpack })))).toEqual({
      kind: 'still-unreadable',
      error: { code: 'encrypted' },
    })
  })

  it('says why where it is still in vain, and counts the try', async () => {
    const id = await recorded(bad('a'))
    const read = async () => failure<ReadError>({ code: 'timeout', seconds: 20 })
    expect(await wanted(retryUnreadable(store, id, retryPorts({ read })))).toEqual({
      kind: 'still-unreadable',
      error: { code: 'timeout', seconds: 20 },
    })
    expect(await listUnreadable(store)).toMatchObject([
      { id, tries: 2, error: { code: 'timeout' } },
    ])
  })

  it('without bytes or file says why', async () => {
    const id = await recorded(
      bad('a', { bytes: null, path: '/d/a.docx', error: { code: 'no-access' } }),
    )
    expect(await wanted(retryUnreadable(store, id, retryPorts()))).toEqual({
      kind: 'still-unreadable',
      error: { code: 'not-found' },
    })
  })

  it('leaves everything as it was when it is cancelled, or when it cannot be kept', async () => {
    const id = await recorded(bad('a'))
    const before = await dump(store)
    const cancelled = retryPorts({ read: async () => failure({ code: 'cancelled' as const }) })
    expect(await wanted(retryUnreadable(store, id, cancelled))).toEqual({ kind: 'cancelled' })
    machine.tick(10_000)
    machine.setFreeBytes(0)
    const refused = retryPorts({ read: async () => success(OUTCOME) })
    expect(await retryUnreadable(store, id, refused)).toMatchObject({ error: { code: 'no-room' } })
    expect(await dump(store)).toEqual(before)
  })

  it('of what is not there any more is said to be gone', async () => {
    expect(await retryUnreadable(store, 7, retryPorts())).toEqual({
      ok: false,
      error: { code: 'gone' },
    })
  })
})
