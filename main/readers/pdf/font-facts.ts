import { fieldOf, listOf } from './untyped.ts'

/** What the parsing half of pdf.js tells about a font when a page first uses it. */
export interface FontFacts {
  /** pdf.js's own name for it. */
  readonly name: string
  /** It could not be read at all: every text in it is lost. */
  readonly isBroken: boolean
  /** Several bytes make a character, as in all fonts with Chinese in them. */
  readonly isComposite: boolean
  /** The font's own names for the glyphs of single bytes, by code, where it gives any. */
  readonly glyphNames: ReadonlyMap<number, string>
}

/** The font that a message announces; undefined for every other message. */
export function fontFactsOf(message: unknown): FontFacts | undefined {
  const [name, type, data] = commonObject(message)
  if (type !== 'Font' || typeof name !== 'string') return undefined
  const extra = fieldOf(data, 'extra')
  return {
    name,
    isBroken: fieldOf(data, 'error') !== undefined,
    isComposite: fieldOf(extra, 'composite') === true,
    glyphNames: namesOf(fieldOf(extra, 'differences')),
  }
}

/** pdf.js keeps the names in a map of its own kind, which can only be walked through. */
function namesOf(value: unknown): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  if (!isIterable(value)) return names
  for (const entry of value) {
    const [code, name] = listOf(entry)
    if (typeof code === 'number' && typeof name === 'string') names.set(code, name)
  }
  return names
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value

/**
 * Whether the other half of pdf.js need hear of it. Fonts and pictures are for drawing and are kept back, but
 * Type 3 fonts, whose scale is asked for, and questions that wait for an answer.
 */
export function isNewsFor(message: unknown): boolean {
  if (fieldOf(message, 'action') === 'obj') return false
  const [, type, data] = commonObject(message)
  if (type === undefined || type === 'CopyLocalImage') return true
  return type === 'Font' && fieldOf(data, 'charProcOperatorList') instanceof Map
}

function commonObject(message: unknown): readonly unknown[] {
  return fieldOf(message, 'action') === 'commonobj' ? listOf(fieldOf(message, 'data')) : []
}
