import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { openSettled } from './open-settled.ts'
import { settlePackage } from './settle-package.ts'
import { openWordPackage } from './word-package.ts'

/** Reads Word's .docx (and .docm, .dotx) from its own XML: the text as it stands with all changes accepted. */
export const docxReader: Reader = { type: 'docx', open: openDocx }

async function openDocx(bytes: Uint8Array): Promise<Result<OpenedSource, ReadError>> {
  const word = await openWordPackage(bytes)
  if (!word.ok) return word
  return success(openSettled('docx', settlePackage(word.value), () => word.value))
}
