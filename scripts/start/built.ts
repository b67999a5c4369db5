import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A part of the program that is bundled before it can run. */
export interface Bundle {
  /** Files and folders it is made of. */
  readonly sources: readonly string[]
  /** A file that is there once it was built. */
  readonly result: string
  /** Where is written down what it was built from. */
  readonly stamp: string
  readonly build: () => Promise<void>
}

/** Builds what has changed since it was built; says so through `onBuild`. */
export async function ensureBuilt(bundle: Bundle, onBuild: () => void): Promise<void> {
  const wanted = await fingerprintOf(bundle.sources)
  const built = await readFile(bundle.stamp, 'utf8').catch(() => '')
  const isThere = await stat(bundle.result).catch(() => null)
  if (built === wanted && isThere !== null) return
  onBuild()
  await bundle.build()
  await mkdir(dirname(bundle.stamp), { recursive: true })
  await writeFile(bundle.stamp, wanted)
}

/** The same as long as no file was added, removed or changed. Tests are not bundled. */
export async function fingerprintOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of (await Promise.all(sources.map(filesIn))).flat().sort()) {
    const { size, mtimeMs } = await stat(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function filesIn(path: string): Promise<readonly string[]> {
  const status = await stat(path).catch(() => null)
  if (status === null) return []
  if (!status.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
