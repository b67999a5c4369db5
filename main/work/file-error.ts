import type { ReadError } from '../../shared/read-error.ts'

/** What an error of the file system means to the person who named the file. */
export function fileErrorOf(error: unknown): ReadError {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return { code: 'not-found' }
    case 'EIO':
      return { code: 'damaged', reason: 'broken' }
    default:
      // EACCES, EPERM, EBUSY (Word has it open); Windows says UNKNOWN of files that a virus scanner or a cloud holds.
      return { code: 'no-access' }
  }
}

/** The system's code of an error, such as `ENOENT`; empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
