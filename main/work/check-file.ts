import { basename } from 'node:path'
import type { CheckedReport } from '../../shared/check/checked-report.ts'
import { toReportJson, toUnreadableJson } from '../../shared/check/report-json.ts'
import {
  type Checklist,
  toChecklist,
  toUnreadableChecklist,
} from '../../shared/checklist/checklist.ts'
import type { SourceDocument } from '../../shared/document/source-document.ts'
import type { Edition } from '../../shared/form/edition.ts'
import { EDITIONS, findEdition } from '../../shared/form/editions.ts'
import type { ReadError } from '../../shared/read-error.ts'
import type { Verdict } from '../../shared/report/finding.ts'
import type { Report } from '../../shared/report/report.ts'
import type { Result } from '../../shared/result.ts'
import { type InsidePath, readInside } from '../archive/report-archive.ts'
import { type FilePath, readBytes } from './read-bytes.ts'
import { withZipFile } from './zip-file.ts'

/** One file to check, and what is wanted of it; little crosses between threads. */
export interface CheckTask {
  readonly path: FilePath
  /** Where the report is inside the zip that lies at `path`; undefined for a file that is no zip of reports. */
  readonly inside?: InsidePath | undefined
  /** The path as it was given, which the results carry. */
  readonly file: string
  readonly wants: Wants
}

export interface Wants {
  /** The report object of the outside contract. */
  readonly json: boolean
  readonly checklist: boolean
}

export interface CheckAnswer {
  readonly verdict: Verdict | 'unreadable'
  /** Whether a finding has the severity `error`, which the exit status tells. */
  readonly hasErrors: boolean
  /** One line of JSON; null where it was not wanted. */
  readonly json: string | null
  readonly checklist: Checklist | null
}

/** The steps from bytes to findings, as parameters so that a test can look at each path. */
export interface CheckSteps {
  readonly read: (bytes: Uint8Array, name: string) => Promise<Result<SourceDocument, ReadError>>
  readonly extract: (document: SourceDocument) => Result<Report, ReadError>
  readonly check: (report: Report, form: Edition) => CheckedReport
}

/** Reads one file and checks it. An exception is a bug in a reader or a rule. */
export async function checkFile(task: CheckTask, steps: CheckSteps): Promise<CheckAnswer> {
  const name = basename(task.file)
  const bytes = await readTask(task, name)
  if (!bytes.ok) return unreadableAnswer(task, bytes.error)
  const document = await steps.read(bytes.value, name)
  if (!document.ok) return unreadableAnswer(task, document.error)
  const report = steps.extract(document.value)
  if (!report.ok) return unreadableAnswer(task, report.error)
  const form = findEdition(report.value.edition, EDITIONS)
  if (form === undefined) throw new Error(`no such edition: ${report.value.edition}`)
  const checked = steps.check(report.value, form)
  return {
    verdict: checked.verdict,
    hasErrors: checked.findings.some((finding) => finding.severity === 'error'),
    json: task.wants.json ? JSON.stringify(toReportJson(task.file, checked, form)) : null,
    checklist: task.wants.checklist ? toChecklist(task.file, checked, form) : null,
  }
}

/** The file itself, or the one entry of a zip; no other entry is unpacked. */
const readTask = (
  { path, inside }: CheckTask,
  name: string,
): Promise<Result<Uint8Array, ReadError>> =>
  inside === undefined
    ? readBytes(path, name)
    : withZipFile(path, name, (zip) => readInside(zip, inside))

/** The answer for a file that could not be read as a report. */
export const unreadableAnswer = (task: Omit<CheckTask, 'path'>, error: ReadError): CheckAnswer => ({
  verdict: 'unreadable',
  hasErrors: false,
  json: task.wants.json ? JSON.stringify(toUnreadableJson(task.file, error)) : null,
  checklist: task.wants.checklist ? toUnreadableChecklist(task.file, error) : null,
})
