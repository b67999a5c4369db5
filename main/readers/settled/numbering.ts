import { childOf, integerOf, settingOf, type XmlElement } from '../ooxml/xml-tree.ts'
import type { ListDefinition, ListLevel } from './list-definitions.ts'
import { formatNumber } from './number-format.ts'
import type { ParagraphStyle } from './styles.ts'

/** The automatic number (`一、`) of the next paragraph; to be asked once for each, in the order of the document. */
export type Numberer = (properties: XmlElement | undefined, style: ParagraphStyle) => string

/** Word's reference for "no list", which takes a paragraph out of the list of its style. */
const NO_LIST = '0'
const DEEPEST_LEVEL = 8

/** Counts the lists of one document from its beginning. */
export function createNumberer(lists: ReadonlyMap<string, ListDefinition>): Numberer {
  /** Last number given, by list counters and level; a missing one has not begun or starts anew. */
  const counters = new Map<string, Map<number, number>>()
  const begun = new Set<string>()

  return (properties, style) => {
    const place = placeInList(properties, style, lists)
    if (place === undefined) return ''
    const { id, list, level } = place
    const definition = list.levels.get(level)
    if (definition === undefined) return ''
    const counted = counters.get(list.counters) ?? new Map<number, number>()
    counters.set(list.counters, counted)
    const before = counted.get(level)
    const restart = begun.has(`${id}/${level}`) ? undefined : list.restarts.get(level)
    begun.add(`${id}/${level}`)
    counted.set(level, restart ?? (before === undefined ? definition.start : before + 1))
    forgetDeeper(counted, list, level)
    return definition.isHidden ? '' : printNumber(list, definition, counted)
  }
}

interface ListPlace {
  readonly id: string
  readonly list: ListDefinition
  readonly level: number
}

/** What the paragraph itself says goes before its style, the list and the level each by itself. */
function placeInList(
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  lists: ReadonlyMap<string, ListDefinition>,
): ListPlace | undefined {
  const own = childOf(properties, 'w:numPr')
  const ownList = settingOf(own, 'w:numId')
  const id = ownList ?? style.list
  if (id === undefined || id === NO_LIST) return undefined
  const list = lists.get(id)
  if (list === undefined) return undefined
  const ownLevel = integerOf(settingOf(own, 'w:ilvl'))
  const level = ownLevel ?? (ownList === undefined ? levelOfStyle(list, style) : undefined) ?? 0
  return { id, list, level: Math.max(0, Math.min(level, DEEPEST_LEVEL)) }
}

/** A style is tied to its level from the list's side (`w:pStyle`); `w:ilvl` in the style may be missing. */
function levelOfStyle(list: ListDefinition, style: ParagraphStyle): number | undefined {
  for (const id of style.lineage) {
    for (const [level, definition] of list.levels) if (definition.style === id) return level
  }
  return style.listLevel
}

function forgetDeeper(counted: Map<number, number>, list: ListDefinition, level: number): void {
  for (const deeper of [...counted.keys()]) {
    if (deeper <= level) continue
    const restartsAfter = list.levels.get(deeper)?.restartsAfter ?? deeper
    if (level < restartsAfter) counted.delete(deeper)
  }
}

function printNumber(
  list: ListDefinition,
  definition: ListLevel,
  counted: ReadonlyMap<number, number>,
): string {
  if (definition.format === 'bullet') return ''
  return definition.pattern.replace(/%([1-9])/g, (_, position: string) => {
    const named = Number(position) - 1
    const other = list.levels.get(named)
    if (other === undefined) return ''
    // A level that has not begun yet shows the number it would start with.
    return formatNumber(
      definition.isLegal ? 'decimal' : other.format,
      counted.get(named) ?? other.start,
    )
  })
}
