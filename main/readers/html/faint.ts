import { attributeOf, type Element, findElement, isElement, parentElement } from './tree.ts'

/**
 * Whether an inline style (in lower case) leaves nothing to be seen of an element's text, which still takes up its
 * place. Text without height is also a common way to lose the space between boxes that have a size of their own; and
 * what stands outside of cells may be transparent only until the page has moved.
 */
export function isFaint(element: Element, style: string): boolean {
  if (NO_SIZE.test(style)) return !holdsSized(element)
  const isUnseen = UNSEEN.some((pattern) => pattern.test(style))
  return isUnseen && isInCell(element) && findElement(element, 'table') === undefined
}

const NO_SIZE = /(?:^|[;\s])font-size\s*:\s*0(?:\.0+)?(?:[a-z%]+)?\s*(?:;|!|$)/

/** As small as dust, or transparent. */
const UNSEEN = [
  /(?:^|[;\s])font-size\s*:\s*[0-2](?:\.\d+)?(?:px|pt)\s*(?:;|!|$)/,
  /(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?%?\s*(?:;|!|$)/,
  /(?:^|[;\s])color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\))/,
]

const holdsSized = (element: Element): boolean =>
  element.childNodes.some(
    (child) =>
      isElement(child) &&
      (child.tagName === 'table' || /font-size/i.test(attributeOf(child, 'style') ?? '')),
  )

function isInCell(element: Element): boolean {
  let around: Element | undefined = element
  while (around !== undefined && around.tagName !== 'td' && around.tagName !== 'th') {
    around = parentElement(around)
  }
  return around !== undefined
}
