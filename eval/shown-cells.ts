import { cellsOfEdition, findCell } from '../shared/form/cell-id.ts'
import type { CellId, Edition } from '../shared/form/edition.ts'
import { toLabelKey } from '../shared/text/label.ts'
import { crudeCells, ROW_START } from './crude-cells.ts'

/**
 * Whether the damaged file truly shows the reading in that cell of the form: behind the label of the row stand
 * as many cells as the form has columns, before the next label, and the reading is the one in that column. Whoever has
 * only the damaged file reads it so.
 */
export function isShownInPlace(
  form: Edition,
  id: CellId,
  reading: string,
  bytes: Uint8Array,
  extension: string,
): boolean {
  const cell = findCell(form, id)
  const cells = crudeCells(bytes, extension)
  if (cell === undefined || cells === null) return false
  const { names, columns, offset } = rowOf(form, id)
  const labels = new Set(
    cellsOfEdition(form).flatMap((each) => [each.rowLabel, each.columnLabel, ...each.rowUnder]),
  )
  return cells.some((text, at) => {
    const { words } = toLabelKey(text)
    if (!names.some((name) => isThatLabel(words, name))) return false
    const run = runBehind(cells, at + 1, columns, labels)
    return run !== null && same(run[offset] ?? '', reading)
  })
}

/** The label, or at least half of it from its head with hardly anything else behind. */
function isThatLabel(words: string, label: string): boolean {
  let head = 0
  while (head < words.length && words[head] === label[head]) head++
  return words !== '' && head * 2 >= label.length && words.length - head <= MOST_GARBAGE
}

/** In characters. */
const MOST_GARBAGE = 4

interface FormRowPlace {
  /** Comparable words of the label that the row's cells stand behind, and of its variants. */
  readonly names: readonly string[]
  readonly columns: number
  readonly offset: number
}

function rowOf(form: Edition, id: CellId): FormRowPlace {
  const { t2, t3, t4 } = form.tables
  const [table = ''] = id.split('.')
  const rest = id.slice(table.length + 1)
  const row = rest.slice(0, rest.lastIndexOf('.'))
  const column = rest.slice(rest.lastIndexOf('.') + 1)
  if (table === 't4') {
    const group = t4.groups.findIndex((each) => each.id === row)
    const offset = t4.columns.findIndex((each) => each.id === column)
    const [last] = t4.columns.slice(-1)
    return {
      names: [toLabelKey(last?.label ?? '').words],
      columns: t4.groups.length * t4.columns.length,
      offset: group * t4.columns.length + offset,
    }
  }
  const block = t2.blocks.find(({ rows }) => rows.some((each) => each.id === row))
  const columns = table === 't2' ? (block?.columns ?? []) : t3.columns
  const rows = table === 't2' ? (block?.rows ?? []) : t3.rows
  const found = rows.find((each) => each.id === row)
  return {
    names: [found?.label ?? '', ...(found?.variants ?? [])].map((name) => toLabelKey(name).words),
    columns: columns.length,
    offset: columns.findIndex((each) => each.id === column),
  }
}

/** The cells from there to the next label, blank ones at both ends left out until the number is right; null where it is not. */
function runBehind(
  cells: readonly string[],
  first: number,
  count: number,
  labels: ReadonlySet<string>,
): readonly string[] | null {
  // Table 4 has its numbers in the row below its headings.
  let start = first
  while (cells[start] === ROW_START) start++
  const found = cells.findIndex(
    (text, at) => at >= start && (text === ROW_START || labels.has(text.trim()) || isLabel(text)),
  )
  let run = cells.slice(start, found < 0 ? start + MOST_CELLS : found)
  while (run.length > count && run[0]?.trim() === '') run = run.slice(1)
  while (run.length > count && run.at(-1)?.trim() === '') run = run.slice(0, -1)
  if (run.length > count) run = run.filter((text) => text.trim() !== '')
  return run.length === count ? run : null
}

/** What is not an official label to the letter is one if it has a few Chinese characters. */
const isLabel = (text: string): boolean => /\p{Script=Han}{3}/u.test(text)

const MOST_CELLS = 60

const same = (shown: string, reading: string): boolean =>
  shown.replace(/\s+/g, '') === reading.replace(/\s+/g, '')
