import { SaxesParser } from 'saxes'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'

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

/** Characters handed to the parser at a time, so that a part that breaks a limit is left early. */
const CHUNK = 64 * 1024

/** Reads one XML part; damaged where it is not well formed UTF-8, hostile where it has a DTD, too large over a limit. */
export function parseOfdXml(bytes: Uint8Array): Result<OfdElement, ReadError> {
  const text = decode(bytes)
  if (text === undefined) return failure(BROKEN)
  const open: OpenElement[] = [{ name: '', attributes: {}, children: [], text: '' }]
  let elements = 0
  let error: ReadError | undefined
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('error', () => {
    error ??= BROKEN
  })
  parser.on('doctype', () => {
    error ??= { code: 'damaged', reason: 'hostile' }
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1
    if (elements > MOST_ELEMENTS) error ??= { code: 'too-large', limit: 'unpacked' }
    if (open.length > DEEPEST) error ??= { code: 'too-large', limit: 'nesting' }
    if (error !== undefined) return
    const element = { name: name.slice(name.indexOf(':') + 1), attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (error === undefined) open.pop()
  })
  const addText = (part: string) => {
    const element = open.at(-1)
    if (error === undefined && element !== undefined) element.text += part
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  for (let start = 0; start < text.length && error === undefined; start += CHUNK)
    parser.write(text.slice(start, start + CHUNK))
  if (error === undefined) parser.close()
  const root = open[0]?.children[0]
  if (error !== undefined) return failure(error)
  return root === undefined ? failure(BROKEN) : success(root)
}

interface OpenElement extends OfdElement {
  readonly children: OfdElement[]
  text: string
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
