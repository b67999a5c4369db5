import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { GIVEN_EXTENSIONS } from '../../shared/document/report-extensions.ts'
import type {
  Calls,
  FileContent,
  FileTicket,
  PickKind,
  PickOutcome,
} from '../../shared/ipc/contract.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { findFiles } from '../cli/walk.ts'
import { fileErrorOf } from '../work/file-error.ts'
import { type FilePath, readBytes } from '../work/read-bytes.ts'
import { type HandedOut, realOf } from './handed-out.ts'

/** The system's dialog, as a host has it: the paths that a person chose. */
export type Pick = (
  kind: PickKind,
) => Promise<readonly string[] | { readonly kind: 'cancelled' | 'unavailable' }>

export interface Files {
  readonly pick: Calls['file:pick']
  readonly read: Calls['file:read']
  /** Tickets for files and for all reports and zips of reports in folders, given by drop or on the command line. */
  readonly open: (paths: readonly string[]) => Promise<readonly FileTicket[]>
  /** Tickets for single files, in their order; null for what is no file that this program may use. */
  readonly adopt: (paths: readonly string[]) => Promise<readonly (FileTicket | null)[]>
}

/** Files that a person gives to the desk. No other path of this machine is ever read. */
export function createFiles(handedOut: HandedOut, pick: Pick): Files {
  const open: Files['open'] = async (paths) => {
    const candidates = await findFiles(paths, GIVEN_EXTENSIONS)
    return handedOut.handOut(
      candidates.map((candidate) => ('path' in candidate ? candidate.path : candidate.file)),
    )
  }
  const adopt: Files['adopt'] = (paths) =>
    Promise.all(
      paths.map(async (path) => {
        const status = path === '' ? null : await stat(path).catch(() => null)
        if (status?.isFile() !== true) return null
        const [ticket] = await handedOut.handOut([path])
        return ticket ?? null
      }),
    )
  return {
    open,
    adopt,
    pick: async (kind): Promise<PickOutcome> => {
      const picked = await pick(kind)
      return 'kind' in picked ? picked : { kind: 'picked', files: await open(picked) }
    },
    read: async (path) => {
      const known = handedOut.find(path)
      return known === undefined ? NO_ACCESS : readFile(known, basename(path))
    },
  }
}

const NO_ACCESS = failure<ReadError>({ code: 'no-access' })

async function readFile(path: FilePath, name: string): Promise<Result<FileContent, ReadError>> {
  const systemPath = typeof path === 'string' ? path : Buffer.from(path)
  try {
    // Asked before reading: what changes meanwhile must look newer than what was read.
    const { mtimeMs } = await stat(systemPath)
    // A link that has taken the file's place may lead anywhere.
    if (!Buffer.from(await realOf(path)).equals(Buffer.from(path))) return NO_ACCESS
    const bytes = await readBytes(path, name)
    return bytes.ok ? success({ name, bytes: bytes.value, modified: mtimeMs }) : bytes
  } catch (error) {
    return failure(fileErrorOf(error))
  }
}
