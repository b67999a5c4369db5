import { escapeMarkup } from '../../escape-markup.ts'
import { type Display, displayOf, plainDisplayOf } from './element-kinds.ts'
import {
  attributeOf,
  type ChildNode,
  type Element,
  isElement,
  isText,
  type Node,
  type ParentNode,
} from './tree.ts'

/**
 * A tree as HTML that can do nothing: an allowlist of elements and attributes, no script, style, link, frame, form or
 * load from outside; hidden content is left out. Elements and texts in `ids` carry that id and no others do. The result
 * is the content of a body, and a browser builds the same tree from it. Walks without recursion.
 */
export function serialiseSafe(root: ParentNode, ids: ReadonlyMap<Node, string>): string {
  const out: string[] = []
  const open: OpenElement[] = [openTag(out, root, ids, NO_CONTEXT)]
  for (let current = open.at(-1); current !== undefined; current = open.at(-1)) {
    const node = current.children[current.next++]
    if (node === undefined) {
      out.push(current.closing)
      open.pop()
    } else if (isText(node)) {
      if (!current.isTableFrame) out.push(textOf(node.value, ids.get(node)))
    } else if (isElement(node) && isKept(displayOf(node), current)) {
      open.push(openTag(out, node, ids, current))
    }
  }
  return out.join('')
}

interface Context {
  /** In a table, but in none of its cells: only parts of the table may stand here. */
  readonly isTableFrame: boolean
  /** In an element that allows a line inside a paragraph; blocks would close the paragraph. */
  readonly isInline: boolean
}

interface OpenElement extends Context {
  readonly children: readonly ChildNode[]
  readonly closing: string
  next: number
}

const NO_CONTEXT: Context = { isTableFrame: false, isInline: false }

function isKept({ role, visibility }: Display, { isTableFrame }: Context): boolean {
  if (role === 'left-out') return false
  if (isTableFrame && !TABLE_PARTS.has(role)) return false
  return visibility === 'shown' || (visibility === 'invisible' && role === 'cell')
}

/** What may stand in a table outside its cells. */
const TABLE_PARTS: ReadonlySet<Display['role']> = new Set(['caption', 'cell', 'group', 'row'])

/** Writes the element's opening tag and all that stands before its children. */
function openTag(
  out: string[],
  element: ParentNode,
  ids: ReadonlyMap<Node, string>,
  context: Context,
): OpenElement {
  const id = ids.get(element)
  const attributes = id === undefined ? '' : ` id="${id}"`
  if (!isElement(element)) {
    return { ...context, children: element.childNodes, closing: '', next: 0 }
  }
  const name = context.isInline && !INLINE.has(element.tagName) ? 'span' : nameOf(element)
  if (VOID.has(name)) {
    out.push(`<${name}${attributes}${imageAttributes(element, name)}>`)
    return { ...context, children: [], closing: '', next: 0 }
  }
  out.push(`<${name}${attributes}${keptAttributes(element, name)}>`)
  if (element.tagName === 'input') out.push(escapeMarkup(attributeOf(element, 'value') ?? ''))
  return {
    isTableFrame: TABLE_FRAMES.has(name),
    isInline: context.isInline || LINE_IN_PARAGRAPH.has(element.tagName),
    children: childrenOf(element),
    closing: `</${name}>`,
    next: 0,
  }
}

/** An invisible cell keeps its place and loses its text. */
const childrenOf = (element: Element): readonly ChildNode[] =>
  displayOf(element).visibility === 'shown' ? element.childNodes : []

function textOf(value: string, id: string | undefined): string {
  const text = escapeMarkup(value)
  return id === undefined ? text : `<span id="${id}">${text}</span>`
}

/** Elements that keep their name: parsers treat them specially, so that no other could stand for them. */
const KEPT_NAMES: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote caption center dd dir div dl dt fieldset figcaption figure ' +
    'footer h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p section table tbody td ' +
    'tfoot th thead tr ul b br code del em i img ins s span strong sub sup u wbr'
  ).split(' '),
)

const INLINE: ReadonlySet<string> = new Set(
  'b br code del em i img ins s span strong sub sup u wbr'.split(' '),
)

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr'])

const TABLE_FRAMES: ReadonlySet<string> = new Set(['table', 'tbody', 'tfoot', 'thead', 'tr'])

const LINE_IN_PARAGRAPH: ReadonlySet<string> = new Set(['button', 'marquee'])

function nameOf({ tagName, namespaceURI }: Element): string {
  // Names of MathML mean something else there.
  if (namespaceURI !== 'http://www.w3.org/1999/xhtml') return 'span'
  if (KEPT_NAMES.has(tagName)) return tagName
  if (LINE_IN_PARAGRAPH.has(tagName)) return 'span'
  const plain = plainDisplayOf(tagName)
  if (plain.keepsLines) return 'pre'
  if (tagName === 'form') return 'section'
  if (plain.isStruck) return 's'
  return plain.isBlock ? 'div' : 'span'
}

function keptAttributes(element: Element, name: string): string {
  let kept = ''
  for (const { name: attribute, value } of element.attrs) {
    const pattern = KEPT.get(`${name} ${attribute}`)
    if (pattern?.test(value) === true) kept += ` ${attribute}="${value.trim()}"`
  }
  const align = alignmentOf(element)
  return align === undefined || INLINE.has(name) ? kept : `${kept} style="text-align:${align}"`
}

const WHOLE_NUMBER = /^\s*-?\d{1,5}\s*$/

/** Attributes that stay, by element, with what they may hold. */
const KEPT: ReadonlyMap<string, RegExp> = new Map([
  ['td colspan', WHOLE_NUMBER],
  ['td rowspan', WHOLE_NUMBER],
  ['th colspan', WHOLE_NUMBER],
  ['th rowspan', WHOLE_NUMBER],
  ['ol start', WHOLE_NUMBER],
  ['ol type', /^[1aAiI]$/],
  ['li value', WHOLE_NUMBER],
])

function alignmentOf(element: Element): string | undefined {
  const style = /(?:^|[;\s])text-align\s*:\s*([a-z]+)/i.exec(attributeOf(element, 'style') ?? '')
  const align = (style?.[1] ?? attributeOf(element, 'align') ?? '').toLowerCase()
  return ['left', 'center', 'right', 'justify'].includes(align) ? align : undefined
}

/** A picture is shown only if it is part of the page itself; otherwise its name says that there is one. */
function imageAttributes(element: Element, name: string): string {
  if (name !== 'img') return ''
  const source = (attributeOf(element, 'src') ?? '').trim()
  const isOwn = source.length <= LONGEST_IMAGE && OWN_IMAGE.test(source)
  return isOwn ? ` alt="图片" src="${source}"` : ' alt="图片"'
}

const OWN_IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/

/** In characters of base64. */
const LONGEST_IMAGE = 5_000_000
