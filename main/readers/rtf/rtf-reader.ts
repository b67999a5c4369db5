import type { DocumentNote, SourceDocument } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { Archive } from '../../archive/zip.ts'
import { readBlocks } from '../docx/read-blocks.ts'
import type { SettledDocument } from '../docx/settled.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { rtfStart } from './rtf-start.ts'
import { settleRtf } from './settle-rtf.ts'

/** Reads RTF, which many a `.doc` is inside: the text as it stands with all changes accepted. */
export const rtfReader: Reader = { type: 'rtf', open: openRtf }

async function openRtf(bytes: Uint8Array): Promise<Result<OpenedSource, ReadError>> {
  const start = rtfStart(bytes)
  if (start === undefined) return failure({ code: 'damaged', reason: 'broken' })
  const settled = settleRtf(bytes, start)
  if (!settled.ok) return settled
  const blocks = readBlocks(settled.value.blocks)
  const document: SourceDocument = { format: 'rtf', blocks, notes: notesOf(settled.value) }
  return success({
    document,
    view: async () => {
      // Mammoth is loaded only for a screen: the checker has no use for it.
      const { viewSettled } = await import('../docx/view.ts')
      const html = await viewSettled(settled.value, { archive: NO_FILES, relationships: [] })
      return success({ kind: 'html', html })
    },
  })
}

/** Pictures are not read. */
const NO_FILES: Archive = {
  entries: [],
  has: () => false,
  read: async () => failure({ code: 'not-found' }),
}

function notesOf(settled: SettledDocument): readonly DocumentNote[] {
  const { revisions, comments, hiddenTexts } = settled
  const notes: readonly DocumentNote[] = [
    { kind: 'revisions', count: revisions },
    { kind: 'comments', count: comments },
    { kind: 'hidden-text', count: hiddenTexts },
  ]
  return notes.filter((note) => 'count' in note && note.count > 0)
}
