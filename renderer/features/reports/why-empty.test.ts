import { describe, expect, it } from 'vitest'
import { type ListedReport, NO_FILTER } from '../../../shared/desk/filters.ts'
import { filterWords } from './filter-words.ts'
import { whyEmpty } from './why-empty.ts'

const report = (id: number, changes: Partial<ListedReport>): ListedReport => ({
  id,
  unit: '清水镇',
  year: 2023,
  title: null,
  fileName: '清水镇.docx',
  edition: '2021',
  verdict: 'clean',
  state: 'new',
  errors: 0,
  warnings: 0,
  infos: 0,
  open: 0,
  total: 0,
  rules: [],
  versions: 1,
  addedAt: 0,
  changedAt: 0,
  search: { characters: '清水镇', readings: ' qing shui zhen ' },
  ...changes,
})

const REPORTS = [
  report(1, { year: 2022 }),
  report(2, { year: 2023 }),
  report(3, { year: 2023, verdict: 'must-correct', rules: ['t4-total'] }),
]

describe('whyEmpty', () => {
  it('names the part that keeps everything away, and how much would be shown without it', () => {
    const filter = {
      ...NO_FILTER,
      years: new Set([2022]),
      verdicts: new Set(['must-correct' as const]),
    }
    expect(whyEmpty(REPORTS, filter)).toEqual([
      { part: 'years', wouldShow: 1 },
      { part: 'verdicts', wouldShow: 1 },
    ])
    expect(whyEmpty(REPORTS, { ...filter, query: '浊水' })).toEqual([])
  })

  it('puts the most helpful first', () => {
    const filter = { ...NO_FILTER, query: '浊水', years: new Set([2024]) }
    expect(whyEmpty(REPORTS, filter)).toEqual([])
    expect(whyEmpty(REPORTS, { ...NO_FILTER, query: '浊水' })).toEqual([
      { part: 'query', wouldShow: 3 },
    ])
  })
})

it('says a filter in the words that it was chosen by', () => {
  const filter = {
    query: ' 清水 ',
    years: new Set([2023, null]),
    verdicts: new Set(['must-correct' as const]),
    states: new Set(['in-review' as const]),
    rules: new Set(['t4-total']),
  }
  expect(filterWords(filter, 'query')).toBe('搜索“清水”')
  expect(filterWords(filter, 'years')).toBe('年度：2023 年度、没有写明')
  expect(filterWords(filter, 'verdicts')).toBe('结论：需修改')
  expect(filterWords(filter, 'states')).toBe('处理：处理中')
  expect(filterWords(filter, 'rules')).toBe('问题：表四合计')
})
