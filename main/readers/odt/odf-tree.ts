import type { SaxesTagNS } from 'saxes'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { decodeXml, feedXmlWithNamespaces } from '../xml/feed-xml.ts'

/** An element of an OpenDocument file, whose texts and elements stand among one another. */
export interface OdfElement {
  /** Local name behind the prefix this program uses for the namespace (`text:p`), whatever prefix the file chose. */
  readonly name: string
  /** Values by name, prefixed in the same way (`table:number-rows-spanned`). */
  readonly attributes: Readonly<Record<string, string>>
  /** In the order of the file. */
  readonly content: readonly OdfNode[]
}

/** A string is text as the XML has it, white space and all; one text may come in several pieces. */
export type OdfNode = OdfElement | string

/** How much XML one part may hold. A long report has about 10,000 elements; LibreOffice nests some dozens. */
const LIMITS = { depth: 500, elements: 1_000_000 }

/**
 * Reads one XML part. Damaged where it is not well formed or not UTF-8/UTF-16, hostile where it has a DTD,
 * too large over a limit.
 */
export function parseOdf(bytes: Uint8Array): Result<OdfElement, ReadError> {
  const xml = decodeXml(bytes)
  if (xml === undefined) return failure(BROKEN)
  const builder = new TreeBuilder()
  feedXmlWithNamespaces(xml, builder)
  if (builder.error !== undefined) return failure(builder.error)
  return builder.root === undefined ? failure(BROKEN) : success(builder.root)
}

const BROKEN = { code: 'damaged', reason: 'broken' } as const

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'

/** Namespaces by address, each with the prefix this program uses for it. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OASIS}office:1.0`, 'office'],
  [`${OASIS}style:1.0`, 'style'],
  [`${OASIS}text:1.0`, 'text'],
  [`${OASIS}table:1.0`, 'table'],
  [`${OASIS}drawing:1.0`, 'draw'],
  [`${OASIS}xsl-fo-compatible:1.0`, 'fo'],
  [`${OASIS}manifest:1.0`, 'manifest'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0', 'field'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

/** Stands before the names of other namespaces, so that none is taken for one this program knows. */
const UNKNOWN = 'unknown'

function nameIn(uri: string, local: string): string {
  return uri === '' ? local : `${PREFIXES.get(uri) ?? UNKNOWN}:${local}`
}

/** OpenDocument knows no tables in shapes; LibreOffice writes them under names of its own. */
const OWN_TABLE = /^loext:(?=table$|table-|covered-table-cell$)/

const elementNameIn = (tag: SaxesTagNS): string =>
  nameIn(tag.uri, tag.local).replace(OWN_TABLE, 'table:')

/** Pictures in flat files: long, and not text. */
const BINARY = 'office:binary-data'

interface OpenElement extends OdfElement {
  readonly content: OdfNode[]
}

/** Builds the tree while the parser runs; after the first error it ignores what still comes. */
class TreeBuilder {
  root: OdfElement | undefined
  error: ReadError | undefined
  readonly #ancestors: OpenElement[] = []
  #current: OpenElement | undefined
  #elements = 0

  fail(error: ReadError): void {
    this.error ??= error
  }

  open(tag: SaxesTagNS): void {
    if (this.error !== undefined) return
    const element: OpenElement = {
      name: elementNameIn(tag),
      attributes: namedAttributes(tag),
      content: [],
    }
    const parent = this.#current
    if (parent === undefined) this.root = element
    else {
      parent.content.push(element)
      this.#ancestors.push(parent)
    }
    this.#current = element
    this.#elements += 1
    if (this.#elements > LIMITS.elements) this.fail({ code: 'too-large', limit: 'unpacked' })
    if (this.#ancestors.length + 1 > LIMITS.depth) {
      this.fail({ code: 'too-large', limit: 'nesting' })
    }
  }

  close(): void {
    this.#current = this.#ancestors.pop()
  }

  addText(text: string): void {
    const current = this.#current
    if (current !== undefined && current.name !== BINARY) current.content.push(text)
  }
}

function namedAttributes(tag: SaxesTagNS): Readonly<Record<string, string>> {
  // A file must not be able to reach the prototype through an attribute's name.
  const named: Record<string, string> = Object.create(null)
  for (const { uri, local, prefix, name, value } of Object.values(tag.attributes)) {
    if (prefix !== 'xmlns' && name !== 'xmlns') named[nameIn(uri, local)] = value
  }
  return named
}

/** The elements right inside, without the texts. */
export function elementsIn(element: OdfElement | undefined): readonly OdfElement[] {
  return element === undefined ? [] : element.content.filter((node) => typeof node !== 'string')
}

/** All elements of that name right inside. */
export function elementsNamed(
  element: OdfElement | undefined,
  name: string,
): readonly OdfElement[] {
  return elementsIn(element).filter((inner) => inner.name === name)
}

/** The first element of that name right inside. */
export function elementNamed(
  element: OdfElement | undefined,
  name: string,
): OdfElement | undefined {
  return elementsIn(element).find((inner) => inner.name === name)
}

/** How many elements of these names stand anywhere inside. */
export function countInside(element: OdfElement, names: ReadonlySet<string>): number {
  let count = 0
  const open: OdfElement[] = [element]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const inner of elementsIn(next)) {
      if (names.has(inner.name)) count += 1
      open.push(inner)
    }
  }
  return count
}

/** A whole number from 0 that an attribute gives; `otherwise` where it is missing or none. */
export function countOf(element: OdfElement, name: string, otherwise = 1): number {
  const text = element.attributes[name]
  return text !== undefined && /^\d+$/.test(text) ? Math.min(Number(text), MOST) : otherwise
}

/** Every limit of this program is far below. */
const MOST = 999_999_999
