import type { CellDoubt } from '../../../shared/document/source-document.ts'
import { type SettledBlock, showsText } from '../settled/settled.ts'
import { hasScraps } from './cell-scraps.ts'
import { ParagraphBuilder } from './paragraph-builder.ts'
import { areSameCells, RowDefiner, type RowDefinition } from './row-definition.ts'
import { type RawCell, type RawRow, settleTable } from './settle-table.ts'
import type { ControlWord } from './tokens.ts'

/** What the end of a paragraph says about it. */
export interface ParagraphEnd {
  readonly style: number
  /** From 1 for headings; 0 for body text. */
  readonly level: number
  /** Tables around it. */
  readonly tableDepth: number
}

/** The text of the document, or of a text box. RTF marks only the ends of paragraphs, cells and rows. */
export class Story {
  readonly paragraph = new ParagraphBuilder()
  readonly #blocks: SettledBlock[] = []
  /** The tables around the place that has been reached, outermost first. */
  readonly #tables: OpenTable[] = []
  readonly #definer = new RowDefiner()
  readonly #nestedDefiner = new RowDefiner()
  /** Whether a definition stands before the row that is to come or has begun. */
  #isAnnounced = false

  /** Whether a table has begun that no paragraph outside has ended. */
  get isInTable(): boolean {
    return this.#tables.length > 0
  }

  /** Whether the word was about the places of cells; `isNested` for a table inside a cell. */
  defineRow(word: ControlWord, isNested: boolean, tableDepth: number): boolean {
    if (isNested) return this.#nestedDefiner.apply(word)
    const isStart = word.name === 'trowd' && (this.#tables[0]?.cells.length ?? 0) === 0
    if (isStart) {
      this.#isAnnounced = true
      // A paragraph that was not ended before the table runs into its first cell.
      if (tableDepth === 0 && this.paragraph.hasText) this.paragraph.doubt('crosses-border')
    }
    return this.#definer.apply(word)
  }

  endParagraph({ style, level, tableDepth }: ParagraphEnd): void {
    this.#reachDepth(tableDepth)
    const { blocks, doubt } = this.paragraph.take(style, level)
    const table = this.#tables.at(-1)
    if (table !== undefined) table.doubt ??= doubt
    const target = table?.blocks ?? this.#blocks
    for (const block of blocks) target.push(block)
  }

  endCell(end: ParagraphEnd): void {
    this.endParagraph(end)
    const table = this.#tables.at(-1)
    if (table === undefined) return
    if (table.cells.length === 0 && end.tableDepth === 1 && this.#isAnnounced) {
      table.announced = this.#definer.definition
    }
    endOpenCell(table)
  }

  /** `isDeleted` where the end of the row is a tracked deletion. */
  endRow(end: ParagraphEnd, isDeleted: boolean): void {
    if (this.paragraph.isPending) this.endParagraph(end)
    this.#reachDepth(end.tableDepth)
    const table = this.#tables.at(-1)
    if (table === undefined) return
    const isOuter = end.tableDepth === 1
    const { definition } = isOuter ? this.#definer : this.#nestedDefiner
    const isGone = isDeleted && !hasOpenText(table)
    if (isGone) clearRow(table)
    else endOpenRow(table, definition)
    if (isOuter) this.#isAnnounced = false
  }

  /** All that the story holds, once its end is reached. */
  finish(end: ParagraphEnd): readonly SettledBlock[] {
    if (this.paragraph.isPending) this.endParagraph(end)
    this.#reachDepth(0)
    return this.#blocks
  }

  /** Ends the tables deeper than that, which go into the cell around them, and begins those that are missing. */
  #reachDepth(depth: number): void {
    while (this.#tables.length > depth) {
      const table = this.#tables.pop()
      const target = this.#tables.at(-1)?.blocks ?? this.#blocks
      for (const block of table === undefined ? [] : endTable(table)) target.push(block)
    }
    while (this.#tables.length < depth) this.#tables.push(openTable())
  }
}

/** A table that is being read, with the row and the cell that have begun. */
interface OpenTable {
  readonly rows: RawRow[]
  cells: RawCell[]
  blocks: SettledBlock[]
  /** Of the cell that has begun. */
  doubt: CellDoubt | undefined
  /** The definition that stood before the row. */
  announced: RowDefinition | undefined
}

function openTable(): OpenTable {
  return { rows: [], cells: [], blocks: [], doubt: undefined, announced: undefined }
}

function hasOpenText({ cells, blocks }: OpenTable): boolean {
  return showsText(blocks) || cells.some((cell) => showsText(cell.blocks))
}

function endOpenCell(table: OpenTable): void {
  const doubt = table.doubt ?? (hasScraps(table.blocks) ? 'hidden-text' : undefined)
  table.cells.push({ blocks: table.blocks, doubt })
  table.blocks = []
  table.doubt = undefined
}

function clearRow(table: OpenTable): void {
  table.cells = []
  table.blocks = []
  table.doubt = undefined
  table.announced = undefined
}

function endOpenRow(table: OpenTable, definition: RowDefinition): void {
  // Text behind the last cell's end: that end was lost, or a whole cell. So it may be where something is doubted there.
  const isCut = showsText(table.blocks)
  if (isCut) endOpenCell(table)
  // Where the definition is written twice, it is twice the same; else one of the two is damaged.
  const isOther = table.announced !== undefined && !areSameCells(table.announced, definition)
  const isUnsure = isCut || isOther || table.doubt !== undefined
  const doubt = isUnsure ? 'crosses-border' : undefined
  if (table.cells.length > 0) table.rows.push({ definition, cells: table.cells, doubt })
  clearRow(table)
}

/** The table, or paragraphs that only said that they were in one. */
function endTable(table: OpenTable): readonly SettledBlock[] {
  const isUnended = table.cells.length > 0 || showsText(table.blocks)
  if (table.rows.length === 0 && table.cells.length === 0) return table.blocks
  if (isUnended) {
    if (showsText(table.blocks)) endOpenCell(table)
    const definition = table.announced ?? { left: 0, cells: [] }
    table.rows.push({ definition, cells: table.cells, doubt: 'crosses-border' })
  }
  return [settleTable(table.rows)]
}
