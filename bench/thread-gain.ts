import type { Candidate } from '../main/work/check-files.ts'
import { checkFiles } from '../main/work/check-files.ts'
import type { CorpusFile } from './corpus.ts'
import { median, rounded, textTable } from './report-table.ts'

const ROUNDS = 3

/** Seconds for the whole corpus with one and with two worker threads, their start included. */
export async function threadGain(files: readonly CorpusFile[]): Promise<string> {
  const one: number[] = []
  const two: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    one.push(await secondsWith(files, 1))
    two.push(await secondsWith(files, 2))
  }
  const rate = (seconds: number): string => rounded(files.length / seconds)
  return textTable(
    ['threads', 'seconds', 'files/s', 'gain'],
    [
      ['1', rounded(median(one)), rate(median(one)), '1'],
      ['2', rounded(median(two)), rate(median(two)), rounded(median(one) / median(two))],
    ],
  )
}

async function secondsWith(files: readonly CorpusFile[], threads: number): Promise<number> {
  const candidates = files.map(({ name, path }): Candidate => ({ file: name, path }))
  const start = performance.now()
  const wants = { json: true, checklist: false }
  for await (const { file, answer } of checkFiles(candidates, { wants, order: 'input', threads })
    .deliveries)
    if (answer.verdict === 'unreadable') throw new Error(`${file} was not read`)
  return (performance.now() - start) / 1000
}
