import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { openSettled } from '../settled/open-settled.ts'
import { rtfStart } from './rtf-start.ts'
import { settleRtf } from './settle-rtf.ts'

/** Reads RTF, which many a `.doc` is inside: the text as it stands with all changes accepted. Pictures are not read. */
export const rtfReader: Reader = { type: 'rtf', open: openRtf }

async function openRtf(bytes: Uint8Array): Promise<Result<OpenedSource, ReadError>> {
  const start = rtfStart(bytes)
  if (start === undefined) return failure({ code: 'damaged', reason: 'broken' })
  const settled = settleRtf(bytes, start)
  return settled.ok ? success(openSettled('rtf', settled.value)) : settled
}
