import { type FSWatcher, watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { FilePath } from '../work/read-bytes.ts'
import { type WatchedFile, watchFile } from './watched-file.ts'

export interface WatchOptions {
  /** The path as the system takes it; undefined for one that may not be watched. */
  readonly find: (path: string) => FilePath | undefined
  readonly onChange: (path: string) => void
  /** Tells of what happens in a folder; for tests, which want folders that tell nothing. */
  readonly watchFolder?: WatchFolder
}

export interface Watch {
  /** The files to watch from now on, instead of those before. */
  readonly set: (paths: readonly string[]) => Promise<null>
  readonly stop: () => void
}

/**
 * Tells of saves. Folders are watched, not files, because office programs save under another name and rename; and
 * since network drives tell nothing, files are also looked at by the clock.
 */
export function createWatch(options: WatchOptions): Watch {
  const files = new Map<string, FileInFolder>()
  const folders = new Map<string, Folder>()
  const watchFolder = options.watchFolder ?? watchWithSystem

  const add = (path: string, systemPath: FilePath) => {
    const watched = watchFile(systemPath, () => options.onChange(path))
    const place = dirname(path)
    const folder = folders.get(place) ?? openFolder(place, watchFolder)
    folders.set(place, folder)
    folder.files.set(keyOf(basename(path)), watched)
    files.set(path, { watched, folder })
  }
  const remove = (path: string, { watched, folder }: FileInFolder) => {
    watched.end()
    files.delete(path)
    folder.files.delete(keyOf(basename(path)))
    if (folder.files.size > 0) return
    folder.close()
    folders.delete(dirname(path))
  }
  const set: Watch['set'] = async (paths) => {
    const wanted = new Set(paths)
    for (const [path, file] of [...files]) if (!wanted.has(path)) remove(path, file)
    for (const path of wanted) {
      const systemPath = options.find(path)
      if (systemPath !== undefined && !files.has(path)) add(path, systemPath)
    }
    return null
  }

  const clock = startClock(() => [...files.values()])
  return {
    set,
    stop: () => {
      clearInterval(clock)
      for (const [path, file] of [...files]) remove(path, file)
    },
  }
}

interface FileInFolder {
  readonly watched: WatchedFile
  readonly folder: Folder
}

interface Folder {
  /** By `keyOf` their names. */
  readonly files: Map<string, WatchedFile>
  /** False where the system tells nothing of this folder. */
  readonly isTold: () => boolean
  readonly close: () => void
}

/** Calls `onEvent` with the name of the file that something happened to, null where the system does not say which. */
export type WatchFolder = (folder: string, onEvent: (name: string | null) => void) => FSWatcher

const watchWithSystem: WatchFolder = (folder, onEvent) =>
  watch(folder, { persistent: false }, (_, name) => onEvent(name))

function openFolder(path: string, watchFolder: WatchFolder): Folder {
  const files = new Map<string, WatchedFile>()
  const touch = (name: string | null) => {
    if (name !== null) files.get(keyOf(name))?.touch()
    else for (const file of files.values()) file.touch()
  }
  let watcher: FSWatcher | null = null
  const close = () => {
    watcher?.close()
    watcher = null
  }
  try {
    watcher = watchFolder(path, touch)
    watcher.on('error', close)
  } catch {
    // No such folder now, a drive that cannot, or no more watches to be had: the clock does it.
  }
  return { files, isTold: () => watcher !== null, close }
}

/** The same for all spellings of a name that one file system or another takes for the same. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

/** Milliseconds between two looks at files. */
const POLL_TIME = 1_000
/** Files that are looked at each time although the system should tell of them; with more, they take turns. */
const POLLED_AT_A_TIME = 200

function startClock(files: () => readonly FileInFolder[]): NodeJS.Timeout {
  let isBusy = false
  let next = 0
  const tick = async () => {
    if (isBusy) return
    isBusy = true
    const all = files()
    const untold = all.filter(({ folder }) => !folder.isTold())
    const told = all.filter(({ folder }) => folder.isTold())
    if (next >= told.length) next = 0
    const turn = told.slice(next, next + POLLED_AT_A_TIME)
    next += POLLED_AT_A_TIME
    await Promise.all([...untold, ...turn].map(({ watched }) => watched.poll()))
    isBusy = false
  }
  return setInterval(() => void tick(), POLL_TIME).unref()
}
