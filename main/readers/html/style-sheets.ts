import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import {
  type Compound,
  type Declaration,
  declarationsIn,
  parseRules,
  type StyleRule,
} from './style-rules.ts'
import {
  attributeOf,
  type Document,
  type Element,
  isElement,
  isText,
  type Node,
  parentElement,
} from './tree.ts'

/**
 * Writes what the page's own style sheets say about texts inside tables into the `style` attributes there, as far as it
 * hides them or makes them stand for something else. Outside of tables sheets hide what scripts then show (tabs, the
 * whole page until it is loaded), so what holds a table is left as it is.
 */
export function applyStyleSheets(tree: Document): Result<undefined, ReadError> {
  const sheets = sheetsOf(tree).filter((sheet) => HIDING.test(sheet))
  if (sheets.length === 0) return success(undefined)
  const byKey = Map.groupBy(parseRules(sheets.join('\n')), ({ path }) => keyOf(path.at(-1)))
  const budget = { left: MOST_STEPS }
  const pending: Place[] = [{ element: tree, isInTable: false }]
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    for (const child of place.element.childNodes) {
      if (!isElement(child)) continue
      const isInTable = place.isInTable || ROWS.has(child.tagName)
      if (isInTable) styleElement(child, byKey, budget)
      if (budget.left < 0) return failure({ code: 'too-large', limit: 'nesting' })
      pending.push({ element: child, isInTable })
    }
  }
  return success(undefined)
}

/** Rules tried on elements, and elements searched for tables; a large page of a large site takes some 100,000. */
const MOST_STEPS = 3_000_000

interface Budget {
  left: number
}

interface Place {
  readonly element: Document | Element
  readonly isInTable: boolean
}

const ROWS: ReadonlySet<string> = new Set(['tbody', 'td', 'tfoot', 'th', 'thead', 'tr'])

/** Whether it is worth to read a sheet at all; most set type, colours and distances only. */
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|line-through|vertical-align\s*:\s*su|opacity\s*:\s*0|font-size\s*:\s*[0-2](?:\.\d+)?(?:px|pt)?\s*[;}!]|color\s*:\s*(?:transparent|white|#fff)|bidi-override/i

function sheetsOf(tree: Document): readonly string[] {
  const sheets: string[] = []
  const pending: (Document | Element)[] = [tree]
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    for (const child of parent.childNodes.toReversed()) {
      if (!isElement(child)) continue
      if (child.tagName !== 'style') pending.push(child)
      else if (/^\s*(?:all|screen)?\s*$/i.test(attributeOf(child, 'media') ?? '')) {
        sheets.unshift(child.childNodes.map((node) => (isText(node) ? node.value : '')).join(''))
      }
    }
  }
  return sheets
}

/** Rules are looked up by the rarest thing that they ask of an element. */
function keyOf(compound: Compound | undefined): string {
  if (compound === undefined) return ''
  const [first] = compound.classes
  if (compound.id !== '') return `#${compound.id}`
  return first === undefined ? compound.tag : `.${first}`
}

function styleElement(
  element: Element,
  byKey: ReadonlyMap<string, readonly StyleRule[]>,
  budget: Budget,
): void {
  const classes = [...new Set(classesOf(element))]
  const keys = [`#${attributeOf(element, 'id') ?? ''}`, ...classes.map((name) => `.${name}`)]
  const tried = [...keys, element.tagName, ''].flatMap((key) => byKey.get(key) ?? [])
  budget.left -= tried.length
  const rules = tried.filter(({ path }) => matches(element, path, budget))
  if (rules.length === 0 || holdsTable(element, budget)) return
  const own = attributeOf(element, 'style') ?? ''
  const winners = winnersOf(rules, declarationsIn(own))
  if (winners.length === 0) return
  const added = winners.map(({ property, value }) => `${property}:${value}`).join(';')
  const attribute = element.attrs.find(({ name }) => name === 'style')
  if (attribute === undefined) element.attrs.push({ name: 'style', value: added })
  else attribute.value = `${added};${own}`
}

/** For each property the declaration that holds, where the element's own style does not go before it. */
function winnersOf(
  rules: readonly StyleRule[],
  own: readonly Declaration[],
): readonly Declaration[] {
  const winners = new Map<string, Declaration>()
  for (const { declarations } of rules.toSorted(byStrength)) {
    for (const declaration of declarations) {
      const before = winners.get(declaration.property)
      if (before?.isImportant !== true || declaration.isImportant) {
        winners.set(declaration.property, declaration)
      }
    }
  }
  const stated = new Set(own.map(({ property }) => property))
  return [...winners.values()].filter(
    ({ property, isImportant }) => isImportant || !stated.has(property),
  )
}

const byStrength = (one: StyleRule, other: StyleRule): number =>
  one.weight - other.weight || one.order - other.order

function matches(element: Element, path: readonly Compound[], budget: Budget): boolean {
  const last = path.at(-1)
  if (last === undefined || !isSuch(element, last)) return false
  let around = parentElement(element)
  for (const compound of path.slice(0, -1).toReversed()) {
    while (!compound.isParent && around !== undefined && !isSuch(around, compound)) {
      around = parentElement(around)
      budget.left--
    }
    if (around === undefined || !isSuch(around, compound)) return false
    around = parentElement(around)
  }
  return true
}

function isSuch(element: Element, { tag, id, classes }: Compound): boolean {
  if (tag !== '' && element.tagName !== tag) return false
  if (id !== '' && attributeOf(element, 'id') !== id) return false
  const own = classes.length === 0 ? [] : classesOf(element)
  return classes.every((name) => own.includes(name))
}

const classesOf = (element: Element): readonly string[] =>
  (attributeOf(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '')

function holdsTable(element: Element, budget: Budget): boolean {
  const pending: Node[] = [...element.childNodes]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!isElement(node)) continue
    if (node.tagName === 'table') return true
    budget.left--
    for (const child of node.childNodes) pending.push(child)
  }
  return false
}
