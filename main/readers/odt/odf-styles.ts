import { elementNamed, elementsIn, elementsNamed, type OdfElement } from './odf-tree.ts'
import { type TextLook, textLook } from './text-look.ts'

/** What the styles of a document say about text, lists and columns. */
export interface OdfStyles {
  readonly paragraph: (name: string | undefined) => ParagraphStyle
  /** How a span of that text style looks; what it does not say is not in it. */
  readonly text: (name: string | undefined) => TextLook
  /** `text:list-style` of that name. */
  readonly list: (name: string) => OdfElement | undefined
  /** `text:outline-style`: how headings are numbered. */
  readonly outline: OdfElement | undefined
  /** What a table's column style says of its width. */
  readonly column: (name: string | undefined) => OdfElement | undefined
}

export interface ParagraphStyle {
  readonly look: TextLook
  /** Name of its list style; empty where it refuses any, undefined where it does not say. */
  readonly list: string | undefined
  /** From 1 for headings; 0 for body text. */
  readonly level: number
}

/** Reads the styles of the parts given (content.xml, styles.xml); a later part does not replace an earlier one's. */
export function readStyles(parts: readonly OdfElement[]): OdfStyles {
  const groups = parts.flatMap((part) =>
    elementsIn(part).filter(({ name }) => STYLE_GROUPS.has(name)),
  )
  const styles = new Map<string, OdfElement>()
  const lists = new Map<string, OdfElement>()
  for (const style of groups.flatMap(elementsIn)) {
    const name = style.attributes['style:name'] ?? ''
    const { into, key } = placeOf(style, name, styles, lists)
    if (!into.has(key)) into.set(key, style)
  }
  const lineage = (family: string, name: string | undefined) => lineageOf(styles, family, name)
  const textLookOf = remembered((name) => lookOf(lineage('text', name)))
  return {
    paragraph: remembered((name) => paragraphStyle(lineage('paragraph', name))),
    text: (name) => (name === undefined ? {} : textLookOf(name)),
    list: (name) => lists.get(name),
    outline: groups.flatMap((group) => elementsNamed(group, 'text:outline-style'))[0],
    column: (name) =>
      elementNamed(styles.get(`table-column ${name ?? ''}`), 'style:table-column-properties'),
  }
}

/** Thousands of spans share a few styles. */
function remembered<T>(resolve: (name: string | undefined) => T): (name: string | undefined) => T {
  const known = new Map<string | undefined, T>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const resolved = resolve(name)
    known.set(name, resolved)
    return resolved
  }
}

const STYLE_GROUPS: ReadonlySet<string> = new Set(['office:automatic-styles', 'office:styles'])

interface StylePlace {
  readonly into: Map<string, OdfElement>
  readonly key: string
}

function placeOf(
  style: OdfElement,
  name: string,
  styles: Map<string, OdfElement>,
  lists: Map<string, OdfElement>,
): StylePlace {
  if (style.name === 'text:list-style') return { into: lists, key: name }
  const family = style.attributes['style:family'] ?? ''
  // A default style has no name: it is what every lineage of its family ends in.
  return { into: styles, key: `${family} ${style.name === 'style:default-style' ? '' : name}` }
}

/** More than any program bases on one another; also the end of a circle. */
const LONGEST_LINEAGE = 50

/** The style and those it is based on, nearest first, the family's default last. */
function lineageOf(
  styles: ReadonlyMap<string, OdfElement>,
  family: string,
  name: string | undefined,
): readonly OdfElement[] {
  const lineage: OdfElement[] = []
  let style = styles.get(`${family} ${name ?? ''}`)
  while (style !== undefined && lineage.length < LONGEST_LINEAGE) {
    lineage.push(style)
    style = styles.get(`${family} ${style.attributes['style:parent-style-name'] ?? ''}`)
  }
  return lineage
}

function paragraphStyle(lineage: readonly OdfElement[]): ParagraphStyle {
  const nearest = (attribute: string) =>
    lineage.find((style) => style.attributes[attribute] !== undefined)?.attributes[attribute]
  return {
    look: lookOf(lineage),
    list: nearest('style:list-style-name'),
    level: levelOf(nearest('style:default-outline-level')),
  }
}

/** The nearest style's word counts for each property. */
function lookOf(lineage: readonly OdfElement[]): TextLook {
  let look: TextLook = {}
  for (const style of lineage.toReversed()) {
    look = { ...look, ...textLook(elementNamed(style, 'style:text-properties')) }
  }
  return look
}

/** An outline level from 1; 0 where there is none. */
export function levelOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d?$/.test(text) ? Number(text) : 0
}
