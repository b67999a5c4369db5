import { isValueLike } from '../../../shared/text/number.ts'
import type { FilledCell } from './fill-cells.ts'
import type { JoinedCell, JoinedTable } from './joined-table.ts'
import type { TextLine } from './text-lines.ts'

/** What the end of a page tore: the half above with the half below, for each torn cell. */
export interface Tear {
  readonly halves: ReadonlyMap<JoinedCell, JoinedCell>
  /** The page ended inside a row; otherwise only cells over several rows were torn, between two rows. */
  readonly isInsideRow: boolean
}

/**
 * Numbers above and below the end of a page that may be the halves of one number: the row below has nothing but
 * numbers, and fewer than the row above.
 */
export function tornNumbers(above: JoinedTable, below: JoinedTable): readonly JoinedCell[] {
  const ends = above.cells.filter((cell) => cell.row + cell.rowSpan === above.rowCount)
  const starts = below.cells.filter(({ row, rowSpan }) => row === 0 && rowSpan === 1)
  const filled = starts.filter(({ text }) => text !== '')
  if (filled.some(isWords) || filled.length >= starts.length) return []
  return filled.flatMap((start) => {
    const end = ends.find(({ column, text }) => column === start.column && text !== '')
    return end === undefined || isWords(end) ? [] : [start, end]
  })
}

/** In ems: a line that leaves less room than this in its cell was broken because it was full. */
const ROOM = 1.3
/** So many cells side by side whose texts run on leave no doubt that the page's end tore them. */
const MANY = 3
/** Share by which the sizes of one text may differ. */
const SIZE_SPREAD = 0.15

/**
 * Word processors close every page's part of a table with lines, so that a torn row looks like two rows: the label
 * begun above and ended below, the numbers on one side only. Rows and cells are mended where nothing else is
 * possible; otherwise they stay apart, as they stand on the pages. `isOpen`: no line parts the pages at all.
 */
export function tearBetween(above: JoinedTable, below: JoinedTable, isOpen: boolean): Tear {
  const ends = above.cells.filter((cell) => cell.row + cell.rowSpan === above.rowCount)
  const starts = below.cells.filter(({ row }) => row === 0)
  const pairs = ends.flatMap((end): Pair[] => {
    const start = starts.find(
      ({ column, columnSpan }) => column === end.column && columnSpan === end.columnSpan,
    )
    if (start === undefined) return []
    const isBeforeLabel = starts.some(
      ({ column, text }) => column > start.column && LABEL.test(text),
    )
    return [{ end, start, isBeforeLabel }]
  })
  const areAlike = pairs.length === ends.length && pairs.length === starts.length
  if (areAlike && (isOpen || isEmptyHalf(pairs) || isTornRow(pairs)))
    return { halves: toMap(pairs), isInsideRow: true }
  const areMany = pairs.filter(runsOn).length >= MANY
  return {
    halves: toMap(pairs.filter((pair) => isTornCell(pair) || (areMany && mayRunOn(pair)))),
    isInsideRow: false,
  }
}

interface Pair {
  readonly end: JoinedCell
  readonly start: JoinedCell
  /** To the right of it stands a label of the same row. */
  readonly isBeforeLabel: boolean
}

/** Two letters at least: a single one may stand for no number (无). */
const LABEL = /\p{L}.*\p{L}/su

const toMap = (pairs: readonly Pair[]) => new Map(pairs.map(({ end, start }) => [end, start]))

/** A row in which nothing stands at all is the empty end or beginning of its neighbour over the page's end. */
function isEmptyHalf(pairs: readonly Pair[]): boolean {
  // A label over several rows stands beside the row, not in it.
  const own = pairs.filter(({ end, start }) => end.rowSpan === 1 && start.rowSpan === 1)
  const labels = pairs.filter((pair) => !own.includes(pair))
  const isWhole = (pair: Pair) => pair.end.text === '' || pair.start.text === '' || runsOn(pair)
  if (own.length === 0 || !labels.every(isWhole)) return false
  return own.every(({ end }) => end.text === '') || own.every(({ start }) => start.text === '')
}

/** Beside cells that run on, a label with nothing below it has its empty half there. */
const mayRunOn = (pair: Pair) => runsOn(pair) || (isWords(pair.end) && pair.start.text === '')

/**
 * A row is torn where at least one text runs on, and everything else stands on one and the same side: a row of its
 * own would have its numbers, or be blank while the row above it is not torn.
 */
function isTornRow(pairs: readonly Pair[]): boolean {
  const others = pairs.filter((pair) => !runsOn(pair))
  if (others.length === pairs.length) return false
  // A label over several rows may end on either side, whatever stands in the row.
  const values = others.filter(({ end, start }) => end.rowSpan === 1 && start.rowSpan === 1)
  const isBlankAbove = values.every(({ end }) => end.text === '')
  const isBlankBelow = values.every(({ start }) => start.text === '')
  return (
    isBlankAbove !== isBlankBelow &&
    others.every(({ end, start }) => end.text === '' || start.text === '')
  )
}

/** A cell over several rows that goes on below the page's end. */
function isTornCell({ isBeforeLabel, ...pair }: Pair): boolean {
  const { end, start } = pair
  if (end.rowSpan === 1 && start.rowSpan === 1) return false
  if (end.text === '' && start.text === '') return end.rowSpan > 1 && start.rowSpan > 1
  // The half without the text would be a cell over several rows without any, which nobody draws. A blank cell in
  // one row may be a number left out, under the label of its column, unless the row's own label is yet to come.
  if (start.text === '') return isWords(end) && (start.rowSpan > 1 || isBeforeLabel)
  if (end.text === '') return end.rowSpan > 1
  return runsOn(pair)
}

/** Whether the text below goes on with the text above: it broke off at the end of a full line. */
function runsOn({ end, start }: Pick<Pair, 'end' | 'start'>): boolean {
  const last = end.lines.at(-1)
  const next = start.lines[0]
  if (last === undefined || next === undefined) return false
  if (!isWords(end) || !isWords(start)) return false
  if (/[。；;！？]$/u.test(end.text) || ENUMERATOR.test(start.text)) return false
  const isSameSize = Math.abs(last.size - next.size) <= SIZE_SPREAD * last.size
  return isSameSize && isFull(last, end)
}

/** A number that ends a page and a number that begins the next one are never one number. */
const isWords = ({ text }: FilledCell) =>
  /\p{L}/u.test(text) && !isValueLike(text.replaceAll(/\s/g, ''))

/** How an item of a list begins: 1. （一） 一、 ①. */
const ENUMERATOR = /^\s*(?:[（(]?[\d一二三四五六七八九十]+[)）.．、]|[①-⑳]|[-—•·])/u

function isFull(line: TextLine, cell: FilledCell): boolean {
  const isLevel = line.direction === 'right' || line.direction === 'left'
  const room = isLevel
    ? cell.box.right - cell.box.left - (line.box.right - line.box.left)
    : cell.box.bottom - cell.box.top - (line.box.bottom - line.box.top)
  return room < ROOM * line.size + padding(line)
}

/** Cells keep some room on both sides that text does not use: a little less than half an em in office programs. */
const padding = (line: TextLine) => 0.9 * line.size
