import type { StoragePort, StorePorts } from './ports.ts'
import type { Store } from './store.ts'

/** How much room there is, in bytes; null where nobody can say. */
export interface Room {
  /** Used by this program, and the most that the browser allows it. */
  readonly usage: number | null
  readonly quota: number | null
  /** What is left: of the quota or of the disk, whichever is less. */
  readonly freeBytes: number | null
  /** More than the margin is left, or nobody can say. */
  readonly isEnough: boolean
}

export interface RoomGauge {
  /** Asks browser and host. */
  readonly measure: () => Promise<Room>
  /** Whether a document of that size can be taken in and the margin still be left. Asks at most every two seconds. */
  readonly admits: (bytes: number) => Promise<boolean>
}

/** A disk that fills up corrupts the database: below this nothing is imported. In bytes. */
export const ROOM_MARGIN = 200 * 1024 * 1024

/** A document is kept with its reading and its view, which for Word files repeats the pictures. */
const SPACE_FACTOR = 3

/** Milliseconds for which a measurement holds; what was taken in meanwhile is reckoned off. */
const MEASURED_FOR = 2_000

export function createRoomGauge(ports: StorePorts): RoomGauge {
  let last: { readonly room: Room; readonly at: number; readonly taken: number } | null = null
  const measure = async (): Promise<Room> => {
    const room = await measureRoom(ports)
    last = { room, at: ports.now(), taken: 0 }
    return room
  }
  return {
    measure,
    admits: async (bytes) => {
      const isFresh = last !== null && Math.abs(ports.now() - last.at) < MEASURED_FOR
      if (!isFresh) await measure()
      if (last === null || last.room.freeBytes === null) return true
      const taken = last.taken + bytes * SPACE_FACTOR
      const isAdmitted = last.room.freeBytes - taken >= ROOM_MARGIN
      if (isAdmitted) last = { ...last, taken }
      return isAdmitted
    },
  }
}

/** Asks the browser never to throw the data away by itself. Call it once data are there. */
export async function askForPersistence({
  ports: { storage },
}: Pick<Store, 'ports'>): Promise<'granted' | 'refused' | 'unavailable'> {
  if (storage === null) return 'unavailable'
  try {
    const isGranted = (await storage.persisted()) || (await storage.persist())
    return isGranted ? 'granted' : 'refused'
  } catch {
    // Some browsers reject where they should answer false.
    return 'unavailable'
  }
}

async function measureRoom({ storage, freeBytes }: StorePorts): Promise<Room> {
  const [{ usage, quota }, disk] = await Promise.all([estimateOf(storage), orNull(freeBytes)])
  const inQuota = usage === null || quota === null ? null : Math.max(0, quota - usage)
  const known = [inQuota, disk].filter((bytes) => bytes !== null)
  const free = known.length === 0 ? null : Math.min(...known)
  return { usage, quota, freeBytes: free, isEnough: free === null || free >= ROOM_MARGIN }
}

async function estimateOf(
  storage: StoragePort | null,
): Promise<{ readonly usage: number | null; readonly quota: number | null }> {
  const estimate = storage === null ? null : await orNull(() => storage.estimate())
  return { usage: estimate?.usage ?? null, quota: estimate?.quota ?? null }
}

/** Who cannot say how much room there is must not keep anyone from working. */
async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask()
  } catch {
    return null
  }
}
