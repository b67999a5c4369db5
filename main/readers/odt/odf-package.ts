import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { type Archive, openArchive } from '../../archive/zip.ts'
import { elementNamed, elementsIn, elementsNamed, type OdfElement, parseOdf } from './odf-tree.ts'

/** The parts of a text document that its text depends on. */
export interface OdfPackage {
  /** `office:text`. */
  readonly body: OdfElement
  /** The roots that hold styles; an earlier one's styles go before a later one's. */
  readonly parts: readonly OdfElement[]
  /** Where pictures lie; empty for a flat file. */
  readonly archive: Archive
}

/** Opens an .odt, or a flat .fodt, in which one XML document holds everything. */
export async function openOdfPackage(bytes: Uint8Array): Promise<Result<OdfPackage, ReadError>> {
  return isZip(bytes) ? openZipped(bytes) : openFlat(bytes)
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const CONTENT = 'content.xml'
const STYLES = 'styles.xml'
const MANIFEST = 'META-INF/manifest.xml'

async function openZipped(bytes: Uint8Array): Promise<Result<OdfPackage, ReadError>> {
  const opened = await openArchive(bytes)
  if (!opened.ok) return opened
  const archive = opened.value
  if (await isEncrypted(archive)) return failure({ code: 'encrypted' })
  const content = await readPart(archive, CONTENT)
  if (!content.ok) return content
  const styles = archive.has(STYLES) ? await readPart(archive, STYLES) : success(undefined)
  if (!styles.ok) return styles
  const parts = styles.value === undefined ? [content.value] : [content.value, styles.value]
  return packageOf(content.value, parts, archive)
}

function openFlat(bytes: Uint8Array): Result<OdfPackage, ReadError> {
  const root = parseOdf(bytes)
  return root.ok ? packageOf(root.value, [root.value], EMPTY_ARCHIVE) : root
}

const BROKEN = { code: 'damaged', reason: 'broken' } as const

const EMPTY_ARCHIVE: Archive = {
  entries: [],
  has: () => false,
  read: async () => failure(BROKEN),
}

async function readPart(archive: Archive, name: string): Promise<Result<OdfElement, ReadError>> {
  const bytes = await archive.read(name)
  return bytes.ok ? parseOdf(bytes.value) : bytes
}

/** OpenDocument encrypts part by part, or the whole package as one; the manifest, which stays readable, tells. */
async function isEncrypted(archive: Archive): Promise<boolean> {
  const manifest = archive.has(MANIFEST) ? await readPart(archive, MANIFEST) : failure(BROKEN)
  // Without a manifest that can be read the parts show by themselves what they are.
  if (!manifest.ok) return false
  return elementsNamed(manifest.value, 'manifest:file-entry').some(
    (entry) => elementNamed(entry, 'manifest:encryption-data') !== undefined,
  )
}

function packageOf(
  root: OdfElement,
  parts: readonly OdfElement[],
  archive: Archive,
): Result<OdfPackage, ReadError> {
  const content = elementNamed(root, 'office:body')
  const body = elementNamed(content, 'office:text')
  if (body !== undefined) return success({ body, parts, archive })
  const [other] = elementsIn(content)
  const extension = OTHER_KINDS.get(other?.name ?? '')
  return failure(extension === undefined ? BROKEN : { code: 'unsupported-type', extension })
}

const OTHER_KINDS: ReadonlyMap<string, string> = new Map([
  ['office:spreadsheet', 'ods'],
  ['office:presentation', 'odp'],
  ['office:drawing', 'odg'],
  ['office:chart', 'odc'],
])
