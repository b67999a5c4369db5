import { ARCHIVE_EXTENSION } from '../../shared/document/report-extensions.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { extensionOf } from '../readers/sniff.ts'
import { entryName } from './entry-name.ts'
import { isPassedOver } from './passed-over.ts'
import { type Archive, type ArchiveLimits, openArchive } from './zip.ts'
import { inMemory, type ZipSource } from './zip-source.ts'

/** Where a file is inside a zip: its path there; for one in a zip inside the zip, the path of each, outermost first. */
export type InsidePath = readonly string[]

/** What a file is that is called a zip. */
export type ArchiveContent =
  /** No zip, or a document that is a zip itself (docx, odt, ofd) under another name. */
  | { readonly kind: 'document' }
  | { readonly kind: 'reports'; readonly reports: readonly ArchivedReport[] }

/** A report in a zip, or why there may be one that cannot be read. */
export type ArchivedReport =
  /** `read` unpacks anew each time. */
  | { readonly inside: InsidePath; readonly read: () => Promise<Result<Uint8Array, ReadError>> }
  | { readonly inside: InsidePath; readonly error: ReadError }

const MEBIBYTE = 1024 * 1024

/** Reports with photographs in them are below 10 MB, and the text of a page shrinks to a fiftieth at most. */
const LIMITS: ArchiveLimits = {
  entries: 10_000,
  entrySize: 100 * MEBIBYTE,
  totalSize: 200 * MEBIBYTE,
  ratio: 250,
  ratioFreeSize: 8 * MEBIBYTE,
}

/** All reports of a zip together, in bytes as the zip declares them; entries that share their bytes count each time. */
const MOST_REPORT_BYTES = 2048 * MEBIBYTE

/**
 * The reports in a zip by their paths, as in a folder: files of those extensions, also in zips inside it, without what
 * is hidden or left behind. An error where there is none, or the zip cannot be opened. Nothing is unpacked before it is
 * asked for but the zips inside.
 */
export async function openReportArchive(
  zip: ZipSource,
  extensions: readonly string[],
): Promise<Result<ArchiveContent, ReadError>> {
  const opened = await openLevel(zip, extensions)
  if (!opened.ok) return opened
  if (opened.value.kind === 'document') return DOCUMENT
  const { archive, wanted } = opened.value
  if (wanted.length === 0) return failure({ code: 'not-a-report' })
  const reports: ArchivedReport[] = []
  let size = 0
  // Also what nobody wants is listed: a zip full of directories of zips must cost no more than one.
  let entries = archive.entries.length
  for (const { name, size: own } of wanted) {
    size += own
    if (extensionOf(name) === ARCHIVE_EXTENSION) {
      const inner = await openInner(archive, name, extensions)
      size += inner.size
      entries += inner.entries
      reports.push(...inner.reports)
    } else {
      reports.push({ inside: [name], read: () => archive.read(name) })
    }
    if (size > MOST_REPORT_BYTES || entries > LIMITS.entries) {
      return failure({ code: 'too-large', limit: 'unpacked' })
    }
  }
  return success({ kind: 'reports', reports })
}

/** One file of a zip, by the path that `openReportArchive` gave. */
export async function readInside(
  zip: ZipSource,
  inside: InsidePath,
): Promise<Result<Uint8Array, ReadError>> {
  const [name = '', ...deeper] = inside
  const archive = await openArchive(zip, LIMITS, entryName)
  if (!archive.ok) return archive
  // Between listing and reading somebody may have replaced the zip.
  if (!archive.value.has(name)) return failure({ code: 'not-found' })
  const content = await archive.value.read(name)
  if (!content.ok || deeper.length === 0) return content
  return readInside(inMemory(content.value), deeper)
}

/** One zip, and the files in it that are wanted. */
interface Level {
  readonly kind: 'reports'
  readonly archive: Archive
  readonly wanted: readonly Wanted[]
}

interface DocumentLevel {
  readonly kind: 'document'
  /** All that stand in it, where it is a zip. */
  readonly entries: number
}

interface Wanted {
  readonly name: string
  /** Unpacked, in bytes. */
  readonly size: number
}

async function openLevel(
  zip: ZipSource,
  extensions: readonly string[],
): Promise<Result<Level | DocumentLevel, ReadError>> {
  const head = await zip.read(0, PK.length)
  if (head === undefined || Buffer.from(head).toString('latin1') !== PK) {
    return success({ kind: 'document', entries: 0 })
  }
  const opened = await openArchive(zip, LIMITS, entryName)
  if (!opened.ok) return opened
  const archive = opened.value
  if (archive.entries.some(({ name }) => DOCUMENT_PARTS.has(name.toLowerCase()))) {
    return success({ kind: 'document', entries: archive.entries.length })
  }
  return success({ kind: 'reports', archive, wanted: wantedIn(archive, extensions) })
}

const DOCUMENT = success({ kind: 'document' } as const)

/** The two letters that every record of a zip begins with. */
const PK = 'PK'

/** The entry by which each kind of document that is a zip is known; a person packs no file of that name. */
const DOCUMENT_PARTS: ReadonlySet<string> = new Set(['[content_types].xml', 'mimetype', 'ofd.xml'])

function wantedIn(archive: Archive, extensions: readonly string[]): readonly Wanted[] {
  return archive.entries
    .filter(({ name }) => {
      const extension = extensionOf(name)
      const isWanted = extension === ARCHIVE_EXTENSION || extensions.includes(extension)
      return isWanted && !name.split('/').some(isPassedOver)
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

interface Inner {
  readonly reports: readonly ArchivedReport[]
  /** Unpacked, in bytes. */
  readonly size: number
  /** All that stand in it, wanted or not. */
  readonly entries: number
}

/** A file named .zip inside a zip: a zip of reports, or one document under a wrong name. */
async function openInner(
  outer: Archive,
  name: string,
  extensions: readonly string[],
): Promise<Inner> {
  const bytes = await outer.read(name)
  const opened = bytes.ok ? await openLevel(inMemory(bytes.value), extensions) : bytes
  if (!opened.ok) return { reports: [{ inside: [name], error: opened.error }], size: 0, entries: 0 }
  if (opened.value.kind === 'document') {
    const { entries } = opened.value
    return { reports: [{ inside: [name], read: () => outer.read(name) }], size: 0, entries }
  }
  const { archive, wanted } = opened.value
  const entries = archive.entries.length
  if (wanted.length === 0) {
    return { reports: [{ inside: [name], error: { code: 'not-a-report' } }], size: 0, entries }
  }
  const reports = wanted.map(({ name: own }): ArchivedReport => {
    const inside = [name, own]
    return extensionOf(own) === ARCHIVE_EXTENSION
      ? { inside, error: { code: 'too-large', limit: 'nesting' } }
      : { inside, read: () => archive.read(own) }
  })
  return {
    reports,
    size: wanted.reduce((sum, { size }) => sum + size, 0),
    entries,
  }
}
