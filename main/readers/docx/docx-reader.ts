import type { DocumentNote, SourceDocument } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { readBlocks } from './read-blocks.ts'
import { settlePackage } from './settle-package.ts'
import type { SettledDocument } from './settled.ts'
import { openWordPackage } from './word-package.ts'

/** Reads Word's .docx (and .docm, .dotx) from its own XML: the text as it stands with all changes accepted. */
export const docxReader: Reader = { type: 'docx', open: openDocx }

async function openDocx(bytes: Uint8Array): Promise<Result<OpenedSource, ReadError>> {
  const opened = await openWordPackage(bytes)
  if (!opened.ok) return opened
  const settled = settlePackage(opened.value)
  const blocks = readBlocks(settled.blocks)
  const document: SourceDocument = { format: 'docx', blocks, notes: notesOf(settled) }
  return success({
    document,
    view: async () => {
      // Mammoth is loaded only for a screen: the checker has no use for it.
      const { viewSettled } = await import('./view.ts')
      const html = await viewSettled(settled, opened.value)
      return success({ kind: 'html', html })
    },
  })
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
