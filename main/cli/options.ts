import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { codeOf } from '../work/file-error.ts'

export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions }
  /** `problem` is a sentence for the person who typed it. */
  | { readonly kind: 'wrong'; readonly problem: string }

export interface CheckOptions {
  /** At least one. */
  readonly paths: readonly string[]
  readonly format: OutputFormat
  /** Folder for the checklists; null where none are wanted. */
  readonly out: string | null
  readonly jobs: number
  readonly previous: readonly string[]
  /** Things the person should know, one sentence each; the check goes on all the same. */
  readonly remarks: readonly string[]
}

const FORMATS = ['text', 'json', 'ndjson'] as const
export type OutputFormat = (typeof FORMATS)[number]

const CHECKLIST_FORMATS = ['html', 'docx', 'xlsx'] as const
/** The others are announced, and not written yet. */
const WRITTEN_FORMATS: readonly string[] = ['html']

/** More threads than any machine has work for. */
const MOST_JOBS = 256

/** What the arguments ask for, without the program's own name. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const parsed = parse(args)
  if ('problem' in parsed) return wrong(parsed.problem)
  const { values, positionals: paths } = parsed
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  const format = oneOf(FORMATS, values.format ?? 'text')
  if (format === undefined)
    return wrong(`--format 只能是 ${FORMATS.join('、')}，不能是“${values.format}”。`)
  const jobs = values.jobs === undefined ? availableParallelism() : wholeNumber(values.jobs)
  if (jobs === undefined || jobs < 1 || jobs > MOST_JOBS)
    return wrong(`--jobs 要给 1 到 ${MOST_JOBS} 的整数，不能是“${values.jobs}”。`)
  if (values.out === '') return wrong('--out 后面要给一个文件夹。')
  const problem = checklistFormatProblem(values['out-format'])
  if (problem !== null) return wrong(problem)
  if (paths.length === 0) return wrong('没有给出要核对的文件或文件夹。')
  const { out = null, previous = [] } = values
  const remarks = [
    ...(values['out-format'] !== undefined && out === null ? [REMARKS.idleFormat] : []),
    ...(previous.length > 0 ? [REMARKS.previous] : []),
  ]
  return { kind: 'check', options: { paths, format, out, jobs, previous, remarks } }
}

const REMARKS = {
  idleFormat: '没有给出 --out，不写更正清单，--out-format 不起作用。',
  previous: '跨年核对暂未提供，--previous 给出的报告没有使用，只核对了各份报告自身。',
} as const

const wrong = (problem: string): CommandLine => ({ kind: 'wrong', problem })

const OPTIONS = {
  format: { type: 'string' },
  out: { type: 'string' },
  'out-format': { type: 'string' },
  jobs: { type: 'string' },
  previous: { type: 'string', multiple: true },
  version: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

type Parsed = ReturnType<
  typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true; strict: true }>
>

function parse(args: readonly string[]): Parsed | { readonly problem: string } {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    return { problem: parseProblem(error, args) }
  }
}

/** The library explains itself in English; its codes say what is the matter. */
function parseProblem(error: unknown, args: readonly string[]): string {
  switch (codeOf(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有${namedOption(error, args)}这个选项。`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `${namedOption(error, args)}选项后面的值不对：缺少值，或给了不该给的值。`
    default:
      throw error
  }
}

/** ` --frob `, as far as the message of the library names an option that was really given. */
function namedOption(error: unknown, args: readonly string[]): string {
  const message = error instanceof Error ? error.message : ''
  const option = /'(-[^'\s=]*)/.exec(message)?.[1]
  return option !== undefined && args.some((arg) => arg.startsWith(option)) ? ` ${option} ` : ''
}

function checklistFormatProblem(value: string | undefined): string | null {
  const formats = (value ?? 'html').split(',').map((format) => format.trim())
  const unknown = formats.find((format) => oneOf(CHECKLIST_FORMATS, format) === undefined)
  if (unknown !== undefined)
    return `--out-format 只能是 ${CHECKLIST_FORMATS.join('、')}，用逗号隔开，不能是“${unknown}”。`
  const missing = formats.filter((format) => !WRITTEN_FORMATS.includes(format))
  return missing.length === 0
    ? null
    : `目前还不能写 ${missing.join('、')} 格式的更正清单，请用 --out-format html。`
}

const oneOf = <T extends string>(allowed: readonly T[], value: string): T | undefined =>
  allowed.find((candidate) => candidate === value)

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : undefined
