import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { openSettled } from '../settled/open-settled.ts'
import { openForeignContent } from './foreign-content.ts'
import { settlePackage } from './settle-package.ts'
import { openWordPackage } from './word-package.ts'
import { openWordXml } from './word-xml.ts'

/**
 * Reads Word's .docx (and .docm, .dotx, and Word 2003's files of one XML document) from its own XML: the text as it
 * stands with all changes accepted.
 */
export const docxReader: Reader = { type: 'docx', open: openDocx }

async function openDocx(bytes: Uint8Array): Promise<Result<OpenedSource, ReadError>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const word = isZip ? await openWordPackage(bytes) : openWordXml(bytes)
  if (!word.ok) return word
  const foreign = await openForeignContent(word.value)
  if (foreign !== undefined) return foreign
  return success(openSettled('docx', settlePackage(word.value), () => word.value))
}
