import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { isPassedOver } from '../archive/passed-over.ts'
import { isOwnPage } from '../exports/write-whole.ts'
import { extensionOf } from '../readers/sniff.ts'
import type { Candidate } from '../work/check-files.ts'
import { fileErrorOf } from '../work/file-error.ts'
import type { FilePath } from '../work/read-bytes.ts'

/**
 * The files to check, in the order of the paths given and, inside a folder, of the names. A path that is named always
 * gives an entry; in a folder other types, hidden files and what office programs leave behind are passed over.
 */
export async function findFiles(
  paths: readonly string[],
  extensions: readonly string[],
): Promise<readonly Candidate[]> {
  const found: Candidate[] = []
  for (const path of paths) found.push(...(await filesOf(path, extensions)))
  return found
}

async function filesOf(path: string, extensions: readonly string[]): Promise<readonly Candidate[]> {
  const status = await statusOf(path)
  if ('error' in status) return [{ file: path, error: status.error }]
  if (status.stats.isDirectory()) {
    const walk: Walk = { extensions, visited: new Set(), found: [] }
    await walkFolder({ file: path, path: Buffer.from(path) }, await realOf(path), walk)
    return walk.found
  }
  if (status.stats.isFile()) return [{ file: path, path }]
  // A pipe or a device: opening it could wait for ever.
  return [{ file: path, error: { code: 'unsupported-type', extension: extensionOf(path) } }]
}

interface Walk {
  readonly extensions: readonly string[]
  /** Real paths of the folders that were read. */
  readonly visited: Set<string>
  readonly found: Candidate[]
}

/** A path for a person and for the system, which differ where a name is no valid UTF-8. */
interface Spot {
  readonly file: string
  readonly path: Buffer
}

/** `real` is the folder's real path, `root` that of the folder named on the command line. */
async function walkFolder(spot: Spot, real: string, walk: Walk, root = real): Promise<void> {
  if (walk.visited.has(real)) return
  walk.visited.add(real)
  const entries = await entriesOf(spot.path)
  if ('error' in entries) {
    walk.found.push({ file: spot.file, error: entries.error })
    return
  }
  for (const entry of entries.list) {
    const name = entry.name.toString()
    if (isPassedOver(name)) continue
    const inside = insideOf(spot, entry.name)
    if (entry.isDirectory()) await walkFolder(inside, childOf(real, name), walk, root)
    else if (entry.isFile()) await takeFile(inside, walk)
    else if (entry.isSymbolicLink()) await followLink(inside, { real, root }, walk)
  }
}

async function followLink(
  link: Spot,
  from: { readonly real: string; readonly root: string },
  walk: Walk,
): Promise<void> {
  const status = await statusOf(link.path)
  if ('error' in status) {
    // A report that a broken link promises is missing; any other broken link is none of ours.
    if (isWanted(link.file, walk)) walk.found.push({ file: link.file, error: status.error })
    return
  }
  if (status.stats.isFile()) return takeFile(link, walk)
  if (!status.stats.isDirectory()) return
  const real = await realOf(link.path)
  // Inside the root the walk comes by itself, under the folder's own name; upwards it would go round for ever.
  if (isWithin(real, from.root) || isWithin(from.real, real)) return
  await walkFolder(link, real, walk, from.root)
}

async function takeFile({ file, path }: Spot, walk: Walk): Promise<void> {
  if (!isWanted(file, walk)) return
  // A checklist that an earlier run wrote into the folder is no report.
  if (OWN_NAME.test(file) && (await isOwnPage(path))) return
  const text = path.toString()
  walk.found.push({ file, path: Buffer.from(text).equals(path) ? text : path })
}

const isWanted = (file: string, walk: Walk): boolean => walk.extensions.includes(extensionOf(file))

/** Checklists end in two extensions; only of such a file the head is read. */
const OWN_NAME = /(?:\.[a-z]+\.html|(?:^|[\\/])index\.html)$/i

function insideOf({ file, path }: Spot, name: Buffer): Spot {
  const join = endsInSeparator(file) ? '' : '/'
  return {
    file: `${file}${join}${name.toString()}`,
    path: Buffer.concat([path, Buffer.from(join), name]),
  }
}

const endsInSeparator = (path: string): boolean => path.endsWith('/') || path.endsWith(sep)

const childOf = (folder: string, name: string): string =>
  endsInSeparator(folder) ? `${folder}${name}` : `${folder}${sep}${name}`

const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(endsInSeparator(outer) ? outer : `${outer}${sep}`)

type Failed = { readonly error: ReturnType<typeof fileErrorOf> }

async function statusOf(path: FilePath): Promise<{ readonly stats: Stats } | Failed> {
  try {
    return { stats: await stat(typeof path === 'string' ? path : Buffer.from(path)) }
  } catch (error) {
    return { error: fileErrorOf(error) }
  }
}

/** Sorted by name, in an order that no language setting changes. */
async function entriesOf(
  folder: Buffer,
): Promise<{ readonly list: readonly Dirent<Buffer>[] } | Failed> {
  try {
    const list = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
    return { list: list.sort((left, right) => left.name.compare(right.name)) }
  } catch (error) {
    return { error: fileErrorOf(error) }
  }
}

/** The path without links; the path itself where the system does not say. */
const realOf = async (path: FilePath): Promise<string> => {
  const systemPath = typeof path === 'string' ? path : Buffer.from(path)
  return realpath(systemPath).catch(() => systemPath.toString())
}
