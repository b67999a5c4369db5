import type {
  Block,
  DocumentNote,
  SourceDocument,
  TableCell,
} from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { blocksOf } from './blocks.ts'
import { withKnownCharacters } from './known-characters.ts'
import { layOutPages } from './lay-out-pages.ts'
import type { PageContent } from './page-content.ts'
import type { PageLines } from './page-lines.ts'
import { readPages } from './read-pages.ts'
import { hasBrokenStream } from './stream-checksums.ts'
import { isWholeFile } from './whole-file.ts'

/** More rows than the largest annual form in use by far. */
const MOST_ROWS = 20_000
/** Fewer characters than this on pages that are pictures are the stamp of the scanning program. */
const STAMP_LENGTH = 30

/** Paragraphs and tables of a PDF in reading order. */
export async function readPdf(bytes: Uint8Array): Promise<Result<SourceDocument, ReadError>> {
  if (bytes.length === 0) return failure({ code: 'damaged', reason: 'empty' })
  const read = await readPages(bytes)
  if (!read.ok) return read
  // Only now: of a file that is locked as well as cut off, the lock is what its owner can do something about.
  if (!isWholeFile(bytes)) return failure({ code: 'damaged', reason: 'broken' })
  const { pages, isUnreadable } = withKnownCharacters(read.value.pages, read.value.fonts)
  if (!pages.some(hasText)) return failure({ code: 'no-text-layer', pages: pages.length })
  if (isUnreadable) return failure({ code: 'no-unicode' })
  const laidOut = layOutPages(pages)
  if (isScan(pages, laidOut)) return failure({ code: 'no-text-layer', pages: pages.length })
  const blocks = hasBrokenStream(bytes) ? blocksOf(laidOut).map(inDoubt) : blocksOf(laidOut)
  if (blocks.some((block) => block.kind === 'table' && block.rowCount > MOST_ROWS))
    return failure({ code: 'too-large', limit: 'table' })
  return success({ format: 'pdf', blocks, notes: notesOf(pages) })
}

/** Nothing can be relied on where the file's own checksums fail, nor that a blank cell is blank. */
const inDoubt = (block: Block): Block =>
  block.kind === 'paragraph'
    ? block
    : {
        ...block,
        cells: block.cells.map((cell): TableCell => ({ ...cell, doubt: 'hidden-text' })),
      }

const hasText = ({ glyphs }: PageContent) => glyphs.some(({ text }) => text.trim() !== '')

/** Every page is a picture, and the little text on it is no more than a stamp or a page number. */
function isScan(pages: readonly PageContent[], laidOut: readonly PageLines[]): boolean {
  if (!pages.every(({ hasImage }) => hasImage)) return false
  const written = laidOut.flatMap(({ lines, tables }) => [
    ...lines.flatMap(({ segments }) => segments.map(({ text }) => text.length)),
    ...tables.flatMap(({ cells }) => cells.map(({ text }) => text.length)),
  ])
  return written.reduce((sum, length) => sum + length, 0) < STAMP_LENGTH
}

function notesOf(pages: readonly PageContent[]): readonly DocumentNote[] {
  const images = pages.filter((page) => page.hasImage && !hasText(page)).map(({ page }) => page)
  const hidden = pages.reduce((sum, { hiddenCount }) => sum + hiddenCount, 0)
  return [
    ...(images.length > 0 ? [{ kind: 'image-pages' as const, pages: images }] : []),
    ...(hidden > 0 ? [{ kind: 'hidden-text' as const, count: hidden }] : []),
  ]
}
