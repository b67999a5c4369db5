import mammoth from 'mammoth'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { type StoredFile, storeZip } from '../../archive/store-zip.ts'
import { escapeMarkup } from '../../escape-markup.ts'
import { serialiseSafe } from '../html/sanitise.ts'
import { readBlocks } from './read-blocks.ts'
import type { SettledCell, SettledDocument, SettledParagraph } from './settled.ts'
import { readPictures, type ViewPicture, type ViewPictures } from './view-pictures.ts'
import { settledXml } from './view-xml.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * The same file as HTML for a person to look at. Every `element` place of the document model is the id of the
 * element that shows its text; automatic numbers stand before the text. Mammoth makes the HTML, but only from
 * what was read here and rewritten: nothing of the file reaches it unread.
 */
export async function viewSettled(
  { blocks }: SettledDocument,
  pictures?: ViewPictures,
): Promise<string> {
  const paragraphs = new Map<SettledParagraph, string>()
  const cells = new Map<SettledCell, string>()
  readBlocks(blocks, {
    paragraph: (paragraph, id) => paragraphs.set(paragraph, id),
    cell: (cell, id) => cells.set(cell, id),
  })
  const found = pictures === undefined ? [] : await readPictures(blocks, pictures)
  const shown = new Set(found.map(({ relationship }) => relationship))
  const file = wordFile(settledXml(blocks, { paragraphs, cells, pictures: shown }), found)
  const converted = await mammoth.convertToHtml(
    { buffer: Buffer.from(file) },
    { styleMap: ['u => u'], includeEmbeddedStyleMap: false, externalFileAccess: false },
  )
  const fragment = parseFragment(converted.value)
  const owners = new Map<Node, string>()
  liftIds(fragment, {
    paragraphs: new Set(paragraphs.values()),
    cells: new Set(cells.values()),
    owners,
  })
  return serialiseSafe(fragment, owners)
}

const OFFICE = 'http://schemas.openxmlformats.org'
const LINK_TYPE = `${OFFICE}/officeDocument/2006/relationships`
const PACKAGE = `${OFFICE}/package/2006`

function wordFile(document: string, pictures: readonly ViewPicture[]): Uint8Array {
  const links = pictures.map(
    ({ relationship }, index) =>
      `<Relationship Id="${escapeMarkup(relationship)}" Type="${LINK_TYPE}/image" Target="${pictureName(index)}"/>`,
  )
  const types = pictures.map(
    ({ format }, index) =>
      `<Override PartName="/word/${pictureName(index)}" ContentType="image/${format}"/>`,
  )
  const files: readonly StoredFile[] = [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`,
    },
    { name: 'word/document.xml', content: document },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
    },
    ...pictures.map(({ content }, index) => ({ name: `word/${pictureName(index)}`, content })),
  ]
  return storeZip(files)
}

function pictureName(index: number): string {
  return `media/picture${index}`
}

const CELL_TAGS: ReadonlySet<string> = new Set(['td', 'th'])
const PARAGRAPH_TAGS: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

interface Lifting {
  readonly paragraphs: ReadonlySet<string>
  readonly cells: ReadonlySet<string>
  /** The elements the ids have moved to. */
  readonly owners: Map<Node, string>
}

/** Mammoth turns each bookmark into an empty link; its id moves to the cell or paragraph it stands in. */
function liftIds(node: Node, lifting: Lifting): void {
  if (!('childNodes' in node)) return
  for (const child of [...node.childNodes]) liftIds(child, lifting)
  if (!('tagName' in node) || node.tagName !== 'a') return
  const id = node.attrs.find(({ name }) => name === 'id')?.value ?? ''
  const isCell = lifting.cells.has(id)
  if (!isCell && !lifting.paragraphs.has(id)) return
  const owner = ancestorOf(node, isCell ? CELL_TAGS : PARAGRAPH_TAGS)
  if (owner !== undefined) lifting.owners.set(owner, id)
  // The marker of a cell is a paragraph of its own, which nobody should see.
  remove(isCell ? (ancestorOf(node, PARAGRAPH_TAGS) ?? node) : node)
}

function ancestorOf(element: Element, tags: ReadonlySet<string>): Element | undefined {
  let parent = element.parentNode
  while (parent !== null && 'tagName' in parent) {
    if (tags.has(parent.tagName)) return parent
    parent = parent.parentNode
  }
  return undefined
}

function remove(element: Element): void {
  const parent = element.parentNode
  if (parent === null) return
  parent.childNodes = parent.childNodes.filter((child) => child !== element)
  element.parentNode = null
}
