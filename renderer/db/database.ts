import Dexie, { type DexieOptions, type Table } from 'dexie'
import type { CellId } from '../../shared/form/edition.ts'
import { toVersion2 } from './migrations/to-version-2.ts'
import { VERSION_1_STORES } from './migrations/version-1.ts'
import { VERSION_2_STORES } from './migrations/version-2.ts'
import type {
  CheckRow,
  CorrectionRow,
  DecisionRow,
  JournalRow,
  ReadingRow,
  ReportId,
  ReportRow,
  SettingRow,
  SourceRow,
  Unnumbered,
  UnreadableRow,
  VersionId,
  VersionRow,
  ViewRow,
} from './rows.ts'

/** The origin and this name are what a person's data hang on: they never change. */
export const DATABASE_NAME = 'nianbao-desk'

/** The newest version of the schema. */
export const SCHEMA_VERSION = 2

/** The database with its tables. Heavy things have tables of their own, so that the list never loads them. */
export interface DeskDatabase {
  readonly dexie: Dexie
  readonly reports: Table<ReportRow, ReportId, Unnumbered<ReportRow, 'id'>>
  readonly versions: Table<VersionRow, VersionId, Unnumbered<VersionRow, 'id'>>
  readonly readings: Table<ReadingRow, VersionId>
  readonly views: Table<ViewRow, VersionId>
  readonly checks: Table<CheckRow, VersionId>
  readonly sources: Table<SourceRow, string>
  readonly corrections: Table<CorrectionRow, [VersionId, CellId]>
  readonly decisions: Table<DecisionRow, [ReportId, string]>
  readonly unreadable: Table<UnreadableRow, number, Unnumbered<UnreadableRow, 'id'>>
  readonly settings: Table<SettingRow, string>
  readonly journal: Table<JournalRow, number, Unnumbered<JournalRow, 'seq'>>
}

type Factory = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>

/** The database, not opened yet. */
export function createDatabase(factory: Factory = {}): DeskDatabase {
  const dexie = createDexie(factory)
  return {
    dexie,
    reports: dexie.table('reports'),
    versions: dexie.table('versions'),
    readings: dexie.table('readings'),
    views: dexie.table('views'),
    checks: dexie.table('checks'),
    sources: dexie.table('sources'),
    corrections: dexie.table('corrections'),
    decisions: dexie.table('decisions'),
    unreadable: dexie.table('unreadable'),
    settings: dexie.table('settings'),
    journal: dexie.table('journal'),
  }
}

/**
 * Every write is on the disk before it is acknowledged (`strict`); queries never show what is not stored (no
 * optimistic cache); a connection that was lost is not opened again behind the program's back. `upTo` is an earlier
 * version of the schema only in tests of migrations.
 */
export function createDexie(factory: Factory, upTo: number = SCHEMA_VERSION): Dexie {
  const dexie = new Dexie(DATABASE_NAME, {
    ...factory,
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: 'strict',
  })
  // A version that was released is never edited: what changes becomes the next one, with its way to get there.
  dexie.version(1).stores(VERSION_1_STORES)
  if (upTo >= 2) dexie.version(2).stores(VERSION_2_STORES).upgrade(toVersion2)
  return dexie
}
