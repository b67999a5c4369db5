import type { GivenFile } from './incoming.ts'
import { isPassedOver, isWantedInFolder } from './wanted-files.ts'

/**
 * The files of a drop or a paste, with those in its folders. Must be called while the event is handled: afterwards
 * the browser gives nothing away.
 */
export function givenFiles(data: DataTransfer): Promise<readonly GivenFile[]> {
  const items = [...data.items].filter(({ kind }) => kind === 'file')
  const roots = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  return collect(roots)
}

/** The files of an `<input type="file">`, for one file after another or a whole folder. */
export const inputFiles = (files: Iterable<File>, isFolder: boolean): readonly GivenFile[] =>
  [...files].flatMap((file) => {
    const parts = file.webkitRelativePath.split('/').slice(0, -1)
    if (isFolder && (!isWantedInFolder(file.name) || parts.some(isPassedOver))) return []
    return [{ file, folder: parts.join('/') }]
  })

interface Root {
  /** null for what comes from another program and is no file on disk. */
  readonly entry: FileSystemEntry | null
  readonly file: File | null
}

async function collect(roots: readonly Root[]): Promise<readonly GivenFile[]> {
  const found: GivenFile[] = []
  for (const { entry, file } of roots) {
    // The file itself and not that of the entry: only on it the host can tell the place on disk.
    if (entry === null || entry.isFile) found.push(...(file === null ? [] : [{ file, folder: '' }]))
    else if (isFolder(entry)) await walk(entry, found)
  }
  return found
}

async function walk(folder: FileSystemDirectoryEntry, found: GivenFile[]): Promise<void> {
  const entries = await entriesOf(folder)
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (isPassedOver(entry.name)) continue
    if (isFolder(entry)) await walk(entry, found)
    else if (isFile(entry) && isWantedInFolder(entry.name)) {
      const file = await fileOf(entry)
      if (file !== null) found.push({ file, folder: folder.fullPath.replace(/^\//, '') })
    }
  }
}

// Chromium has these interfaces without their global names: `instanceof` cannot be asked.
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

/** The reader gives them in portions and must be asked until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      // A folder that may not be read gives what it has given so far.
      reader.readEntries(resolve, () => resolve([])),
    )
    if (portion.length === 0) return all
    all.push(...portion)
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)))
