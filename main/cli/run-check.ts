import { stat } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import type { WriteStream } from 'node:tty'
import manifest from '../../package.json' with { type: 'json' }
import { printable } from '../../shared/checklist/printable.ts'
import { GIVEN_EXTENSIONS, REPORT_EXTENSIONS } from '../../shared/document/report-extensions.ts'
import type { CalendarDate } from '../../shared/text/chinese-date.ts'
import { type ChecklistFolder, openChecklistFolder } from '../exports/checklist-folder.ts'
import { type Candidate, checkFiles } from '../work/check-files.ts'
import { EXIT, exitStatusOf } from './exit-status.ts'
import type { Interruption } from './interruption.ts'
import { openArchives } from './open-archives.ts'
import { type CheckOptions, parseCommandLine } from './options.ts'
import { outputOf } from './output.ts'
import { showProgress } from './progress.ts'
import { toSink } from './sink.ts'
import { addAnswer, NO_TOTALS, type Totals } from './totals.ts'
import { USAGE, USAGE_HINT } from './usage.ts'
import { findFiles } from './walk.ts'

/** What the command needs of the process it runs in. */
export interface Host {
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Pick<WriteStream, 'isTTY' | 'columns' | 'write'>
  readonly interruption: Interruption
  readonly today: CalendarDate
  /** Whether colour is welcome where standard output is a terminal. */
  readonly colour: 'colour' | 'plain'
  /** A thread could not be ended: when the check is over, the process can leave only by force. */
  readonly onLostThread: () => void
  /** For tests: other code for the threads, and another limit. */
  readonly workerUrl?: URL
  readonly secondsPerFile?: number
}

/** The headless checker, from arguments to exit status. An exception is a bug. */
export async function runCheck(args: readonly string[], host: Host): Promise<number> {
  const commandLine = parseCommandLine(args)
  switch (commandLine.kind) {
    case 'help':
      await toSink(host.stdout).write(USAGE)
      return EXIT.fine
    case 'version':
      await toSink(host.stdout).write(`${manifest.version}\n`)
      return EXIT.fine
    case 'wrong':
      return complain(host, commandLine.problem, USAGE_HINT)
    case 'check':
      return check(commandLine.options, host)
  }
}

async function check(options: CheckOptions, host: Host): Promise<number> {
  for (const path of options.previous) {
    if (!(await exists(path)))
      return complain(host, `找不到 --previous 给出的“${path}”。`, USAGE_HINT)
  }
  say(host, ...options.remarks)
  const found = await findFiles(options.paths, GIVEN_EXTENSIONS)
  const candidates = await openArchives(found, REPORT_EXTENSIONS)
  const opened = await openFolder(options, candidates, host)
  if (!opened.ok) return complain(host, opened.error)
  const batch = await checkBatch(options, candidates, opened.value, host)
  if (batch.end !== 'complete') return statusOfEnd(batch.end, host)
  if (candidates.length === 0)
    return complain(host, `没有找到可以核对的文件，文件夹里只看 ${TYPES} 文件。`)
  const problems = (await opened.value?.finish()) ?? []
  return problems.length > 0 ? complain(host, ...problems) : exitStatusOf(batch.totals)
}

const TYPES = GIVEN_EXTENSIONS.join('、')

const openFolder = async (
  { out }: CheckOptions,
  candidates: readonly Candidate[],
  { today }: Host,
) => {
  if (out === null || candidates.length === 0) return { ok: true, value: null } as const
  const files = candidates.map(({ file }) => file)
  return openChecklistFolder(out, files, today)
}

interface Batch {
  readonly totals: Totals
  readonly end: BatchEnd
}

type BatchEnd =
  | 'complete'
  | 'interrupted'
  | 'output-closed'
  /** A sentence on why standard output could not be written. */
  | { readonly problem: string }

async function checkBatch(
  options: CheckOptions,
  candidates: readonly Candidate[],
  folder: ChecklistFolder | null,
  host: Host,
): Promise<Batch> {
  const output = outputOf(options.format, host.stdout.isTTY === true ? host.colour : 'plain')
  const sink = toSink(host.stdout)
  const progress = showProgress(host.stderr, candidates.length)
  const clearProgress = () => progress.clear()
  const files = checkFiles(candidates, {
    wants: { ...output.wants, checklist: output.wants.checklist || folder !== null },
    order: output.order,
    threads: options.jobs,
    workerUrl: host.workerUrl,
    secondsPerFile: host.secondsPerFile,
    onLostThread: host.onLostThread,
    onStart: progress.started,
    onCrash: (file, detail) => {
      clearProgress()
      say(host, `${file}：读取时线程意外结束（${detail}）。`)
    },
  })
  host.interruption.guard(files.stop, () => folder?.abandon())

  let totals = NO_TOTALS
  const endNow = (): BatchEnd | null => {
    if (host.interruption.happened()) return 'interrupted'
    const problem = sink.problem()
    if (problem === null) return null
    if (problem === 'closed') return 'output-closed'
    return { problem: `结果没有写完，标准输出不能写入（${problem.code}）。` }
  }
  await sink.write(output.start)
  for await (const { index, answer } of files.deliveries) {
    if (host.stdout.isTTY === true) clearProgress()
    await sink.write(output.one(answer, totals.all))
    totals = addAnswer(totals, answer)
    if (answer.checklist !== null) await folder?.add(index, answer.checklist)
    progress.finished()
    const end = endNow()
    if (end === null) continue
    clearProgress()
    return { totals, end }
  }
  clearProgress()
  const end = endNow()
  if (end !== null) return { totals, end }
  await sink.write(output.end(totals))
  return { totals, end: endNow() ?? 'complete' }
}

function statusOfEnd(end: Exclude<BatchEnd, 'complete'>, host: Host): number {
  if (end === 'interrupted') return EXIT.interrupted
  if (end === 'output-closed') return EXIT.outputClosed
  return complain(host, end.problem)
}

/** Says what is wrong, a line each, and gives the exit status for that. */
function complain(host: Host, ...sentences: readonly string[]): number {
  say(host, ...sentences)
  return EXIT.wrong
}

const say = (host: Host, ...sentences: readonly string[]) => {
  for (const sentence of sentences) host.stderr.write(`${printable(sentence)}\n`)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
