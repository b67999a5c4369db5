import type { DocumentNote, SourceDocument } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { blocksOf } from '../pdf/blocks.ts'
import { layOutPages } from '../pdf/lay-out-pages.ts'
import type { PageContent } from '../pdf/page-content.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { openOfd } from './ofd-package.ts'
import { pagesView } from './pages-view.ts'
import { paintOfdPage } from './paint-page.ts'
import { placeInView } from './place-in-view.ts'

/** Reads OFD (GB/T 33190), the national format for pages of placed text: tables are found as they are in a PDF. */
export const ofdReader: Reader = { type: 'ofd', open: openSource }

/** More rows than the largest annual form in use by far. */
const MOST_ROWS = 20_000

async function openSource(bytes: Uint8Array): Promise<Result<OpenedSource, ReadError>> {
  const opened = await openOfd(bytes)
  if (!opened.ok) return opened
  const pages: PageContent[] = []
  for (const [index, page] of opened.value.entries()) {
    const painted = paintOfdPage(page, index + 1)
    if (!painted.ok) return painted
    pages.push(painted.value)
  }
  if (!pages.some(hasText)) return failure({ code: 'no-text-layer', pages: pages.length })
  const blocks = blocksOf(layOutPages(pages))
  if (blocks.some((block) => block.kind === 'table' && block.rowCount > MOST_ROWS))
    return failure({ code: 'too-large', limit: 'table' })
  const placed = placeInView(blocks)
  const document: SourceDocument = { format: 'ofd', blocks: placed.blocks, notes: notesOf(pages) }
  return success({
    document,
    view: async () =>
      success({
        kind: 'html',
        html: pagesView(pages, placed.boxes),
        pageWidth: Math.max(...pages.map(({ width }) => width)),
      }),
  })
}

const hasText = ({ glyphs }: PageContent): boolean => glyphs.some(({ text }) => text.trim() !== '')

function notesOf(pages: readonly PageContent[]): readonly DocumentNote[] {
  const images = pages.filter((page) => page.hasImage && !hasText(page)).map(({ page }) => page)
  const hidden = pages.reduce((sum, { hiddenCount }) => sum + hiddenCount, 0)
  return [
    ...(images.length > 0 ? [{ kind: 'image-pages' as const, pages: images }] : []),
    ...(hidden > 0 ? [{ kind: 'hidden-text' as const, count: hidden }] : []),
  ]
}
