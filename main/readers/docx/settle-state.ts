import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { XmlElement } from '../ooxml/xml-tree.ts'
import type { Numberer } from '../settled/numbering.ts'
import type { Styles } from '../settled/styles.ts'

/** What changes while a document is settled from its beginning to its end. */
export interface SettleState {
  readonly styles: Styles
  readonly number: Numberer
  /** Ids, because a comment is marked at its beginning and at its end. */
  readonly comments: Set<string>
  revisions: number
  hiddenTexts: number
  /** Fields that have begun and not ended, outermost first. */
  fields: OpenField[]
  /** The colour behind the text of the cell, or of the table, that is being read. */
  background: string
  /** Of the cell that is being read. */
  doubt: CellDoubt | undefined
}

/** A field is first its instruction (`PAGE`), then the result it last had. */
export interface OpenField {
  readonly part: 'instruction' | 'result'
  /** As far as it has been read. */
  readonly instruction: string
}

const DROPPED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])
const KEPT: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo'])
const WRAPPERS: ReadonlySet<string> = new Set([
  'w:customXml',
  'w:smartTag',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
])
const REVISIONS: ReadonlySet<string> = new Set([
  ...DROPPED,
  ...KEPT,
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
])
const COMMENT_MARKS: ReadonlySet<string> = new Set(['w:commentReference', 'w:commentRangeStart'])

/**
 * Visits what an element holds once changes are accepted: through insertions, content controls, links and the
 * like, past deletions, and into one branch of an alternative.
 */
export function visitContent(
  parent: XmlElement,
  state: SettleState,
  visit: (child: XmlElement) => void,
): void {
  for (const child of parent.children) {
    const { name } = child
    if (DROPPED.has(name)) countDropped(child, state)
    else if (KEPT.has(name)) {
      state.revisions += 1
      visitContent(child, state, visit)
    } else if (WRAPPERS.has(name)) {
      // Its characters are drawn from right to left: 21 looks like 12.
      if (name === 'w:bdo' && child.attributes['w:val'] === 'rtl') state.doubt ??= 'hidden-text'
      visitContent(child, state, visit)
    } else if (name === 'w:sdt') visitSdt(child, state, visit)
    else if (name === 'mc:AlternateContent') {
      const branch = chooseBranch(child, state)
      if (branch !== undefined) visitContent(branch, state, visit)
    } else if (COMMENT_MARKS.has(name)) noteComment(child, state)
    else visit(child)
  }
}

/** Only the content of a content control; its properties hold text of their own (placeholders, list entries). */
function visitSdt(sdt: XmlElement, state: SettleState, visit: (child: XmlElement) => void): void {
  for (const child of sdt.children) {
    if (child.name === 'w:sdtContent') visitContent(child, state, visit)
  }
}

function noteComment(mark: XmlElement, state: SettleState): void {
  state.comments.add(mark.attributes['w:id'] ?? '')
}

/** A deletion is left out, but what it holds still is in the file: changes inside it, and comments. */
export function countDropped(element: XmlElement, state: SettleState): void {
  if (REVISIONS.has(element.name)) state.revisions += 1
  if (COMMENT_MARKS.has(element.name)) noteComment(element, state)
  for (const child of element.children) countDropped(child, state)
}

/**
 * A drawing is often written twice, for new programs (`mc:Choice`) and old ones (`mc:Fallback`). Exactly one
 * is read: the newest that has any text. Where both have text and differ, people see different documents.
 */
export function chooseBranch(element: XmlElement, state: SettleState): XmlElement | undefined {
  const choices = element.children.filter((child) => child.name === 'mc:Choice')
  const branches = [...choices, ...element.children.filter((child) => child.name === 'mc:Fallback')]
  const texts = branches.map(textInside)
  const index = texts.findIndex((text) => text !== '')
  if (texts.some((text) => text !== '' && text !== texts[index])) state.doubt ??= 'hidden-text'
  return branches[Math.max(index, 0)]
}

/** All text inside without white space, alternatives counted once. */
function textInside(element: XmlElement): string {
  if (element.name === 'w:t') return element.text.replace(/\s/g, '')
  if (element.name === 'mc:AlternateContent') {
    return element.children.map(textInside).find((text) => text !== '') ?? ''
  }
  return element.children.map(textInside).join('')
}
