import { REPORT_EXTENSIONS } from '../../shared/document/report-extensions.ts'
import type { Calls, UnpackedReport } from '../../shared/ipc/contract.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { failure, success } from '../../shared/result.ts'
import { type ArchivedReport, openReportArchive } from '../archive/report-archive.ts'
import { inMemory } from '../archive/zip-source.ts'
import { FILE_SIZE_LIMIT } from '../work/limits.ts'

/** All reports of one zip together, in bytes: they cross to the desk in one message. */
const MOST_UNPACKED = 200 * 1024 * 1024

/** Takes a zip of reports apart for the desk; each report is then read as a file of its own. */
export async function unpackArchive(
  bytes: Uint8Array,
  most = MOST_UNPACKED,
): ReturnType<Calls['archive:unpack']> {
  if (bytes.byteLength > FILE_SIZE_LIMIT) return failure({ code: 'too-large', limit: 'file' })
  const opened = await openReportArchive(inMemory(bytes), REPORT_EXTENSIONS)
  if (!opened.ok) return opened
  if (opened.value.kind === 'document') return success({ kind: 'document' })
  const reports: UnpackedReport[] = []
  let size = 0
  for (const report of opened.value.reports) {
    const content = size >= most ? TOO_LARGE : await contentOf(report)
    if (content.ok) size += content.value.byteLength
    reports.push({ name: shownName(report), content })
  }
  return success({ kind: 'reports', reports })
}

const TOO_LARGE = failure<ReadError>({ code: 'too-large', limit: 'unpacked' })

const contentOf = async (report: ArchivedReport): Promise<UnpackedReport['content']> =>
  'error' in report ? failure(report.error) : report.read()

/** Characters of a name; Windows allows 260, and the desk's calls some more. Its end holds the extension. */
const LONGEST_NAME = 512

const shownName = ({ inside }: ArchivedReport): string => inside.join('/').slice(-LONGEST_NAME)
