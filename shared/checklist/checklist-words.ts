import type { Severity, Verdict } from '../report/finding.ts'
import type { Checklist, ChecklistItem, ReportChecklist } from './checklist.ts'

/** The words of the printed checklist, the same in every file format and on the screen. */
export const CHECKLIST_TITLE = '政府信息公开工作年度报告 更正清单'

/** The title of the summary of a batch. */
export const SUMMARY_TITLE = '政府信息公开工作年度报告 核对汇总'

export const SEVERITY_WORDS = {
  error: '错误',
  warning: '请核对',
  info: '提示',
} as const satisfies Record<Severity, string>

/** One sentence under the verdict: what the reader of the checklist has to do now. */
export const VERDICT_ADVICE = {
  clean: '已核对的内容中没有发现问题。',
  'must-correct': '标有“错误”的各项必须更正，标有“请核对”的各项请对照原文判断。',
  'must-review': '没有发现必须更正的错误；标有“请核对”的各项和没有核对的内容，请对照原文判断。',
} as const satisfies Record<Verdict, string>

export const NOT_CHECKED_HEADING = '以下内容没有核对'

/** Who signs, in the order of the work; each signs with a date. */
export const SIGNERS = ['核对人', '更正人'] as const

/** `第 2、3 页`; empty where the file has no pages. */
export const pageWords = (pages: readonly number[]): string =>
  pages.length === 0 ? '' : `第 ${pages.join('、')} 页`

/** Where an item stands, in words: the cells, the page, or both; empty where neither is known. */
export const placeWords = (item: Pick<ChecklistItem, 'place' | 'pages'>): string =>
  [item.place ?? '', pageWords(item.pages)].filter((part) => part !== '').join('，')

/** `2021 年式样（国办公开办函〔2021〕30号）`. */
export const formWords = ({ edition, notice }: ReportChecklist): string =>
  `${edition} 年式样（${notice}）`

/** What the checklist is about, as short as it can be said: the unit, else the title, else nothing. */
export const subjectOf = (checklist: Checklist): string =>
  checklist.kind === 'report' ? (checklist.unit ?? checklist.title ?? '') : ''
