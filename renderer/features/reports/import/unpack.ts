import type { DesktopApi, UnpackOutcome } from '../../../../shared/ipc/contract.ts'
import type { ReadError } from '../../../../shared/read-error.ts'
import { type Result, success } from '../../../../shared/result.ts'
import { isArchiveName } from './wanted-files.ts'

/** The reports of a zip; a document where the name is none of a zip. */
export const unpack = async (
  desktop: Pick<DesktopApi, 'unpackArchive'>,
  name: string,
  bytes: Uint8Array,
): Promise<Result<UnpackOutcome, ReadError>> =>
  isArchiveName(name) ? desktop.unpackArchive(bytes) : success({ kind: 'document' })
