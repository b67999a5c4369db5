import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { openSettled } from '../settled/open-settled.ts'
import { settleDoc } from './settle-doc.ts'
import { openWordDocument } from './word-document.ts'

/**
 * Reads the .doc of Word 97 to 2003 ([MS-DOC]), and what WPS saves in that form (.wps): the text as it stands with
 * all changes accepted. Pictures are not read.
 */
export const docReader: Reader = { type: 'doc', open: async (bytes) => openDoc(bytes) }

function openDoc(bytes: Uint8Array): Result<OpenedSource, ReadError> {
  const opened = openWordDocument(bytes)
  if (!opened.ok) return opened
  const settled = settleDoc(opened.value)
  return settled.ok ? success(openSettled('doc', settled.value)) : settled
}
