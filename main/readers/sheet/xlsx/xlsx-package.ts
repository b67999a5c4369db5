import type { ReadError } from '../../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../../shared/result.ts'
import { type Archive, openArchive } from '../../../archive/zip.ts'
import {
  type Relationship,
  readRelationships,
  relationshipsPart,
} from '../../ooxml/relationships.ts'
import { parseXml, type XmlElement } from '../../ooxml/xml-tree.ts'

/** The parts of an Excel file that what its cells show depends on. */
export interface XlsxPackage {
  /** `x:workbook`. */
  readonly workbook: XmlElement
  readonly sharedTexts: XmlElement | undefined
  readonly styles: XmlElement | undefined
  /** `x:worksheet` by the id of the workbook's link to it; undefined where that is another kind of sheet. */
  readonly worksheet: (id: string) => Promise<Result<XmlElement | undefined, ReadError>>
}

/** Opens a .xlsx and parses its main parts, wherever in the package they are. */
export async function openXlsxPackage(bytes: Uint8Array): Promise<Result<XlsxPackage, ReadError>> {
  const opened = await openArchive(bytes)
  if (!opened.ok) return opened
  const archive = opened.value
  const packageLinks = await readLinks(archive, '')
  if (!packageLinks.ok) return packageLinks
  const main = linkOf(packageLinks.value, 'officeDocument')?.part ?? USUAL_MAIN_PART
  if (main.endsWith('.bin')) return failure({ code: 'unsupported-type', extension: 'xlsb' })
  const workbook = await readPart(archive, main)
  if (!workbook.ok) return workbook
  if (workbook.value.name !== 'x:workbook') return BROKEN
  const links = await readLinks(archive, main)
  if (!links.ok) return links
  const sharedTexts = await readLinked(archive, linkOf(links.value, 'sharedStrings'))
  if (!sharedTexts.ok) return sharedTexts
  const styles = await readLinked(archive, linkOf(links.value, 'styles'))
  if (!styles.ok) return styles
  return success({
    workbook: workbook.value,
    sharedTexts: sharedTexts.value,
    styles: styles.value,
    worksheet: async (id) => {
      const link = links.value.find((one) => one.id === id)
      if (link === undefined) return BROKEN
      return link.type === 'worksheet' ? readLinked(archive, link) : success(undefined)
    },
  })
}

const USUAL_MAIN_PART = 'xl/workbook.xml'
const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })

const linkOf = (links: readonly Relationship[], type: string): Relationship | undefined =>
  links.find((link) => link.type === type)

async function readLinks(
  archive: Archive,
  part: string,
): Promise<Result<readonly Relationship[], ReadError>> {
  const name = relationshipsPart(part)
  if (!archive.has(name)) return success([])
  const root = await readPart(archive, name)
  return root.ok ? success(readRelationships(root.value, part)) : root
}

/** Undefined where there is no link; a link to a part that is not there is damage, for its texts are missing. */
async function readLinked(
  archive: Archive,
  link: Relationship | undefined,
): Promise<Result<XmlElement | undefined, ReadError>> {
  if (link === undefined) return success(undefined)
  return link.part === undefined ? BROKEN : readPart(archive, link.part)
}

async function readPart(archive: Archive, part: string): Promise<Result<XmlElement, ReadError>> {
  const bytes = await archive.read(part)
  return bytes.ok ? parseXml(bytes.value) : bytes
}
