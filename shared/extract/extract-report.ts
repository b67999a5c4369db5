import type { Block, SourceDocument } from '../document/source-document.ts'
import type { Edition, TableId } from '../form/edition.ts'
import { EDITIONS, editionInForce } from '../form/editions.ts'
import type { ReadError } from '../read-error.ts'
import type { Report } from '../report/report.ts'
import { failure, type Result, success } from '../result.ts'
import { fold } from '../text/fold.ts'
import { type Line, linesOf } from './lines.ts'
import { findPeriod } from './period.ts'
import { type FoundSections, findSections } from './sections.ts'
import { findSignature } from './signature.ts'
import { alignTables } from './tables/align-tables.ts'
import { findTables } from './tables/find-tables.ts'
import { leftoversOf } from './tables/leftovers.ts'
import { type BlockRange, withFlows } from './tables/with-flows.ts'
import { findTitle } from './title.ts'

/**
 * Reads the official form out of a document: edition, cells, sections, title, period, signature.
 * Fails with `not-a-report` where neither tables nor headings of the form are there, with `too-large` where a table has
 * rows that no person fills in.
 */
export function extractReport(
  document: SourceDocument,
  editions: readonly Edition[] = EDITIONS,
): Result<Report, ReadError> {
  if (document.blocks.some(isTooWide)) return failure({ code: 'too-large', limit: 'table' })
  const lines = linesOf(document)
  const newest = editions.at(-1)
  if (newest === undefined) throw new Error('no edition of the form is registered')
  const sections = findSections(document, lines, newest.sections)
  const start = firstSectionBlock(document, sections)
  const title = findTitle(lines.filter((line) => line.block < start))
  const period = findPeriod(lines)
  const rangeOfTable = (table: TableId): BlockRange | undefined => {
    const section = newest.sections.find((each) => each.table === table)
    return section === undefined ? undefined : rangeOf(section.number, document, sections)
  }
  const found = withFlows(document, findTables(document, editions), editions, rangeOfTable)
  const headings = sections.readings.filter((reading) => reading.heading !== null).length
  if (found.size === 0 && headings < (title === null ? FEWEST_HEADINGS : 2))
    return failure({ code: 'not-a-report' })
  const year = title?.year ?? period?.end.year ?? null
  const tables = alignTables(found, editions, expectedEdition(document, year, editions))
  return success({
    format: document.format,
    edition: tables.edition.id,
    title,
    period,
    signature: findSignature(linesAfterLastSection(lines, sections)),
    sections:
      tables.edition.sections === newest.sections
        ? sections.readings
        : findSections(document, lines, tables.edition.sections).readings,
    tables: tables.tables,
    cells: tables.cells,
    unplaced: [...tables.unplaced, ...leftoversOf(document, tables, rangeOfTable)],
    notes: document.notes,
  })
}

/** More cells with something in them than any row of a report has; comparing them all would take minutes. */
const MOST_CELLS = 400

function isTooWide(block: Block): boolean {
  if (block.kind !== 'table' || block.columnCount <= MOST_CELLS) return false
  const counts = new Map<number, number>()
  for (const { row, text } of block.cells)
    if (text !== '') counts.set(row, (counts.get(row) ?? 0) + 1)
  return [...counts.values()].some((count) => count > MOST_CELLS)
}

/** The edition in force for the year; without a year, the one whose notice the report cites. */
function expectedEdition(
  document: SourceDocument,
  year: number | null,
  editions: readonly Edition[],
): Edition | undefined {
  if (year !== null) return editionInForce(year, editions)
  const cited = editions.filter(({ source }) => mentions(document, fold(source)))
  return cited.length === 1 ? cited[0] : undefined
}

const mentions = (document: SourceDocument, words: string): boolean =>
  document.blocks.some((block) => block.kind === 'paragraph' && fold(block.text).includes(words))

/** Without tables and title, so many of the six headings make a report. */
const FEWEST_HEADINGS = 4

/** The block at which the report's text begins; the whole document where no heading and no table is found. */
function firstSectionBlock(document: SourceDocument, sections: FoundSections): number {
  const first = Math.min(...sections.blocks.filter((block) => block !== null))
  if (Number.isFinite(first)) return first
  const table = document.blocks.findIndex((block) => block.kind === 'table')
  return table < 0 ? document.blocks.length : table
}

/** From a section's heading to the next one that was found; undefined where the section has no heading. */
function rangeOf(
  number: number,
  document: SourceDocument,
  sections: FoundSections,
): BlockRange | undefined {
  const start = sections.blocks[number - 1] ?? null
  if (start === null) return undefined
  const later = sections.blocks.filter((block) => block !== null).filter((block) => block > start)
  return { start: start + 1, end: Math.min(document.blocks.length, ...later) }
}

function linesAfterLastSection(lines: readonly Line[], sections: FoundSections): readonly Line[] {
  const known = sections.blocks.filter((block) => block !== null)
  const last = Math.max(-1, ...known)
  return lines.filter((line) => line.block > last)
}
