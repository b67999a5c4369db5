import type { DexieOptions } from 'dexie'

/** What the store needs from the world around it; tests give their own. */
export interface StorePorts {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** In lower-case hexadecimal digits. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>
  /** A name that no other database has. */
  readonly newId: () => string
  /** Whose rules and readers are at work; a report checked by another version is checked again. */
  readonly programVersion: string
  /** What the browser says of room and persistence; null where it has no such thing. */
  readonly storage: StoragePort | null
  /** Free space on the disk that holds the data, in bytes; null where the host cannot say. */
  readonly freeBytes: () => Promise<number | null>
  /** A place outside the database that remembers what the database held. */
  readonly marker: MarkerPort
  /** The page's own where it is left out. */
  readonly indexedDB?: IDBFactory
  readonly IDBKeyRange?: NonNullable<DexieOptions['IDBKeyRange']>
}

/** The part of `navigator.storage` that is used. */
export interface StoragePort {
  readonly persisted: () => Promise<boolean>
  readonly persist: () => Promise<boolean>
  readonly estimate: () => Promise<{ readonly usage?: number; readonly quota?: number }>
}

/** One line of text; it may be lost, but never be newer than the database. */
export interface MarkerPort {
  readonly read: () => string | null
  readonly write: (text: string) => void
}
