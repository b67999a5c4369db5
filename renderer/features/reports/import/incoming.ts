import type {
  DesktopApi,
  FileContent,
  FileTicket,
  UnpackedReport,
} from '../../../../shared/ipc/contract.ts'
import type { ReadError } from '../../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../../shared/result.ts'

/** A file that was given to the desk, by whatever way. */
export interface Incoming {
  readonly name: string
  /** Folder it was given with, for display; empty where there was none. */
  readonly folder: string
  /** Absolute; null where the host knows no place on disk. */
  readonly path: string | null
  /** Bytes. */
  readonly size: number
  /** Reads it only when its turn comes, so that a thousand files are not in memory at once. */
  readonly load: () => Promise<Result<Uint8Array, ReadError>>
}

/** A file of the page, as drops, pastes and inputs give them. */
export interface GivenFile {
  readonly file: File
  readonly folder: string
}

/** Files of the page with their places on disk, where the host knows them. */
export async function fromGivenFiles(
  given: readonly GivenFile[],
  adoptFiles: DesktopApi['adoptFiles'],
): Promise<readonly Incoming[]> {
  const tickets = await adoptFiles(given.map(({ file }) => file))
  return given.map(({ file, folder }, index) => ({
    name: file.name,
    folder,
    path: tickets[index]?.path ?? null,
    size: file.size,
    load: () => loadFile(file),
  }))
}

/** Files that the host handed out: from its own dialog, or given on the command line. */
export const fromTickets = (
  tickets: readonly FileTicket[],
  readFile: DesktopApi['readFile'],
): readonly Incoming[] =>
  tickets.map(({ path, name, size }) => ({
    name,
    folder: '',
    path,
    size,
    load: async () => {
      const content = await readFile(path)
      return content.ok ? success(content.value.bytes) : content
    },
  }))

/** Documents that are in memory already: samples, and what was pasted. */
export const fromContents = (
  contents: readonly Pick<FileContent, 'name' | 'bytes'>[],
): readonly Incoming[] =>
  contents.map(({ name, bytes }) => ({
    name,
    folder: '',
    path: null,
    size: bytes.byteLength,
    load: async () => success(bytes),
  }))

/** The reports of a zip, named after it and their paths in it. They have no place on disk of their own. */
export const fromArchive = (
  archive: Pick<Incoming, 'name' | 'folder'>,
  reports: readonly UnpackedReport[],
): readonly Incoming[] =>
  reports.map(({ name, content }) => ({
    name: `${archive.name}/${name}`,
    folder: archive.folder,
    path: null,
    size: content.ok ? content.value.byteLength : 0,
    load: async () => content,
  }))

async function loadFile(file: File): Promise<Result<Uint8Array, ReadError>> {
  try {
    return success(new Uint8Array(await file.arrayBuffer()))
  } catch {
    // The file was moved, deleted or locked after it was given.
    return failure({ code: 'no-access' })
  }
}
