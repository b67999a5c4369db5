import { basename } from 'node:path'
import { readSource } from '../main/readers/index.ts'
import { checkReport } from '../shared/check/check-report.ts'
import type { CheckedReport } from '../shared/check/checked-report.ts'
import { extractReport } from '../shared/extract/extract-report.ts'
import { findEdition } from '../shared/form/editions.ts'
import type { ReadError } from '../shared/read-error.ts'
import { failure, type Result, success } from '../shared/result.ts'
import { type CorpusEntry, readEntry } from './corpus-folder.ts'
import { type Judgement, judge, judgeUnread } from './judge.ts'
import { type Tally, tallyOf } from './tally.ts'

export interface Measured {
  readonly tally: Tally
  readonly judgement: Judgement
  /** Why the file was not read; null where it was. */
  readonly refused: string | null
}

/** Reads a file of the corpus as the program does, and holds it against its truth. */
export async function measure(entry: CorpusEntry): Promise<Measured> {
  const { bytes, truth } = readEntry(entry)
  const start = performance.now()
  const checked = await readAndCheck(bytes, basename(entry.path))
  const time = performance.now() - start
  const judgement = checked.ok ? judge(truth, checked.value) : judgeUnread(truth)
  return {
    judgement,
    tally: tallyOf(judgement, time),
    refused: checked.ok ? null : checked.error.code,
  }
}

/** From bytes to findings, as the command line does it. */
export async function readAndCheck(
  bytes: Uint8Array,
  name: string,
): Promise<Result<CheckedReport, ReadError>> {
  const source = await readSource(bytes, name)
  if (!source.ok) return source
  const report = extractReport(source.value)
  if (!report.ok) return report
  const form = findEdition(report.value.edition)
  return form === undefined
    ? failure({ code: 'not-a-report' })
    : success(checkReport(report.value, form))
}
