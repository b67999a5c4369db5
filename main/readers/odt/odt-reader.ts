import type { DocumentNote, SourceDocument } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { readBlocks } from '../docx/read-blocks.ts'
import type { Relationship } from '../docx/relationships.ts'
import type { SettledBlock, SettledDocument, SettledRun } from '../docx/settled.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { openOdfPackage } from './odf-package.ts'
import { sizeError } from './odf-size.ts'
import { readStyles } from './odf-styles.ts'
import { settleOdt } from './settle.ts'

/** Reads OpenDocument texts (.odt, .ott, flat .fodt) from their XML, as they stand with all changes accepted. */
export const odtReader: Reader = { type: 'odt', open: openOdt }

async function openOdt(bytes: Uint8Array): Promise<Result<OpenedSource, ReadError>> {
  const opened = await openOdfPackage(bytes)
  if (!opened.ok) return opened
  const { body, parts, archive } = opened.value
  const tooLarge = sizeError(body)
  if (tooLarge !== undefined) return failure(tooLarge)
  const settled = settleOdt(body, readStyles(parts))
  const blocks = readBlocks(settled.blocks)
  const document: SourceDocument = { format: 'odt', blocks, notes: notesOf(settled) }
  return success({
    document,
    view: async () => {
      // Mammoth is loaded only for a screen: the checker has no use for it.
      const { viewSettled } = await import('../docx/view.ts')
      const relationships = pictureLinks(settled.blocks)
      const html = await viewSettled(settled, { archive, relationships })
      return success({ kind: 'html', html })
    },
  })
}

function notesOf({ revisions, comments, hiddenTexts }: SettledDocument): readonly DocumentNote[] {
  const notes = [
    { kind: 'revisions', count: revisions },
    { kind: 'comments', count: comments },
    { kind: 'hidden-text', count: hiddenTexts },
  ] as const
  return notes.filter(({ count }) => count > 0)
}

/** OpenDocument names a picture by its place in the package, where Word names a link to it. */
function pictureLinks(blocks: readonly SettledBlock[]): readonly Relationship[] {
  const places = new Set(runsIn(blocks).flatMap(({ pictures }) => pictures))
  return [...places].map((place) => ({
    id: place,
    type: 'image',
    part: place.replace(/^\.\//, ''),
  }))
}

function runsIn(blocks: readonly SettledBlock[]): readonly SettledRun[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.runs
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => runsIn(cell.blocks))),
  )
}
