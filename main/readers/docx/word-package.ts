import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { type Archive, openArchive } from '../../archive/zip.ts'
import { type Relationship, readRelationships, relationshipsPart } from '../ooxml/relationships.ts'
import { attributeOf, childrenNamed, parseXml, type XmlElement } from '../ooxml/xml-tree.ts'

/** The parts of a Word file that its text depends on. */
export interface WordPackage {
  readonly archive: Archive
  /** `w:document`. */
  readonly document: XmlElement
  readonly styles: XmlElement | undefined
  readonly numbering: XmlElement | undefined
  /** Links of the main part. */
  readonly relationships: readonly Relationship[]
}

/** Opens a .docx and parses its main part, styles and numbering, wherever in the package they are. */
export async function openWordPackage(bytes: Uint8Array): Promise<Result<WordPackage, ReadError>> {
  const opened = await openArchive(bytes)
  if (!opened.ok) return opened
  const archive = opened.value
  const mainPart = await findMainPart(archive)
  if (!mainPart.ok) return mainPart
  const document = await readPart(archive, mainPart.value)
  if (!document.ok) return document
  if (document.value?.name !== 'w:document') return failure(notWord(mainPart.value))
  const links = await readLinks(archive, mainPart.value)
  if (!links.ok) return links
  const styles = await readPart(archive, linkedPart(links.value, 'styles'))
  if (!styles.ok) return styles
  const numbering = await readPart(archive, linkedPart(links.value, 'numbering'))
  if (!numbering.ok) return numbering
  return success({
    archive,
    document: document.value,
    styles: styles.value,
    numbering: numbering.value,
    relationships: links.value,
  })
}

const CONTENT_TYPES = '[Content_Types].xml'
/** .docx, .docm and .dotx alike; the name of the type ends in `main+xml` in all of them. */
const MAIN_CONTENT_TYPE = /\b(?:wordprocessingml|ms-word)\b.*main\+xml$/
const USUAL_MAIN_PART = 'word/document.xml'

/**
 * The package's own link to its document decides; WPS and others do not always call it word/document.xml.
 * Where the link is lost, the content type tells, then the usual name.
 */
async function findMainPart(archive: Archive): Promise<Result<string, ReadError>> {
  const links = await readLinks(archive, '')
  if (!links.ok) return links
  const linked = linkedPart(links.value, 'officeDocument')
  if (linked !== undefined && archive.has(linked)) return success(linked)
  const types = await readPart(archive, CONTENT_TYPES)
  if (!types.ok) return types
  const declared = childrenNamed(types.value, 'ct:Override').find((override) =>
    MAIN_CONTENT_TYPE.test(attributeOf(override, 'ContentType') ?? ''),
  )
  const part = attributeOf(declared, 'PartName')?.replace(/^\//, '') ?? USUAL_MAIN_PART
  if (archive.has(part)) return success(part)
  // An office file without its document is cut; a zip without content types never was one.
  return failure(
    archive.has(CONTENT_TYPES)
      ? { code: 'damaged', reason: 'broken' }
      : { code: 'unsupported-type', extension: 'zip' },
  )
}

function notWord(mainPart: string): ReadError {
  const extension = mainPart.startsWith('xl/') ? 'xlsx' : mainPart.startsWith('ppt/') ? 'pptx' : ''
  return { code: 'unsupported-type', extension }
}

function linkedPart(links: readonly Relationship[], type: string): string | undefined {
  return links.find((link) => link.type === type && link.part !== undefined)?.part
}

async function readLinks(
  archive: Archive,
  part: string,
): Promise<Result<readonly Relationship[], ReadError>> {
  const root = await readPart(archive, relationshipsPart(part))
  if (!root.ok) return root
  return success(root.value === undefined ? [] : readRelationships(root.value, part))
}

/** Undefined where the package has no such part. */
async function readPart(
  archive: Archive,
  part: string | undefined,
): Promise<Result<XmlElement | undefined, ReadError>> {
  if (part === undefined || !archive.has(part)) return success(undefined)
  const bytes = await archive.read(part)
  return bytes.ok ? parseXml(bytes.value) : bytes
}
