import { type ListLevel, printNumber, readLevels } from './list-levels.ts'
import type { OdfStyles } from './odf-styles.ts'
import { countOf, type OdfElement } from './odf-tree.ts'

/** Counts the lists and headings of one document from its beginning. Every call counts, so the order matters. */
export interface ListNumbers {
  /** A `text:list` begins, inside another list or by itself. */
  readonly open: (list: OdfElement, outer: OpenList | undefined) => OpenList
  /** The number of the next `text:list-item`. `ownStyle` is the list style of its first paragraph. */
  readonly next: (list: OpenList, item: OdfElement, ownStyle: string | undefined) => string
  /** The number of a heading outside all lists; `ownStyle` is the list style of its paragraph style. */
  readonly heading: (heading: OdfElement, level: number, ownStyle: string | undefined) => string
}

/** A list whose items are being read. */
export interface OpenList {
  /** Undefined where neither the list nor one around it names a style. */
  readonly style: string | undefined
  /** From 1. */
  readonly level: number
  readonly counters: Counters
}

/** The last number given, by level; a level that is missing has not begun, or begins anew. */
type Counters = Map<number, number>

/** Deeper lists than this have the look of the tenth level; OpenDocument defines no more. */
const DEEPEST_LEVEL = 10

export function createListNumbers(styles: OdfStyles): ListNumbers {
  const byId = new Map<string, Counters>()
  const lastOfStyle = new Map<string, Counters>()
  const headings = new Map<string, Counters>()
  const known = new Map<string, ReadonlyMap<number, ListLevel>>()
  const outline = readLevels(styles.outline)

  const levelsOf = (style: string | undefined): ReadonlyMap<number, ListLevel> => {
    if (style === undefined) return NO_LEVELS
    const levels = known.get(style) ?? readLevels(styles.list(style))
    known.set(style, levels)
    return levels
  }
  const open: ListNumbers['open'] = (list, outer) => {
    const style = list.attributes['text:style-name'] ?? outer?.style
    const isContinued = list.attributes['text:continue-numbering'] === 'true'
    const level = Math.min((outer?.level ?? 0) + 1, DEEPEST_LEVEL)
    if (outer !== undefined) {
      if (!isContinued) forget(outer.counters, level)
      return { style, level, counters: outer.counters }
    }
    const id = list.attributes['xml:id'] ?? list.attributes['text:id']
    const continued = list.attributes['text:continue-list']
    const counters =
      (continued === undefined ? undefined : byId.get(continued)) ??
      (isContinued ? lastOfStyle.get(style ?? '') : undefined) ??
      new Map<number, number>()
    if (id !== undefined) byId.set(id, counters)
    lastOfStyle.set(style ?? '', counters)
    return { style, level, counters }
  }
  return {
    open,
    next: (list, item, ownStyle) => {
      const start = countOf(item, 'text:start-value', NONE)
      return count(levelsOf(list.style ?? ownStyle), list, start)
    },
    heading: (heading, level, ownStyle) => {
      const levels = ownStyle === undefined ? outline : levelsOf(ownStyle)
      if (levels.size === 0 || heading.attributes['text:is-list-header'] === 'true') return ''
      const counters = headings.get(ownStyle ?? '') ?? new Map<number, number>()
      headings.set(ownStyle ?? '', counters)
      const isAnew = heading.attributes['text:restart-numbering'] === 'true'
      const first = levels.get(level)?.start ?? 1
      const start = isAnew ? countOf(heading, 'text:start-value', first) : NONE
      return count(levels, { level, counters }, start)
    },
  }
}

const NO_LEVELS: ReadonlyMap<number, ListLevel> = new Map()

/** In place of a first number where none is given. */
const NONE = -1

function count(
  levels: ReadonlyMap<number, ListLevel>,
  { level, counters }: Pick<OpenList, 'level' | 'counters'>,
  start: number,
): string {
  const first = (one: number): number => levels.get(one)?.start ?? 1
  const before = counters.get(level)
  const next = before === undefined ? first(level) : before + 1
  counters.set(level, start === NONE ? next : start)
  forget(counters, level + 1)
  // A level that has not begun yet shows the number it would start with.
  return printNumber(levels, level, (one) => counters.get(one) ?? first(one))
}

/** That level and all deeper ones begin anew. */
function forget(counters: Counters, from: number): void {
  for (const level of [...counters.keys()]) if (level >= from) counters.delete(level)
}
