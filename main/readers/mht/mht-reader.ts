import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result } from '../../../shared/result.ts'
import { isTextEncoding } from '../charset.ts'
import { openPage } from '../html/html-reader.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import type { MimePart } from './mime-parts.ts'
import { readMime } from './mime-parts.ts'
import { rootPage } from './root-page.ts'

/** Web archives (.mht, .mhtml) as Word, WPS, Internet Explorer and Chromium save them: one page of a mail's parts. */
export const mhtReader: Reader = {
  type: 'mht',
  open: async (bytes) => openWebArchive(bytes),
}

function openWebArchive(bytes: Uint8Array): Result<OpenedSource, ReadError> {
  const message = readMime(bytes)
  if (!message.ok) return message
  const page = rootPage(message.value)
  if (page === undefined) return failure(BROKEN)
  const html = page.body()
  if (isCutOff(page, html)) return failure(BROKEN)
  const charset = page.headers.parameter('charset')
  return openPage(html, charset !== undefined && isTextEncoding(charset) ? charset : undefined)
}

const BROKEN = { code: 'damaged', reason: 'broken' } as const

/** Whether the archive ends within the page; where it ends behind the page's last tag, nothing of the page is lost. */
function isCutOff({ isWhole }: MimePart, html: Uint8Array): boolean {
  const tail = Buffer.from(html.subarray(-TAIL_BYTES)).toString('latin1').replaceAll('\0', '')
  return !isWhole && !/<\/html\s*>\s*$/i.test(tail)
}

/** Enough for the last tag and white space behind it, also in UTF-16. */
const TAIL_BYTES = 256
