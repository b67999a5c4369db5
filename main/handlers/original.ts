import { stat } from 'node:fs/promises'
import { GIVEN_EXTENSIONS } from '../../shared/document/report-extensions.ts'
import type { OpenError } from '../../shared/ipc/contract.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { extensionOf } from '../readers/sniff.ts'
import { fileErrorOf } from '../work/file-error.ts'
import type { HandedOut } from './handed-out.ts'

/** Opens a file in the program that the system has for it; false where there is none. */
export type OpenPath = (path: string) => Promise<boolean>

/** Opens a handed-out document where a person can change it. Only documents: opening a program would run it. */
export async function openOriginal(
  path: string,
  handedOut: HandedOut,
  openPath: OpenPath,
): Promise<Result<null, OpenError>> {
  const known = handedOut.find(path)
  if (known === undefined) return failure({ code: 'no-access' })
  if (!DOCUMENTS.has(extensionOf(path))) return failure({ code: 'no-program' })
  try {
    await stat(typeof known === 'string' ? known : Buffer.from(known))
  } catch (error) {
    return failure({ code: fileErrorOf(error).code === 'not-found' ? 'not-found' : 'no-access' })
  }
  // Programs are given paths as text; a name that is none cannot be passed on.
  if (typeof known !== 'string' || !(await openPath(known))) return failure({ code: 'no-program' })
  return success(null)
}

const DOCUMENTS: ReadonlySet<string> = new Set([...GIVEN_EXTENSIONS, 'et'])
