import type {
  DocumentNote,
  SourceDocument,
  SourceFormat,
} from '../../../shared/document/source-document.ts'
import { success } from '../../../shared/result.ts'
import type { OpenedSource } from '../reader.ts'
import { readBlocks } from './read-blocks.ts'
import type { SettledDocument } from './settled.ts'
import type { ViewPictures } from './view-pictures.ts'

/** A settled text as every word processor's reader gives it out. Without `pictures` the view shows none. */
export function openSettled(
  format: SourceFormat,
  settled: SettledDocument,
  pictures?: () => ViewPictures,
): OpenedSource {
  const document: SourceDocument = {
    format,
    blocks: readBlocks(settled.blocks),
    notes: notesOf(settled),
  }
  return {
    document,
    view: async () => {
      // Mammoth is loaded only for a screen: the checker has no use for it.
      const { viewSettled } = await import('./view.ts')
      return success({ kind: 'html', html: await viewSettled(settled, pictures?.()) })
    },
  }
}

function notesOf({ revisions, comments, hiddenTexts }: SettledDocument): readonly DocumentNote[] {
  const notes = [
    { kind: 'revisions', count: revisions },
    { kind: 'comments', count: comments },
    { kind: 'hidden-text', count: hiddenTexts },
  ] as const
  return notes.filter(({ count }) => count > 0)
}
