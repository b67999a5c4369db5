import { basename } from 'node:path'
import { ARCHIVE_EXTENSION } from '../../shared/document/report-extensions.ts'
import { openReportArchive } from '../archive/report-archive.ts'
import { extensionOf } from '../readers/sniff.ts'
import type { Candidate } from '../work/check-files.ts'
import type { FilePath } from '../work/read-bytes.ts'
import { withZipFile } from '../work/zip-file.ts'

/**
 * The candidates with each zip replaced by the reports in it, as if it were a folder. A zip that cannot be opened or
 * holds no report gives one entry that says so. Only directories are read here; a report is unpacked by the thread that
 * checks it.
 */
export async function openArchives(
  candidates: readonly Candidate[],
  extensions: readonly string[],
): Promise<readonly Candidate[]> {
  const opened: Candidate[] = []
  for (const candidate of candidates) {
    const isZip = 'path' in candidate && extensionOf(candidate.file) === ARCHIVE_EXTENSION
    if (isZip) opened.push(...(await reportsIn(candidate.file, candidate.path, extensions)))
    else opened.push(candidate)
  }
  return opened
}

async function reportsIn(
  file: string,
  path: FilePath,
  extensions: readonly string[],
): Promise<readonly Candidate[]> {
  const content = await withZipFile(path, basename(file), (zip) =>
    openReportArchive(zip, extensions),
  )
  if (!content.ok) return [{ file, error: content.error }]
  // Its reader will see what it is.
  if (content.value.kind === 'document') return [{ file, path }]
  return content.value.reports.map((report): Candidate => {
    const { inside } = report
    const joined = [file, ...inside].join('/')
    return 'error' in report
      ? { file: joined, error: report.error }
      : { file: joined, path, inside }
  })
}
