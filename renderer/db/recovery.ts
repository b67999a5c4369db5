import { z } from 'zod'
import type { DeskDatabase } from './database.ts'
import type { StorePorts } from './ports.ts'

/**
 * Whether what was kept is still there. A browser whose database is damaged may replace it by an empty one without a
 * word; a marker outside the database remembers what it held.
 */
export type Recovery =
  /** Nothing is kept here, and nobody remembers that anything was. */
  | { readonly kind: 'fresh' }
  | { readonly kind: 'intact' }
  /** Told again at each start until `dismissLoss`. */
  | (Loss & { readonly kind: 'lost' })

export interface Loss {
  /** All of it, or the last changes only. */
  readonly extent: 'all' | 'some'
  /** How many reports were kept when the marker was written, and how many are there now. */
  readonly reports: number
  readonly reportsLeft: number
  /** When the marker was last written, in milliseconds since 1970. */
  readonly at: number
}

/** Writes down after each change what the database holds. */
export interface Marker {
  /** `seq` is the journal entry of the change; `added` how many reports it added, negative for deleted ones. */
  readonly remember: (seq: number, added: number) => void
}

const marked = z.object({
  databaseId: z.string(),
  seq: z.number(),
  reports: z.number(),
  at: z.number(),
})

type Marked = z.infer<typeof marked>

const loss = z.object({
  extent: z.enum(['all', 'some']),
  reports: z.number(),
  reportsLeft: z.number(),
  at: z.number(),
}) satisfies z.ZodType<Loss>

/** Keys in `settings` that are not a person's. */
const DATABASE_ID = 'store.databaseId'
const LOSS = 'store.loss'

/** Compares the opened database with the marker, notes a loss in the database, and goes on marking. */
export async function recallMarker(
  database: DeskDatabase,
  ports: StorePorts,
): Promise<{ readonly marker: Marker; readonly recovery: Recovery }> {
  const before = readMarker(ports)
  const { databaseId, seq, reports, known } = await database.dexie.transaction(
    'rw',
    [database.settings, database.journal, database.reports],
    async () => {
      const { id, isNew } = await databaseIdOf(database, ports)
      const lastSeq = (await database.journal.orderBy('seq').last())?.seq ?? 0
      const count = await database.reports.count()
      const found = isNew || before === null ? null : lossOf(before, id, lastSeq, count)
      const lostAll = isNew && before !== null && before.seq > 0 ? before : null
      const noted = lostAll === null ? found : toLoss('all', lostAll, count)
      if (noted !== null) await database.settings.put({ key: LOSS, value: noted })
      const told = loss.safeParse((await database.settings.get(LOSS))?.value)
      return {
        databaseId: id,
        seq: lastSeq,
        reports: count,
        known: told.success ? told.data : null,
      }
    },
  )
  const marker = createMarker({ databaseId, seq, reports, at: ports.now() }, ports)
  marker.remember(seq, 0)
  if (known !== null) return { marker, recovery: { kind: 'lost', ...known } }
  return { marker, recovery: { kind: before === null && reports === 0 ? 'fresh' : 'intact' } }
}

/** The person has been told. */
export async function dismissLoss({
  database,
}: {
  readonly database: DeskDatabase
}): Promise<void> {
  await database.settings.delete(LOSS)
}

/** One or two sentences for the person at the screen. */
export function lossWords({ extent, reports, reportsLeft }: Loss): string {
  return extent === 'all'
    ? `上次保存的 ${reports} 份报告已不在本机数据库中，可能是磁盘已满、断电或浏览器清除了数据；请重新导入原文件。`
    : `上次保存的最后几步没有保住（当时 ${reports} 份报告，现在 ${reportsLeft} 份），可能是断电所致；请检查最近导入的报告和作出的决定。`
}

function createMarker(start: Marked, ports: StorePorts): Marker {
  let last = start
  return {
    remember: (seq, added) => {
      // Changes may be acknowledged out of order; the marker only ever rises.
      last = {
        databaseId: start.databaseId,
        seq: Math.max(last.seq, seq),
        reports: last.reports + added,
        at: ports.now(),
      }
      ports.marker.write(JSON.stringify(last))
    },
  }
}

function readMarker(ports: StorePorts): Marked | null {
  const text = ports.marker.read()
  if (text === null) return null
  try {
    const parsed = marked.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    // Cut off or written by something else: nobody remembers.
    return null
  }
}

function lossOf(before: Marked, id: string, lastSeq: number, reports: number): Loss | null {
  // The marker of another database says nothing of this one.
  if (before.databaseId !== id || lastSeq >= before.seq) return null
  return toLoss(lastSeq === 0 ? 'all' : 'some', before, reports)
}

const toLoss = (extent: Loss['extent'], before: Marked, reportsLeft: number): Loss => ({
  extent,
  reports: before.reports,
  reportsLeft,
  at: before.at,
})

async function databaseIdOf(
  database: DeskDatabase,
  ports: StorePorts,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const row = await database.settings.get(DATABASE_ID)
  if (typeof row?.value === 'string') return { id: row.value, isNew: false }
  const id = ports.newId()
  await database.settings.put({ key: DATABASE_ID, value: id })
  return { id, isNew: true }
}
