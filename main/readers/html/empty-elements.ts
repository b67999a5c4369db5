import { attributeOf, type Element } from './tree.ts'

/** What stands in an input field; empty for buttons, boxes and hidden fields. */
export function shownValue(element: Element): string {
  const type = (attributeOf(element, 'type') ?? 'text').toLowerCase()
  return TEXT_FIELDS.has(type) ? (attributeOf(element, 'value') ?? '') : ''
}

const TEXT_FIELDS: ReadonlySet<string> = new Set(['', 'text', 'number', 'tel', 'date'])

/** A picture of a few pixels that only keeps a distance. */
export const isSpacer = (element: Element): boolean =>
  SPACER.test(attributeOf(element, 'width') ?? '') ||
  SPACER.test(attributeOf(element, 'height') ?? '')

const SPACER = /^\s*[0-3](?:px)?\s*$/
