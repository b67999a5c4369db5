import type { SaxesTagPlain } from 'saxes'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { decodeXml, feedXml } from '../xml/feed-xml.ts'
import {
  attributeName,
  elementName,
  type NamespaceScope,
  outermostScope,
  scopeInside,
} from './namespaces.ts'

/** An element of one part of an office file. */
export interface XmlElement {
  /** Local name behind the prefix this program uses for the namespace (`w:p`), whatever prefix the file chose. */
  readonly name: string
  /** Values by name, prefixed in the same way (`w:val`). */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The characters right inside; kept only where Word and Excel keep text (`w:t`, `x:v`). */
  readonly text: string
}

/** How much XML one part may hold. */
export interface XmlLimits {
  /** Elements inside one another. Word itself nests some dozens. */
  readonly depth: number
  /** All elements of the part. */
  readonly elements: number
  /** Table rows (`w:tr`) of the part. */
  readonly rows: number
}

/** A long report has about 50,000 elements and 100 rows. */
export const XML_LIMITS: XmlLimits = { depth: 500, elements: 1_000_000, rows: 20_000 }

const TEXT_HOLDERS: ReadonlySet<string> = new Set(['w:t', 'w:instrText', 'm:t', 'x:t', 'x:v'])

/**
 * Reads one XML part. Damaged where it is not well formed or not UTF-8/UTF-16, hostile where it has a DTD,
 * too large over a limit.
 */
export function parseXml(
  bytes: Uint8Array,
  limits: XmlLimits = XML_LIMITS,
): Result<XmlElement, ReadError> {
  const xml = decodeXml(bytes)
  if (xml === undefined) return failure(BROKEN)
  const builder = new TreeBuilder(limits)
  feedXml(xml, builder)
  if (builder.error !== undefined) return failure(builder.error)
  return builder.root === undefined ? failure(BROKEN) : success(builder.root)
}

const BROKEN = { code: 'damaged', reason: 'broken' } as const

interface OpenElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  text: string
  readonly scope: NamespaceScope
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {}

/** Builds the tree while the parser runs; after the first error it ignores what still comes. */
class TreeBuilder {
  root: XmlElement | undefined
  error: ReadError | undefined
  readonly #limits: XmlLimits
  readonly #ancestors: OpenElement[] = []
  #current: OpenElement | undefined
  #elements = 0
  #rows = 0

  constructor(limits: XmlLimits) {
    this.#limits = limits
  }

  fail(error: ReadError): void {
    this.error ??= error
  }

  open(tag: SaxesTagPlain): void {
    if (this.error !== undefined) return
    const parent = this.#current
    const outer = parent?.scope ?? outermostScope()
    const scope = scopeInside(outer, tag.attributes)
    const name = elementName(scope, tag.name)
    const attributes = namedAttributes(scope, tag.attributes)
    if (name === undefined || attributes === undefined) {
      this.fail(BROKEN)
      return
    }
    const element: OpenElement = { name, attributes, children: [], text: '', scope }
    if (parent === undefined) this.root = element
    else {
      parent.children.push(element)
      this.#ancestors.push(parent)
    }
    this.#current = element
    this.#countElement(name)
  }

  close(): void {
    this.#current = this.#ancestors.pop()
  }

  addText(text: string): void {
    const current = this.#current
    if (current !== undefined && TEXT_HOLDERS.has(current.name)) current.text += text
  }

  #countElement(name: string): void {
    this.#elements += 1
    if (name === 'w:tr') this.#rows += 1
    if (this.#rows > this.#limits.rows) this.fail({ code: 'too-large', limit: 'table' })
    if (this.#elements > this.#limits.elements) this.fail({ code: 'too-large', limit: 'unpacked' })
    if (this.#ancestors.length + 1 > this.#limits.depth) {
      this.fail({ code: 'too-large', limit: 'nesting' })
    }
  }
}

/** Undefined where a prefix was never declared. Declarations themselves (`xmlns:w`) are left out. */
function namedAttributes(
  scope: NamespaceScope,
  raw: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined {
  let isEmpty = true
  let isRenamed = false
  for (const rawName in raw) {
    isEmpty = false
    if (attributeName(scope, rawName) !== rawName) isRenamed = true
  }
  if (isEmpty) return NO_ATTRIBUTES
  // Nearly every file uses the prefixes this program uses: the parser's own object will do.
  return isRenamed ? renamedAttributes(scope, raw) : raw
}

function renamedAttributes(
  scope: NamespaceScope,
  raw: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined {
  // A file must not be able to reach the prototype through an attribute's name.
  const renamed = withoutPrototype()
  for (const rawName in raw) {
    if (rawName === 'xmlns' || rawName.startsWith('xmlns:')) continue
    const name = attributeName(scope, rawName)
    if (name === undefined) return undefined
    renamed[name] = raw[rawName] ?? ''
  }
  return renamed
}

function withoutPrototype(): Record<string, string> {
  return Object.create(null)
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** All children of that name; none where the element itself is not there. */
export function childrenNamed(
  element: XmlElement | undefined,
  name: string,
): readonly XmlElement[] {
  return element === undefined ? [] : element.children.filter((child) => child.name === name)
}

/** An attribute's value; undefined where the element or the attribute is not there. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name]
}

/** The `w:val` of the first child of that name, as nearly all of Word's properties are written. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return attributeOf(childOf(element, name), 'w:val')
}

/** A whole number from an attribute; undefined where it is missing or none. */
export function integerOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,9}$/.test(text.trim()) ? Number(text) : undefined
}

/** A yes-or-no property (`w:vanish`): undefined where it is not given. */
export function toggleOf(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name)
  if (property === undefined) return undefined
  const value = property.attributes['w:val']
  return value !== '0' && value !== 'false' && value !== 'off'
}
