import {
  childOf,
  childrenNamed,
  integerOf,
  settingOf,
  toggleOf,
  type XmlElement,
} from '../ooxml/xml-tree.ts'
import { backgroundOf, lookOf, PATTERN, type RunLook } from './run-look.ts'

/** What the styles of a document say about text, numbering and headings. */
export interface Styles {
  /** The paragraph style of that id with all it is based on; the default one where `id` is undefined. */
  readonly paragraph: (id: string | undefined) => ParagraphStyle
  /** Whether the character style hides its text; undefined where it does not say. */
  readonly isCharacterHidden: (id: string) => boolean | undefined
  readonly isHiddenByDefault: boolean
  /** How text of that character style looks; what it does not say is not in it. */
  readonly characterLook: (id: string) => RunLook
  /** The colour behind the cells of a table of that style, as far as it has one for all of them. */
  readonly tableBackground: (id: string | undefined) => string
  /** `w:numId` of a numbering style, which other lists borrow their levels from. */
  readonly numberingStyleList: (id: string) => string | undefined
}

export interface ParagraphStyle {
  /** `w:numId`; undefined where the style has no list. */
  readonly list: string | undefined
  /** `w:ilvl`, from 0. */
  readonly listLevel: number | undefined
  /** Ids of the style and of those it is based on, nearest first. */
  readonly lineage: readonly string[]
  /** From 1 as in `Paragraph.level`; 0 for body text. */
  readonly headingLevel: number
  readonly isHidden: boolean | undefined
  /** Of text that says nothing else, the document's default included. */
  readonly look: RunLook
}

/** Reads the styles part; without one nothing is styled. */
export function readStyles(root: XmlElement | undefined): Styles {
  const byId = new Map<string, XmlElement>()
  let defaultParagraph: string | undefined
  for (const style of childrenNamed(root, 'w:style')) {
    const id = style.attributes['w:styleId'] ?? ''
    byId.set(id, style)
    if (isDefaultParagraph(style)) defaultParagraph = id
  }
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  const defaultLook = lookOf(defaults)
  const paragraphs = new Map<string, ParagraphStyle>()
  return {
    paragraph: (given) => {
      const id = given ?? defaultParagraph ?? ''
      const known = paragraphs.get(id)
      if (known !== undefined) return known
      const style = resolveParagraph(lineageOf(byId, id), defaultLook)
      paragraphs.set(id, style)
      return style
    },
    isCharacterHidden: (id) => hiddenIn(lineageOf(byId, id)),
    isHiddenByDefault: toggleOf(defaults, 'w:vanish') ?? false,
    characterLook: (id) => lookIn(lineageOf(byId, id)),
    tableBackground: (id) => (lineageOf(byId, id ?? '').some(isShaded) ? PATTERN : 'auto'),
    numberingStyleList: (id) => settingOf(listProperties(byId.get(id)), 'w:numId'),
  }
}

function isDefaultParagraph(style: XmlElement): boolean {
  const { attributes } = style
  const isDefault = attributes['w:default']
  return attributes['w:type'] === 'paragraph' && (isDefault === '1' || isDefault === 'true')
}

/** The style and those it is based on, nearest first; a circle ends where it closes. */
function lineageOf(byId: ReadonlyMap<string, XmlElement>, id: string): readonly XmlElement[] {
  const lineage: XmlElement[] = []
  let style = byId.get(id)
  while (style !== undefined && !lineage.includes(style)) {
    lineage.push(style)
    style = byId.get(settingOf(style, 'w:basedOn') ?? '')
  }
  return lineage
}

function resolveParagraph(lineage: readonly XmlElement[], defaultLook: RunLook): ParagraphStyle {
  return {
    list: nearest(lineage, (style) => settingOf(listProperties(style), 'w:numId')),
    listLevel: nearest(lineage, (style) => integerOf(settingOf(listProperties(style), 'w:ilvl'))),
    lineage: lineage.map((style) => style.attributes['w:styleId'] ?? ''),
    headingLevel: nearest(lineage, headingLevelOf) ?? 0,
    isHidden: hiddenIn(lineage),
    look: { ...defaultLook, ...lookIn(lineage) },
  }
}

function nearest<T>(
  lineage: readonly XmlElement[],
  read: (style: XmlElement) => T | undefined,
): T | undefined {
  for (const style of lineage) {
    const value = read(style)
    if (value !== undefined) return value
  }
  return undefined
}

function hiddenIn(lineage: readonly XmlElement[]): boolean | undefined {
  return nearest(lineage, (style) => toggleOf(childOf(style, 'w:rPr'), 'w:vanish'))
}

function lookIn(lineage: readonly XmlElement[]): RunLook {
  let look: RunLook = {}
  for (const style of lineage.toReversed()) look = { ...look, ...lookOf(childOf(style, 'w:rPr')) }
  return look
}

/** Whether the style, or a part of it for some of the rows, lays a colour behind the cells. */
function isShaded(element: XmlElement): boolean {
  return (backgroundOf(element) ?? 'auto') !== 'auto' || element.children.some(isShaded)
}

function listProperties(style: XmlElement | undefined): XmlElement | undefined {
  return childOf(childOf(style, 'w:pPr'), 'w:numPr')
}

/** Word's own heading styles have their level even where the file does not repeat it. */
function headingLevelOf(style: XmlElement): number | undefined {
  const level = outlineLevel(childOf(style, 'w:pPr'))
  if (level !== undefined) return level
  const name = /^heading ([1-9])$/i.exec(settingOf(style, 'w:name') ?? '')
  return name === null ? undefined : Number(name[1])
}

/** `w:outlineLvl` counts from 0 and uses 9 for body text; here headings start at 1 and body text is 0. */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const level = integerOf(settingOf(properties, 'w:outlineLvl'))
  if (level === undefined) return undefined
  return level >= 0 && level <= 8 ? level + 1 : 0
}
