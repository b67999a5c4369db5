import type { SaxesTagPlain } from 'saxes'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { feedXml, type XmlSink } from '../xml/feed-xml.ts'

/** An element of one part of an OFD file. Namespaces tell nothing there: writers declare them in their own ways. */
export interface OfdElement {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly OfdElement[]
  /** The characters right inside. */
  readonly text: string
}

/** Elements inside one another, and all elements of one part: a page of dense tables has some thousands. */
const DEEPEST = 100
const MOST_ELEMENTS = 500_000

/** Reads one XML part; damaged where it is not well formed UTF-8, hostile where it has a DTD, too large over a limit. */
export function parseOfdXml(bytes: Uint8Array): Result<OfdElement, ReadError> {
  const text = decode(bytes)
  if (text === undefined) return failure(BROKEN)
  const builder = new TreeBuilder()
  feedXml(text, builder)
  if (builder.error !== undefined) return failure(builder.error)
  return builder.root === undefined ? failure(BROKEN) : success(builder.root)
}

interface OpenElement extends OfdElement {
  readonly children: OfdElement[]
  text: string
}

/** Builds the tree while the parser runs; after the first error it ignores what still comes. */
class TreeBuilder implements XmlSink<SaxesTagPlain> {
  error: ReadError | undefined
  /** The part itself, with the elements around what comes next. */
  readonly #open: OpenElement[] = [{ name: '', attributes: {}, children: [], text: '' }]
  #elements = 0

  get root(): OfdElement | undefined {
    return this.#open[0]?.children[0]
  }

  fail(error: ReadError): void {
    this.error ??= error
  }

  open({ name, attributes }: SaxesTagPlain): void {
    this.#elements += 1
    if (this.#elements > MOST_ELEMENTS) this.fail({ code: 'too-large', limit: 'unpacked' })
    if (this.#open.length > DEEPEST) this.fail({ code: 'too-large', limit: 'nesting' })
    if (this.error !== undefined) return
    const element = { name: name.slice(name.indexOf(':') + 1), attributes, children: [], text: '' }
    this.#open.at(-1)?.children.push(element)
    this.#open.push(element)
  }

  close(): void {
    if (this.error === undefined) this.#open.pop()
  }

  addText(part: string): void {
    const element = this.#open.at(-1)
    if (this.error === undefined && element !== undefined) element.text += part
  }
}

const BROKEN = { code: 'damaged', reason: 'broken' } as const

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The first child of that name. */
export const childOf = (element: OfdElement | undefined, name: string): OfdElement | undefined =>
  element?.children.find((child) => child.name === name)

/** All children of that name; none where the element itself is not there. */
export const childrenOf = (element: OfdElement | undefined, name: string): readonly OfdElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** An attribute's value; undefined where the element or the attribute is not there. */
export const attributeOf = (element: OfdElement | undefined, name: string): string | undefined =>
  element?.attributes[name]

/** The numbers of an attribute or text such as `0 0 210 297`; undefined where one of them is none. */
export function numbersOf(text: string | undefined): readonly number[] | undefined {
  const words = text?.trim().split(/\s+/) ?? []
  if (words.length === 0 || words[0] === '') return undefined
  const numbers = words.map(Number)
  return numbers.every((number) => Number.isFinite(number)) ? numbers : undefined
}
