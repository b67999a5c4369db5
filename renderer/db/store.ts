import type { Table } from 'dexie'
import { failure, type Result, success } from '../../shared/result.ts'
import { createDatabase, DATABASE_NAME, type DeskDatabase, SCHEMA_VERSION } from './database.ts'
import type { StorePorts } from './ports.ts'
import { type Marker, type Recovery, recallMarker } from './recovery.ts'
import { createRoomGauge, type RoomGauge } from './room.ts'
import { type StoreError, toStoreError } from './store-error.ts'

/** Everything that is kept, behind the queries in this folder; each takes the store first. */
export interface Store {
  readonly database: DeskDatabase
  readonly ports: StorePorts
  readonly room: RoomGauge
  readonly marker: Marker
}

export interface OpenedStore {
  readonly store: Store
  /** Whether what was kept the last time is still there. */
  readonly recovery: Recovery
}

/** What happens to the connection while the desk is open; each needs a person. */
export type Trouble =
  /** Opening waits for another window that holds an older version open. It goes on by itself when that closes. */
  | 'waiting'
  /** Another window runs a newer version of the program: this one must be loaded again. */
  | 'outdated'
  /** The browser closed the database: the page must be loaded again. */
  | 'closed'

/**
 * Opens the database, moving it up from any earlier version, and compares it with what the marker remembers.
 * Never creates an empty one in place of one that is there but cannot be opened.
 */
export async function openStore(
  ports: StorePorts,
  onTrouble: (trouble: Trouble) => void = () => undefined,
): Promise<Result<OpenedStore, StoreError>> {
  const room = createRoomGauge(ports)
  try {
    if (await isNewer(ports)) return failure({ code: 'outdated' })
    const database = createDatabase({
      ...(ports.indexedDB === undefined ? {} : { indexedDB: ports.indexedDB }),
      ...(ports.IDBKeyRange === undefined ? {} : { IDBKeyRange: ports.IDBKeyRange }),
    })
    watchConnection(database, onTrouble)
    await database.dexie.open()
    const { marker, recovery } = await recallMarker(database, ports)
    return success({ store: { database, ports, marker, room }, recovery })
  } catch (thrown) {
    return refused(room, thrown)
  }
}

/** Ends the connection, so that another window can move the database up or a test can look at it. */
export const closeStore = ({ database }: Store): void => database.dexie.close()

/**
 * Runs `work` in one transaction over the tables: all it writes is on the disk when this answers, or nothing of it is.
 * Whatever the database refuses is a value. `work` waits for nothing but the database.
 */
export async function transact<T>(
  store: Store,
  tables: readonly Table[],
  work: () => Promise<Result<T, StoreError>>,
): Promise<Result<T, StoreError>> {
  let native: IDBTransaction | null = null
  const reasonOf = (): DOMException | null => native?.error ?? null
  try {
    // The function itself must be `async`: by that Dexie knows to keep the transaction open while it waits.
    return await store.database.dexie.transaction('rw', [...tables], async (transaction) => {
      native = transaction.idbtrans
      return await work()
    })
  } catch (thrown) {
    // A request that was under way only says that it was broken off; the transaction knows why.
    return refused(store.room, reasonOf() ?? thrown)
  }
}

/** The result of `work`, which needs no transaction of its own; whatever the database refuses is a value. */
export async function guarded<T>(
  store: Store,
  work: () => PromiseLike<Result<T, StoreError>>,
): Promise<Result<T, StoreError>> {
  try {
    return await work()
  } catch (thrown) {
    return refused(store.room, thrown)
  }
}

async function refused<T>(room: RoomGauge, thrown: unknown): Promise<Result<T, StoreError>> {
  const error = toStoreError(thrown)
  if (error === null) throw thrown
  return failure(await withReason(error, room))
}

/** A full disk shows up as an abort without a reason; the gauge then says which it was. */
async function withReason(error: StoreError, room: RoomGauge): Promise<StoreError> {
  if (error.code !== 'aborted' && error.code !== 'no-room') return error
  const { isEnough, freeBytes } = await room.measure()
  const isFull = error.code === 'no-room' || !isEnough
  return isFull ? { code: 'no-room', freeBytes } : error
}

/**
 * Dexie alone would open whatever version it finds, and the older program would write rows of an older shape into it.
 */
async function isNewer({
  indexedDB: factory = globalThis.indexedDB,
}: StorePorts): Promise<boolean> {
  const known = (await factory?.databases?.()) ?? []
  const version = known.find(({ name }) => name === DATABASE_NAME)?.version ?? 0
  // Dexie counts in tenths, so that it can repair an index without a version of its own.
  return Math.floor(version / 10) > SCHEMA_VERSION
}

function watchConnection({ dexie }: DeskDatabase, onTrouble: (trouble: Trouble) => void): void {
  // Dexie itself closes the database then; without `autoOpen` no query opens the newer one again.
  dexie.on('versionchange', (event) => onTrouble(event.newVersion === null ? 'closed' : 'outdated'))
  dexie.on('blocked', () => onTrouble('waiting'))
  dexie.on('ready', () => {
    // Only now: the event is the native one, which `close()` of the program itself does not fire.
    dexie.backendDB().addEventListener('close', () => onTrouble('closed'))
  })
}
