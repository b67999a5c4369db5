import { appendFile, mkdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { FileTicket } from '../../shared/ipc/contract.ts'
import type { FilePath } from '../work/read-bytes.ts'
import { writePrivate } from './private-file.ts'

/** The files that the desk may read, watch and open: those a person gave to it, now or in an earlier run. */
export interface HandedOut {
  /** Tickets for paths that a person chose. A file that cannot be looked at gets one too: reading it says why. */
  readonly handOut: (paths: readonly FilePath[]) => Promise<readonly FileTicket[]>
  /** The path as the system takes it; undefined for a path that was never handed out. */
  readonly find: (path: string) => FilePath | undefined
}

/** Paths kept over the end of the program, the newest; a report is watched again after a restart. */
const MOST_KEPT = 50_000

/** Opens the list that lies in `file`. Where it cannot be read or written, the list lives as long as the program. */
export async function openHandedOut(file: string): Promise<HandedOut> {
  const known = new Map<string, FilePath>()
  for (const path of await readKept(file)) known.set(path, path)

  const nameFor = (path: FilePath): string => {
    const text = typeof path === 'string' ? path : Buffer.from(path).toString()
    // Two names that are no valid UTF-8 may look the same; each must still mean its own file.
    for (let copy = 1; ; copy += 1) {
      const name = copy === 1 ? text : `${text} (${copy})`
      const holder = known.get(name)
      if (holder === undefined || isSamePath(holder, path)) return name
    }
  }
  const remember = async (paths: readonly string[]) => {
    if (paths.length === 0) return
    const lines = paths.map((path) => `${JSON.stringify(path)}\n`)
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await appendFile(file, lines.join(''), { mode: 0o600 })
  }

  const handOut: HandedOut['handOut'] = async (paths) => {
    const tickets: FileTicket[] = []
    const fresh: string[] = []
    for (const given of paths) {
      const real = await realOf(given)
      const path = nameFor(real)
      if (!known.has(path) && typeof real === 'string') fresh.push(path)
      known.set(path, real)
      tickets.push({ path, name: nameOf(given), size: await sizeOf(real) })
    }
    // A disk that is full must not keep anybody from reading.
    await remember(fresh).catch(() => {})
    return tickets
  }
  return { handOut, find: (path) => known.get(path) }
}

async function readKept(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.split('\n').filter((line) => line !== '')
  const kept = [...new Set(lines.flatMap(parseLine))].slice(-MOST_KEPT)
  if (kept.length < lines.length) {
    const rewritten = kept.map((path) => `${JSON.stringify(path)}\n`).join('')
    await writePrivate(file, rewritten).catch(() => {})
  }
  return kept
}

/** The path in a line; none where the program was ended in the middle of writing it. */
function parseLine(line: string): readonly string[] {
  try {
    const path: unknown = JSON.parse(line)
    return typeof path === 'string' ? [path] : []
  } catch {
    return []
  }
}

const isSamePath = (one: FilePath, other: FilePath): boolean =>
  Buffer.from(one).equals(Buffer.from(other))

/** The path without links; the path itself where the file is not there or may not be seen. */
export async function realOf(path: FilePath): Promise<FilePath> {
  if (typeof path === 'string') return realpath(path).catch(() => path)
  const real = await realpath(Buffer.from(path), { encoding: 'buffer' }).catch(() => path)
  const text = Buffer.from(real).toString()
  return Buffer.from(text).equals(real) ? text : real
}

const nameOf = (path: FilePath): string =>
  basename(typeof path === 'string' ? path : Buffer.from(path).toString())

const sizeOf = async (path: FilePath): Promise<number> => {
  const status = await stat(typeof path === 'string' ? path : Buffer.from(path)).catch(() => null)
  return status?.isFile() === true ? status.size : 0
}
