import {
  attributeOf,
  childOf,
  childrenNamed,
  integerOf,
  settingOf,
  toggleOf,
  type XmlElement,
} from '../ooxml/xml-tree.ts'
import type { Styles } from './styles.ts'

/** A list that paragraphs refer to by its `w:numId`. */
export interface ListDefinition {
  /** Lists over the same abstract one go on counting where the other stopped. */
  readonly counters: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** First numbers by level, where this list starts anew. */
  readonly restarts: ReadonlyMap<number, number>
}

export interface ListLevel {
  readonly start: number
  readonly format: string
  /** With `%1` to `%9` in place of the numbers of the levels (`%1、`). */
  readonly pattern: string
  /** Other levels' numbers print as plain digits here. */
  readonly isLegal: boolean
  /** The level, from 1, after which this one starts anew; 0 for never. Usually any level above. */
  readonly restartsAfter: number | undefined
  /** Id of the paragraph style that uses this level. */
  readonly style: string | undefined
  readonly isHidden: boolean
}

/** Reads the numbering part: every list by its `w:numId`. */
export function readListDefinitions(
  root: XmlElement | undefined,
  styles: Styles,
): ReadonlyMap<string, ListDefinition> {
  const abstracts = new Map(
    childrenNamed(root, 'w:abstractNum').map((element) => [
      attributeOf(element, 'w:abstractNumId') ?? '',
      element,
    ]),
  )
  const lists = new Map(
    childrenNamed(root, 'w:num').map((element) => [attributeOf(element, 'w:numId') ?? '', element]),
  )
  const definitions = new Map<string, ListDefinition>()
  for (const [id, list] of lists) {
    const abstract = followStyleLink(
      settingOf(list, 'w:abstractNumId') ?? '',
      abstracts,
      lists,
      styles,
    )
    definitions.set(id, defineList(list, abstract, abstracts.get(abstract)))
  }
  return definitions
}

/** `w:numStyleLink`: the levels are those of the list that a numbering style names. */
function followStyleLink(
  abstract: string,
  abstracts: ReadonlyMap<string, XmlElement>,
  lists: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): string {
  const style = settingOf(abstracts.get(abstract), 'w:numStyleLink')
  if (style === undefined) return abstract
  const list = lists.get(styles.numberingStyleList(style) ?? '')
  return settingOf(list, 'w:abstractNumId') ?? abstract
}

function defineList(
  list: XmlElement,
  counters: string,
  abstract: XmlElement | undefined,
): ListDefinition {
  const levels = new Map<number, ListLevel>()
  const restarts = new Map<number, number>()
  for (const element of childrenNamed(abstract, 'w:lvl')) addLevel(levels, element)
  for (const override of childrenNamed(list, 'w:lvlOverride')) {
    const level = childOf(override, 'w:lvl')
    if (level !== undefined) addLevel(levels, level)
    const restart = integerOf(settingOf(override, 'w:startOverride'))
    const index = integerOf(attributeOf(override, 'w:ilvl'))
    if (restart !== undefined && index !== undefined) restarts.set(index, restart)
  }
  return { counters, levels, restarts }
}

function addLevel(levels: Map<number, ListLevel>, element: XmlElement): void {
  levels.set(integerOf(attributeOf(element, 'w:ilvl')) ?? 0, {
    start: integerOf(settingOf(element, 'w:start')) ?? 0,
    format: settingOf(withFallback(element, 'w:numFmt'), 'w:numFmt') ?? 'decimal',
    pattern: settingOf(element, 'w:lvlText') ?? '',
    isLegal: toggleOf(element, 'w:isLgl') ?? false,
    restartsAfter: integerOf(settingOf(element, 'w:lvlRestart')),
    style: settingOf(element, 'w:pStyle'),
    isHidden: toggleOf(childOf(element, 'w:rPr'), 'w:vanish') ?? false,
  })
}

/** A format only newer versions know stands beside an older one: `mc:AlternateContent` holds both. */
function withFallback(level: XmlElement, property: string): XmlElement | undefined {
  if (childOf(level, property) !== undefined) return level
  return childOf(childOf(level, 'mc:AlternateContent'), 'mc:Fallback')
}
