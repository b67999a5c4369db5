import { TABLE_IDS } from '../form/cell-order.ts'
import { TABLE_WORDS } from '../form/cell-words.ts'
import type { Edition, TableId } from '../form/edition.ts'
import { type EquationKind, equationsOf } from '../form/equations.ts'
import { followsOtherEdition } from '../report/cell-state.ts'
import type { Report } from '../report/report.ts'
import { yearOf } from '../report/report-year.ts'
import { evaluate, type Outcome } from './equation.ts'

/** What could not be checked and why, each one plain Chinese sentence. Empty where everything was. */
export const uncheckedOf = (report: Report, form: Edition): readonly string[] => [
  ...uncheckedEdition(report),
  ...TABLE_IDS.flatMap((table) => uncheckedTable(report, table)),
  ...EQUATION_KINDS.flatMap((kind) => uncheckedEquations(kind, report, form)),
  ...uncheckedPages(report),
]

function uncheckedEdition(report: Report): readonly string[] {
  if (yearOf(report) === null)
    return ['标题和统计期限里都没有读到年份，没有核对所用的格式是否为报告年度应当使用的格式。']
  const isTold = [report.tables.t2, report.tables.t3].some((table) => table.status === 'read')
  return isTold ? [] : ['表二、表三都没有找到，没有核对所用的是哪一版官方格式。']
}

function uncheckedTable(report: Report, table: TableId): readonly string[] {
  const name = TABLE_WORDS[table]
  if (report.tables[table].status === 'missing') {
    const relations = EQUATION_KINDS.filter((kind) => RELATIONS[kind].table === table)
    const names = relations.map((kind) => RELATIONS[kind].name).join('、')
    return [`没有找到${name}，${names === '' ? `${name}的数字` : names}没有核对。`]
  }
  return followsOtherEdition(report, table)
    ? [`${name}用的是另一版官方格式，${name}的格没有逐一核对。`]
    : []
}

type OpenReason = Extract<Outcome, { kind: 'open' }>['why']

function uncheckedEquations(kind: EquationKind, report: Report, form: Edition): readonly string[] {
  const { table, name, unit } = RELATIONS[kind]
  if (report.tables[table].status === 'missing') return []
  const equations = equationsOf(form).filter((equation) => equation.kind === kind)
  const reasons = equations.flatMap((equation): OpenReason[] => {
    const outcome = evaluate(equation, report, form)
    return outcome.kind === 'open' && !isWhollyBlank(outcome) ? [outcome.why] : []
  })
  if (reasons.length === 0) return []
  const groups = [...Map.groupBy(reasons, (why) => why)]
  const because = groups
    .map(
      ([why, same]) => `${groups.length > 1 ? `${same.length} ${unit}` : ''}${REASON_WORDS[why]}`,
    )
    .join('，')
  return [
    `${name}：${shareWords(reasons.length, equations.length, unit)}没有核对，${groups.length > 1 ? '其中 ' : '因为'}${because}。`,
  ]
}

/** Where nothing at all stands there is nothing to check, and the blanks have their own finding. */
const isWhollyBlank = (outcome: Outcome): boolean =>
  outcome.kind === 'open' &&
  outcome.why === 'blank-result' &&
  outcome.blanks === outcome.counts.size

const shareWords = (part: number, whole: number, unit: string): string =>
  part === whole ? `${whole} ${unit}都` : `${whole} ${unit}中有 ${part} ${unit}`

const uncheckedPages = (report: Report): readonly string[] =>
  report.notes.flatMap((note) =>
    note.kind === 'image-pages' && note.pages.length > 0
      ? [`第 ${note.pages.join('、')} 页没有文字，可能是图片，图片里的内容没有核对。`]
      : [],
  )

const EQUATION_KINDS: readonly EquationKind[] = [
  't3-row-total',
  't3-handled-sum',
  't3-balance',
  't4-total',
]

const RELATIONS: Readonly<
  Record<EquationKind, { readonly table: TableId; readonly name: string; readonly unit: string }>
> = {
  't3-row-total': { table: 't3', name: '表三各行的总计', unit: '行' },
  't3-handled-sum': { table: 't3', name: '表三各列的办理结果总计', unit: '列' },
  't3-balance': { table: 't3', name: '表三各列的收办平衡', unit: '列' },
  't4-total': { table: 't4', name: '表四各组的总计', unit: '组' },
}

const REASON_WORDS: Readonly<Record<OpenReason, string>> = {
  'blank-result': '总计空白',
  missing: '缺少要用到的格',
  unplaced: '有格没有读出',
  'not-a-number': '有格填的不是件数',
}
