import type { ReadError } from '../../../shared/read-error.ts'
import type { Result } from '../../../shared/result.ts'
import { markupKind } from '../markup-kind.ts'
import { attributeOf, childOf, childrenNamed, type XmlElement } from '../ooxml/xml-tree.ts'
import type { OpenedSource } from '../reader.ts'
import type { WordPackage } from './word-package.ts'

/**
 * The page that a Word file holds in place of a text of its own (`w:altChunk`), which Word takes in when the file is
 * opened: programs in a browser write such files. Undefined where the file has a text of its own, or holds no page.
 */
export async function openForeignContent({
  archive,
  document,
  relationships,
}: WordPackage): Promise<Result<OpenedSource, ReadError> | undefined> {
  const body = childOf(document, 'w:body')
  const [chunk, ...others] = childrenNamed(body, 'w:altChunk')
  if (body === undefined || chunk === undefined || others.length > 0 || hasText(body)) {
    return undefined
  }
  const id = attributeOf(chunk, 'r:id')
  const part = relationships.find((link) => link.id === id)?.part
  if (part === undefined || !archive.has(part)) return undefined
  const content = await archive.read(part)
  if (!content.ok) return content
  const kind = markupKind(Buffer.from(content.value.subarray(0, HEAD_BYTES)), 'html')
  // Loaded only here: hardly any Word file needs them.
  if (kind === 'mht') return (await import('../mht/mht-reader.ts')).mhtReader.open(content.value)
  if (kind !== 'html') return undefined
  return (await import('../html/html-reader.ts')).htmlReader.open(content.value)
}

/** Enough for a page's first tags. */
const HEAD_BYTES = 64 * 1024

const hasText = (element: XmlElement): boolean =>
  (element.name === 'w:t' && element.text.trim() !== '') || element.children.some(hasText)
