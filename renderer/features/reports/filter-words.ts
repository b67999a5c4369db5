import type { ReportFilter } from '../../../shared/desk/filters.ts'
import { STATE_WORDS } from '../../../shared/desk/report-identity.ts'
import { VERDICT_WORDS } from '../../../shared/report/finding.ts'
import { ruleName } from './rule-names.ts'
import type { FilterPart } from './why-empty.ts'

export const yearWords = (year: number | null): string =>
  year === null ? '没有写明' : `${year} 年度`

/** `年度：2023 年度、2024 年度`, as the person chose it. */
export function filterWords(filter: ReportFilter, part: FilterPart): string {
  switch (part) {
    case 'query':
      return `搜索“${filter.query.trim()}”`
    case 'years':
      return `年度：${[...filter.years].map(yearWords).join('、')}`
    case 'verdicts':
      return `结论：${[...filter.verdicts].map((verdict) => VERDICT_WORDS[verdict]).join('、')}`
    case 'states':
      return `处理：${[...filter.states].map((state) => STATE_WORDS[state]).join('、')}`
    case 'rules':
      return `问题：${[...filter.rules].map(ruleName).join('、')}`
  }
}
