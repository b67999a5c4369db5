import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { fingerprintOf } from '../scripts/start/built.ts'
import { FAMILIES, type Family } from './families.ts'
import type { Truth } from './judge.ts'
import type { Tool } from './layout.ts'
import { makeCorpus } from './make-corpus.ts'

/** A file of the corpus. */
export interface CorpusEntry {
  readonly layout: string
  readonly family: Family
  /** From the corpus folder; its truth stands beside it. */
  readonly path: string
}

export interface CorpusIndex {
  readonly entries: readonly CorpusEntry[]
  /** Layouts that this machine has no program for. */
  readonly skipped: readonly { readonly layout: string; readonly tool: Tool }[]
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Where the corpus is kept; git ignores it. */
export const CORPUS = join(ROOT, 'corpus')

const INDEX = join(CORPUS, 'index.json')

/** What decides over the corpus; the lock file says which libraries and browser made it. */
const SOURCES = ['eval', 'test/builders', 'shared/form', 'package-lock.json'].map((name) =>
  join(ROOT, name),
)

const familyName = z.enum(Object.keys(FAMILIES).filter((name): name is Family => name in FAMILIES))

const Stored = z.object({
  fingerprint: z.string(),
  entries: z.array(z.object({ layout: z.string(), family: familyName, path: z.string() })),
  skipped: z.array(z.object({ layout: z.string(), tool: z.enum(['office', 'browser']) })),
})

/** The corpus as it stands on disk, made anew where it is not there or its sources have changed. */
export async function openCorpus(onLayout: (name: string) => void): Promise<CorpusIndex> {
  const fingerprint = await fingerprintOf(SOURCES)
  if (existsSync(INDEX)) {
    const stored = storedIndex()
    if (stored?.fingerprint === fingerprint) return stored
  }
  const index = await makeCorpus(CORPUS, onLayout)
  writeFileSync(INDEX, JSON.stringify({ fingerprint, ...index }))
  return index
}

/** Null where the index was cut short, or an older version of this program wrote it. */
function storedIndex(): z.infer<typeof Stored> | null {
  try {
    return Stored.safeParse(JSON.parse(readFileSync(INDEX, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

const cellId = z.templateLiteral([z.enum(['t2', 't3', 't4']), '.', z.string()])

const StoredTruth = z.object({
  edition: z.string(),
  cells: z.record(cellId, z.object({ raw: z.string(), value: z.number().nullable() })),
  lost: z.array(cellId),
  isClean: z.boolean(),
})

/** The bytes of a file of the corpus and what it truly shows. */
export function readEntry({ path }: CorpusEntry): { bytes: Uint8Array; truth: Truth } {
  const json: unknown = JSON.parse(readFileSync(join(CORPUS, `${path}.truth.json`), 'utf8'))
  const { edition, cells, lost, isClean } = StoredTruth.parse(json)
  return {
    bytes: new Uint8Array(readFileSync(join(CORPUS, path))),
    truth: { edition, cells: truthCells(cells), lost: new Set(lost), isClean },
  }
}

const truthCells = (cells: z.infer<typeof StoredTruth>['cells']): Truth['cells'] =>
  new Map(Object.entries(cells).map(([id, cell]) => [cellId.parse(id), cell]))
