import type { Box } from '../../../shared/document/source-document.ts'
import { type Body, bodiesOf } from './bodies.ts'
import { centreY } from './boxes.ts'
import {
  type InferredTable,
  inferHead,
  inferTable,
  type Surroundings,
  type TableEnd,
} from './infer-table.ts'
import type { PageTable } from './page-table.ts'
import type { Piece } from './pieces.ts'
import type { Ruling } from './rulings.ts'
import { separatorsOf } from './separators.ts'
import { linesOf, type TextLine } from './text-lines.ts'
import { type PieceLine, toPieceLine } from './value-rows.ts'

export interface UnruledPage {
  readonly tables: readonly PageTable[]
  readonly rest: readonly TextLine[]
  /** The table that the page ends with; undefined where it ends otherwise. */
  readonly open: TableEnd | undefined
}

/** What is known of a page beside its lines. */
export interface UnruledScene {
  readonly page: number
  /** Lines that bound no cells by themselves. */
  readonly rulings: readonly Ruling[]
  readonly hidden: readonly Box[]
  /** The table that the page before ended with. */
  readonly before: TableEnd | undefined
}

/** More lines than a page can hold; a drawing, which is no table. */
const MOST_LINES = 3_000
/** In ems: a block with one number belongs to a table that is not further off. */
const NEAR = 10

/** Tables that no lines bound, or not all of their cells; what does not clearly stand in columns stays as lines. */
export function unruledTables(lines: readonly TextLine[], scene: UnruledScene): UnruledPage {
  const none = { tables: [], rest: lines, open: undefined }
  if (lines.length > MOST_LINES) return none
  const surroundings = { ...scene, separators: separatorsOf(scene.rulings) }
  const sorted = lines.map(toPieceLine).sort((a, b) => a.level - b.level)
  const bodies = bodiesOf(sorted)
  const found = bodies.length === 0 ? [] : accepted(tablesOf(bodies, sorted, surroundings), scene)
  const head = headAtEnd(sorted, found, surroundings)
  const all = head === undefined ? found : [...found, head]
  if (all.length === 0) return none
  const taken = new Set(all.flatMap((one) => [...one.taken]))
  const last = all.at(-1)
  const rest = sorted.flatMap((line) => remainder(line, taken))
  const foot = last?.table.box.bottom ?? 0
  const below = rest.filter(({ box }) => centreY(box) > foot)
  const isLast = withoutFooter(below, foot).length === 0
  return {
    tables: all.map(({ table }) => table),
    rest,
    open: isLast ? last : undefined,
  }
}

function tablesOf(
  bodies: readonly Body[],
  lines: readonly PieceLine[],
  surroundings: Surroundings,
): readonly InferredTable[] {
  const tables: InferredTable[] = []
  const taken = new Set<Piece>()
  bodies.forEach((body, index) => {
    const rowLines = new Set(body.rows.flatMap((row) => row.lines))
    const from = bodies[index - 1]?.rows.at(-1)?.level ?? Number.NEGATIVE_INFINITY
    const to = bodies[index + 1]?.rows[0]?.level ?? Number.POSITIVE_INFINITY
    const free = lines
      .filter(({ line, level }) => level > from && level < to && !rowLines.has(line))
      .map((line) => ({ ...line, pieces: line.pieces.filter((piece) => !taken.has(piece)) }))
    const before = index === 0 ? surroundings.before : undefined
    const table = inferTable(body, free, { ...surroundings, before })
    if (table === undefined) return
    tables.push(table)
    for (const piece of table.taken) taken.add(piece)
  })
  return tables
}

/** Fewer headings than this, apart from any table, are two texts that happen to stand at the same height. */
const FEWEST_HEADINGS = 3

/** What a page ends with where a table has its headings there and its rows on the next page. */
function headAtEnd(
  lines: readonly PieceLine[],
  tables: readonly InferredTable[],
  surroundings: Surroundings,
): InferredTable | undefined {
  const last = tables.at(-1)
  const foot = last?.table.box.bottom ?? Number.NEGATIVE_INFINITY
  const below = lines.filter(({ level }) => level > foot)
  const head = inferHead(
    withoutFooter(
      below.map(({ line }) => line),
      foot,
    ).flatMap((line) => below.find((other) => other.line === line) ?? []),
    surroundings,
  )
  if (head === undefined) return undefined
  const isBeside = last !== undefined && isNear(head, last)
  return isBeside || head.columns.length + 1 >= FEWEST_HEADINGS ? head : undefined
}

/** In ems: what stands alone further below the text is the page's foot. */
const FOOT_GAP = 2

function withoutFooter(lines: readonly TextLine[], top: number): readonly TextLine[] {
  const last = lines.at(-1)
  const before = lines.at(-2)?.box.bottom ?? top
  const isFooter =
    last !== undefined &&
    last.segments.length < FEWEST_HEADINGS &&
    last.box.top - before > FOOT_GAP * last.size
  return isFooter ? lines.slice(0, -1) : lines
}

/** Numbers stand in columns in a table, and in a block of one that is near the rest; elsewhere by chance. */
function accepted(
  tables: readonly InferredTable[],
  { before }: UnruledScene,
): readonly InferredTable[] {
  const kept = new Set(
    tables.filter(
      ({ table, columns, hasHead }, index) =>
        columns.length > 2 ||
        (columns.length > 1 && table.rowCount > 2) ||
        hasHead ||
        (index === 0 && before !== undefined),
    ),
  )
  const adopt = (one: InferredTable, neighbour: InferredTable | undefined) => {
    if (neighbour !== undefined && kept.has(neighbour) && isNear(one, neighbour)) kept.add(one)
  }
  tables.forEach((one, index) => {
    adopt(one, tables[index - 1])
  })
  tables.toReversed().forEach((one, index, all) => {
    adopt(one, all[index - 1])
  })
  return tables.filter((one) => kept.has(one))
}

function isNear({ table: a }: InferredTable, { table: b }: InferredTable): boolean {
  const size = a.cells.find(({ lines }) => lines.length > 0)?.lines[0]?.size ?? 0
  const gap = Math.max(a.box.top, b.box.top) - Math.min(a.box.bottom, b.box.bottom)
  return gap < NEAR * size
}

/** What is left of a line without the pieces that stand in tables. */
function remainder(line: PieceLine, taken: ReadonlySet<Piece>): readonly TextLine[] {
  const free = line.pieces.filter((piece) => !taken.has(piece))
  if (free.length === line.pieces.length) return [line.line]
  return linesOf(free.flatMap((piece) => piece.glyphs))
}
