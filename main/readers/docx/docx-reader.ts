import type { DocumentNote, SourceDocument } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { Reader } from '../reader.ts'
import { readListDefinitions } from './list-definitions.ts'
import { readBlocks } from './read-blocks.ts'
import { settleDocument } from './settle.ts'
import type { SettledDocument } from './settled.ts'
import { readStyles } from './styles.ts'
import { openWordPackage, type WordPackage } from './word-package.ts'

/** Reads Word's .docx (and .docm, .dotx) from its own XML: the text as it stands with all changes accepted. */
export const docxReader: Reader = { type: 'docx', read: readDocx }

async function readDocx(bytes: Uint8Array): Promise<Result<SourceDocument, ReadError>> {
  const opened = await openWordPackage(bytes)
  if (!opened.ok) return opened
  const settled = settlePackage(opened.value)
  return success({ format: 'docx', blocks: readBlocks(settled.blocks), notes: notesOf(settled) })
}

/** The settled text of an opened Word file, from which both the model and the view are made. */
export function settlePackage(word: WordPackage): SettledDocument {
  const styles = readStyles(word.styles)
  return settleDocument(word.document, styles, readListDefinitions(word.numbering, styles))
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
