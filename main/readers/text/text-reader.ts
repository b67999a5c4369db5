import type { Block, SourceDocument } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { Reader } from '../reader.ts'
import type { Recognised } from './blocks.ts'
import { readBoxTable } from './box-tables.ts'
import { decodeLines } from './lines.ts'
import { readPaddedTable } from './padded-tables.ts'
import { readLine } from './paragraph-lines.ts'
import { readPipeTable } from './pipe-tables.ts'
import { readTabCells } from './tab-cells.ts'
import { readTabRows } from './tab-rows.ts'
import { type TabStyle, tabStyleOf } from './tab-style.ts'
import { tablesInText } from './table-tags.ts'

/**
 * Plain text and Markdown. Tables flattened to lines come out as rows of cells, everything else as one paragraph a
 * line. Places count the lines of `decodeLines`.
 */
export const textReader: Reader = {
  type: 'text',
  open: async (bytes) => {
    const decoded = decodeLines(bytes)
    if (!decoded.ok) return decoded
    const { lines, encoding } = decoded.value
    if (lines.length > MOST_LINES) return failure({ code: 'too-large', limit: 'file' })
    const blocks = await readBlocks(lines)
    if (!blocks.ok) return blocks
    return success({
      document: documentOf(blocks.value, encoding),
      view: async () => success({ kind: 'lines', lines }),
    })
  },
}

/** A report has some hundreds of lines; a cell a line, some thousands. */
const MOST_LINES = 100_000

/** More rows than this are no report, in one table. */
const MOST_ROWS = 20_000

const documentOf = (
  blocks: readonly Block[],
  encoding: SourceDocument['notes'][number],
): SourceDocument => ({ format: 'text', blocks, notes: [encoding] })

async function readBlocks(lines: readonly string[]): Promise<Result<readonly Block[], ReadError>> {
  const style = tabStyleOf(lines)
  const tables = tablesInText(lines)
  // Few texts hold HTML; the others need no HTML parser.
  const html = tables.size === 0 ? undefined : await import('./html-tables.ts')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const found =
      html !== undefined && tables.has(at)
        ? html.readHtmlTables(lines, at, tables)
        : success(recognise(lines, at, style))
    if (!found.ok) return found
    for (const block of found.value.blocks) {
      if (block.kind === 'table' && block.rowCount > MOST_ROWS) {
        return failure({ code: 'too-large', limit: 'table' })
      }
      blocks.push(block)
    }
    at = found.value.next
  }
  return success(blocks)
}

function recognise(lines: readonly string[], at: number, style: TabStyle): Recognised {
  const line = lines[at] ?? ''
  return (
    (line.includes('\t') ? readTabs(lines, at, style) : undefined) ??
    (line.includes('|') ? readPipeTable(lines, at) : undefined) ??
    readBoxTable(lines, at) ??
    readPaddedTable(lines, at) ?? { blocks: [readLine(lines, at)], next: at + 1 }
  )
}

const readTabs = (lines: readonly string[], at: number, style: TabStyle): Recognised | undefined =>
  (style.unit === 'cells' ? readTabCells(lines, at, style) : undefined) ??
  readTabRows(lines, at, style)
