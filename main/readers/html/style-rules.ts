/** A rule of a style sheet for one selector. */
export interface StyleRule {
  /** From the outermost to the element itself. */
  readonly path: readonly Compound[]
  readonly declarations: readonly Declaration[]
  /** Of two rules the one with the greater weight holds, of equal ones the later. */
  readonly weight: number
  readonly order: number
}

/** What one element must be: `td.note#a`. */
export interface Compound {
  /** In lower case; empty for any. */
  readonly tag: string
  readonly id: string
  readonly classes: readonly string[]
  /** It is the parent of the next one, not just around it. */
  readonly isParent: boolean
}

export interface Declaration {
  /** In lower case. */
  readonly property: string
  readonly value: string
  readonly isImportant: boolean
}

/** More rules than this are read by nobody; a site's sheets have some thousands. */
const MOST_RULES = 20_000

/**
 * The rules of a style sheet that hold on a screen of any size. Selectors with more than tags, classes, ids and what
 * stands around them (states, attributes, places among siblings) are left out.
 */
export function parseRules(sheet: string): readonly StyleRule[] {
  const css = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ' ')
  const rules: StyleRule[] = []
  addRules(css, rules, DEEPEST_BLOCK)
  return rules
}

/** Blocks inside one another that are read. */
const DEEPEST_BLOCK = 4

function addRules(css: string, rules: StyleRule[], depth: number): void {
  let at = 0
  while (at < css.length && rules.length < MOST_RULES) {
    const open = css.indexOf('{', at)
    if (open < 0) return
    // Behind an `@import` that has no block.
    const head = css.slice(at, open).split(';').at(-1)?.trim() ?? ''
    const close = closingBrace(css, open)
    const inside = css.slice(open + 1, close)
    if (!head.startsWith('@')) addRule(head, inside, rules)
    else if (/^@media\s+(?:only\s+)?(?:all|screen)\s*$/i.test(head) && depth > 0) {
      addRules(inside, rules, depth - 1)
    }
    at = close + 1
  }
}

/** Where the block that opens there ends; the end of the text where nothing closes it. */
function closingBrace(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    const character = css[at]
    if (character === '{') depth++
    else if (character === '}' && --depth === 0) return at
  }
  return css.length
}

function addRule(head: string, inside: string, rules: StyleRule[]): void {
  const declarations = declarationsIn(inside)
  if (declarations.length === 0) return
  for (const selector of head.split(',')) {
    const path = pathOf(selector.trim())
    if (path !== undefined)
      rules.push({ path, declarations, weight: weightOf(path), order: rules.length })
  }
}

/** What can hide a text, or make it stand for something else; the rest of a sheet is of no concern here. */
const PROPERTIES: ReadonlySet<string> = new Set([
  'color',
  'background',
  'background-color',
  'direction',
  'display',
  'font-size',
  'opacity',
  'text-decoration',
  'text-decoration-line',
  'unicode-bidi',
  'vertical-align',
  'visibility',
])

/** The declarations of a block or of a `style` attribute that matter. */
export const declarationsIn = (block: string): readonly Declaration[] =>
  block.split(';').flatMap((text) => {
    const colon = text.indexOf(':')
    const property = text.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (!PROPERTIES.has(property)) return []
    const value = text.slice(colon + 1).trim()
    const isImportant = /!\s*important$/i.test(value)
    return [{ property, value: value.replace(/\s*!.*$/, ''), isImportant }]
  })

/** In characters and in elements; longer selectors are no person's. */
const LONGEST_SELECTOR = 300
const LONGEST_PATH = 12

function pathOf(selector: string): readonly Compound[] | undefined {
  if (selector === '' || selector.length > LONGEST_SELECTOR) return undefined
  const parts = selector.replace(/\s*>\s*/g, ' > ').split(/\s+/)
  const path: Compound[] = []
  for (const [index, part] of parts.entries()) {
    if (part === '>') continue
    const compound = compoundOf(part, parts[index + 1] === '>')
    if (compound === undefined) return undefined
    path.push(compound)
  }
  return path.length > 0 && path.length <= LONGEST_PATH ? path : undefined
}

function compoundOf(text: string, isParent: boolean): Compound | undefined {
  const match = /^(\*|[a-z][\w-]*)?((?:[.#][\w\u0080-\uffff-]+)*)$/i.exec(text)
  if (match === null) return undefined
  const [, tag = '', marks = ''] = match
  const names = marks.match(/[.#][^.#]+/g) ?? []
  return {
    tag: tag === '*' ? '' : tag.toLowerCase(),
    id: names.findLast((name) => name.startsWith('#'))?.slice(1) ?? '',
    classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
    isParent,
  }
}

const ID_WEIGHT = 10_000
const CLASS_WEIGHT = 100

const weightOf = (path: readonly Compound[]): number =>
  path.reduce(
    (sum, { tag, id, classes }) =>
      sum + (id === '' ? 0 : ID_WEIGHT) + classes.length * CLASS_WEIGHT + (tag === '' ? 0 : 1),
    0,
  )
