import type { Block, SourceFormat } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import { viewBlocks } from '../blocks-view.ts'
import type { OpenedSource } from '../reader.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { isBlank, visibleAreas } from './visible-areas.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** The document that a workbook shows, one sheet after the other; what is hidden is left out and counted. */
export function openWorkbook(
  { sheets }: Workbook,
  format: SourceFormat,
): Result<OpenedSource, ReadError> {
  const blocks: Block[] = []
  let hiddenTexts = 0
  for (const sheet of sheets) {
    if (sheet.isHidden) {
      hiddenTexts += textsIn(sheet)
      continue
    }
    const visible = visibleAreas(sheet)
    if (!visible.ok) return visible
    hiddenTexts += visible.value.hiddenTexts
    const tables = blocks.filter(({ kind }) => kind === 'table').length
    const own = sheetBlocks(visible.value.areas, { paragraphs: blocks.length - tables, tables })
    if (!own.ok) return own
    for (const block of own.value) blocks.push(block)
  }
  const notes = hiddenTexts > 0 ? [{ kind: 'hidden-text' as const, count: hiddenTexts }] : []
  return success({
    document: { format, blocks, notes },
    view: async () => success({ kind: 'html', html: viewBlocks(blocks) }),
  })
}

const textsIn = (sheet: Sheet): number => sheet.cells.filter(({ text }) => !isBlank(text)).length
