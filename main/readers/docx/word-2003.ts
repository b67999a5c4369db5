import {
  attributeOf,
  childOf,
  childrenNamed,
  integerOf,
  settingOf,
  type XmlElement,
} from '../ooxml/xml-tree.ts'
import { NUMBER_FORMATS } from '../settled/number-codes.ts'
import type { WordPackage } from './word-package.ts'

/** A document of Word 2003 (`w:wordDocument`) in the words of today's files. */
export function todaysWord(
  root: XmlElement,
): Pick<WordPackage, 'document' | 'styles' | 'numbering'> {
  const body = childOf(root, 'w:body')
  const styles = childOf(root, 'w:styles')
  const lists = childOf(root, 'w:lists')
  return {
    document: element('w:document', body === undefined ? [] : [today(body)]),
    styles: styles === undefined ? undefined : today(styles),
    numbering: lists === undefined ? undefined : numberingOf(lists),
  }
}

const element = (
  name: string,
  children: readonly XmlElement[],
  attributes: XmlElement['attributes'] = {},
): XmlElement => ({ name, attributes, children, text: '' })

const setting = (name: string, value: string): XmlElement => element(name, [], { 'w:val': value })

/** Names that have changed; what only holds a section or a stretch of text becomes a wrapper that is passed through. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['w:vmerge', 'w:vMerge'],
  ['w:hmerge', 'w:hMerge'],
  ['w:hlink', 'w:hyperlink'],
  ['w:cfChunk', 'w:customXml'],
  ['wx:sect', 'w:customXml'],
  ['wx:sub-section', 'w:customXml'],
  ['wx:pBdrGroup', 'w:customXml'],
])

function today(old: XmlElement): XmlElement {
  if (old.name === 'aml:annotation') return annotation(old)
  if (old.name === 'w:listPr') return listPlace(old)
  const children = old.children.map(today)
  const name = NAMES.get(old.name) ?? old.name
  return { ...old, name, children, attributes: attributesOf(old) }
}

function attributesOf({ name, attributes }: XmlElement): XmlElement['attributes'] {
  // White space counts in the whole file.
  if (name === 'w:t') return { 'xml:space': 'preserve' }
  const isDefault = name === 'w:style' && attributes['w:default'] === 'on'
  return isDefault ? { ...attributes, 'w:default': '1' } : attributes
}

/** Tracked changes and comments, by what they are called now; bookmarks and changed formatting hold text as it is. */
const ANNOTATIONS: ReadonlyMap<string, string> = new Map([
  ['Word.Insertion', 'w:ins'],
  ['Word.Deletion', 'w:del'],
  ['Word.Comment', 'w:commentReference'],
  ['Word.Comment.Start', 'w:commentRangeStart'],
])

function annotation(old: XmlElement): XmlElement {
  const name = ANNOTATIONS.get(attributeOf(old, 'w:type') ?? '') ?? 'w:customXml'
  const id = attributeOf(old, 'aml:id')
  const inside = old.children.flatMap((child) =>
    child.name === 'aml:content' ? child.children.map(today) : [],
  )
  return element(
    name,
    name.startsWith('w:comment') ? [] : inside,
    id === undefined ? {} : { 'w:id': id },
  )
}

/** A paragraph's place in a list. */
function listPlace(old: XmlElement): XmlElement {
  const level = settingOf(old, 'w:ilvl')
  const list = settingOf(old, 'w:ilfo')
  return element('w:numPr', [
    ...(level === undefined ? [] : [setting('w:ilvl', level)]),
    ...(list === undefined ? [] : [setting('w:numId', list)]),
  ])
}

function numberingOf(lists: XmlElement): XmlElement {
  const definitions = childrenNamed(lists, 'w:listDef').map((list) =>
    element('w:abstractNum', childrenNamed(list, 'w:lvl').map(levelOf), {
      'w:abstractNumId': attributeOf(list, 'w:listDefId') ?? '',
    }),
  )
  const uses = childrenNamed(lists, 'w:list').map((list) =>
    element(
      'w:num',
      [
        setting('w:abstractNumId', settingOf(list, 'w:ilst') ?? ''),
        ...childrenNamed(list, 'w:lvlOverride').map(overrideOf),
      ],
      { 'w:numId': attributeOf(list, 'w:ilfo') ?? '' },
    ),
  )
  return element('w:numbering', [...definitions, ...uses])
}

const overrideOf = (override: XmlElement): XmlElement => ({
  ...override,
  children: override.children.map((child) => (child.name === 'w:lvl' ? levelOf(child) : child)),
})

function levelOf(level: XmlElement): XmlElement {
  const code = integerOf(settingOf(level, 'w:nfc'))
  const format = code === undefined ? 'decimal' : (NUMBER_FORMATS.get(code) ?? 'decimal')
  return { ...level, children: [...level.children, setting('w:numFmt', format)] }
}
