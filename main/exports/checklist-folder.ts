import { rmSync } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Checklist } from '../../shared/checklist/checklist.ts'
import type { Result } from '../../shared/result.ts'
import { failure, success } from '../../shared/result.ts'
import type { CalendarDate } from '../../shared/text/chinese-date.ts'
import { codeOf } from '../work/file-error.ts'
import { checklistHtml } from './checklist-html.ts'
import { checklistNames, SUMMARY_NAME } from './checklist-names.ts'
import { indexHtml, type SummaryEntry, toSummaryEntry } from './index-html.ts'
import { draftOf, isOwnPage, writeWhole } from './write-whole.ts'

/** Why a checklist could not be written, as a sentence. */
export type WriteProblem = string

/** A folder that fills with the checklists of a batch. */
export interface ChecklistFolder {
  /** Writes the checklist of the file with that place in the batch. */
  readonly add: (index: number, checklist: Checklist) => Promise<void>
  /** Writes the summary, in the order of the batch, and gives what could not be written, a sentence each. */
  readonly finish: () => Promise<readonly WriteProblem[]>
  /** For a process that ends in the middle of a write: takes away what is half written, at once. */
  readonly abandon: () => void
}

/** Makes the folder where it is not there, and sees that it can be written to. `files` are those of the batch. */
export async function openChecklistFolder(
  folder: string,
  files: readonly string[],
  checkedOn: CalendarDate,
): Promise<Result<ChecklistFolder, WriteProblem>> {
  const prepared = await prepare(folder)
  if (!prepared.ok) return prepared
  const names = checklistNames(files, 'html')
  const entries: SummaryEntry[] = []
  const problems: WriteProblem[] = []
  let underWay: string | null = null

  const write = async (name: string, html: string): Promise<Result<null, WriteProblem>> => {
    const path = join(folder, name)
    if ((await exists(path)) && !(await isOwnPage(path)))
      return failure(
        `${path} 已经存在，而且不是本程序写的，没有覆盖它；请用 --out 另给一个文件夹。`,
      )
    underWay = path
    const written = await attempt(path, () => writeWhole(path, html))
    underWay = null
    return written
  }

  return success({
    add: async (index, checklist) => {
      const name = names[index]
      if (name === undefined) throw new Error(`no file ${index} in the batch`)
      const written = await write(name, checklistHtml(checklist, checkedOn))
      entries[index] = toSummaryEntry(checklist, written.ok ? name : null)
      if (!written.ok) problems.push(written.error)
    },
    finish: async () => {
      const summary = await write(SUMMARY_NAME, indexHtml(Object.values(entries), checkedOn))
      if (!summary.ok) problems.push(summary.error)
      const more = problems.length - MOST_PROBLEMS
      const shown = problems.slice(0, MOST_PROBLEMS)
      return more > 0 ? [...shown, `另外还有 ${more} 份没有写成。`] : shown
    },
    abandon: () => {
      if (underWay !== null) rmSync(draftOf(underWay), { force: true })
    },
  })
}

/** A full disk has the same to say of every file. */
const MOST_PROBLEMS = 5

async function prepare(folder: string): Promise<Result<null, WriteProblem>> {
  // Rights alone do not say on Windows or on a network drive whether a file can be written; a file does.
  const trial = draftOf(join(folder, 'trial'))
  return attempt(folder, async () => {
    await mkdir(folder, { recursive: true })
    await writeWhole(trial, '')
    await rm(trial, { force: true })
  })
}

async function attempt(
  path: string,
  write: () => Promise<void>,
): Promise<Result<null, WriteProblem>> {
  try {
    await write()
    return success(null)
  } catch (error) {
    return failure(writeProblem(path, error))
  }
}

function writeProblem(path: string, error: unknown): WriteProblem {
  const code = codeOf(error)
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path} 不是文件夹，不能把更正清单写在里面。`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `没有权限写入 ${path}，请另给一个文件夹。`
    case 'EBUSY':
      return `${path} 正被其他程序占用，请关闭后重试。`
    case 'ENOSPC':
    case 'EDQUOT':
      return `磁盘已满，没有写成 ${path}。`
    default:
      return `没有写成 ${path}（${code === '' ? String(error) : code}）。`
  }
}

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
