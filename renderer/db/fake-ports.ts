import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { PlainReport } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { StorePorts } from './ports.ts'
import { openStore, type Store } from './store.ts'
import type { StoreError } from './store-error.ts'
import type { ReadingInput } from './store-reading.ts'

/** A machine for tests: its clock, its disk and its database, all in memory. Only tests import this file. */
export interface FakeMachine {
  readonly ports: StorePorts
  /** Milliseconds; rises by one with every look at the clock. */
  readonly tick: (milliseconds: number) => void
  readonly setFreeBytes: (bytes: number | null) => void
  readonly setQuota: (quota: number, usage: number) => void
  /** What stands outside the database. */
  readonly marker: { text: string | null }
  /** The same machine after another program version was installed, or its database was lost. */
  readonly with: (changes: Partial<StorePorts>) => FakeMachine
}

export function createMachine(changes: Partial<StorePorts> = {}): FakeMachine {
  const state = { now: 1_000_000, quota: 10e12, usage: 0, ids: 0 }
  let free: number | null = null
  const marker: { text: string | null } = { text: null }
  const ports: StorePorts = {
    now: () => state.now++,
    sha256: async (bytes) => `sha-${new TextDecoder().decode(bytes)}`,
    newId: () => `database-${++state.ids}`,
    programVersion: '1.0.0',
    storage: {
      persisted: async () => false,
      persist: async () => true,
      estimate: async () => ({ usage: state.usage, quota: state.quota }),
    },
    freeBytes: async () => free,
    marker: {
      read: () => marker.text,
      write: (text) => {
        marker.text = text
      },
    },
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    ...changes,
  }
  return {
    ports,
    marker,
    tick: (milliseconds) => {
      state.now += milliseconds
    },
    setFreeBytes: (bytes) => {
      free = bytes
    },
    setQuota: (quota, usage) => {
      state.quota = quota
      state.usage = usage
    },
    with: (more) => ({ ...createMachine({ ...ports, ...more }), marker }),
  }
}

/** The opened store of a machine. */
export async function openFake(machine: FakeMachine): Promise<Store> {
  const opened = await openStore(machine.ports)
  if (!opened.ok) throw new Error(`the store does not open: ${opened.error.code}`)
  return opened.value.store
}

/** A file that was read as that report; its bytes are its name. */
export const fileOf = (
  name: string,
  report: PlainReport,
  part: Partial<ReadingInput> = {},
): ReadingInput => ({
  fileName: `${name}.docx`,
  folder: '',
  path: null,
  bytes: new TextEncoder().encode(name),
  outcome: { report, view: { kind: 'lines', lines: [name] } },
  ...part,
})

/** What a call that must succeed gives. */
export async function wanted<T>(result: Promise<Result<T, StoreError>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(settled.error.code)
  return settled.value
}

/** Every row of every table, to compare what is kept with what was. */
export async function dump({ database }: Store): Promise<Readonly<Record<string, unknown>>> {
  const rows = await Promise.all(
    database.dexie.tables.map(async (table) => [table.name, await table.toArray()] as const),
  )
  return Object.fromEntries(rows)
}
