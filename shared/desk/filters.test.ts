import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  filterReports,
  isFiltering,
  type ListedReport,
  NO_FILTER,
  type ReportFilter,
  type SortColumn,
  sortReports,
} from './filters.ts'
import { toSearchText } from './search-text.ts'

const report = (
  id: number,
  part: Partial<ListedReport> & { readonly unit: string | null },
): ListedReport => {
  const title = `${part.unit ?? ''}${part.year ?? 2023}年政府信息公开工作年度报告`
  return {
    id,
    year: 2023,
    title,
    fileName: `${id}.docx`,
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
    addedAt: id,
    changedAt: id,
    search: toSearchText({ unit: part.unit, title, fileName: `${id}.docx` }),
    ...part,
  }
}

const REPORTS = [
  report(1, {
    unit: '清水镇',
    verdict: 'must-correct',
    errors: 2,
    rules: ['t4-total', 'cell-blank'],
  }),
  report(2, { unit: '大演乡', year: 2022, state: 'done' }),
  report(3, {
    unit: '清水镇',
    year: 2022,
    verdict: 'must-review',
    rules: ['cell-blank'],
    state: 'in-review',
  }),
  report(4, {
    unit: null,
    year: null,
    verdict: 'must-correct',
    errors: 1,
    rules: ['title-wording'],
  }),
]

const shown = (filter: Partial<ReportFilter>) =>
  filterReports(REPORTS, { ...NO_FILTER, ...filter }).reports.map(({ id }) => id)

describe('filterReports', () => {
  it.each<[string, Partial<ReportFilter>, readonly number[]]>([
    ['nothing chosen', {}, [1, 2, 3, 4]],
    ['a query', { query: 'qsz' }, [1, 3]],
    ['a year', { years: new Set([2022]) }, [2, 3]],
    ['two years', { years: new Set([2022, 2023]) }, [1, 2, 3]],
    ['no year', { years: new Set([null]) }, [4]],
    ['a verdict', { verdicts: new Set(['must-correct'] as const) }, [1, 4]],
    ['a state', { states: new Set(['done'] as const) }, [2]],
    ['a rule', { rules: new Set(['cell-blank']) }, [1, 3]],
    ['one of two rules', { rules: new Set(['t4-total', 'title-wording']) }, [1, 4]],
    ['all at once', { query: '清水', years: new Set([2022]), rules: new Set(['cell-blank']) }, [3]],
    ['what nothing is', { query: '清水', states: new Set(['done'] as const) }, []],
  ])('%s', (_, filter, expected) => {
    expect(shown(filter)).toEqual(expected)
  })

  it('counts for each option what it would show beside the other filters', () => {
    const { options } = filterReports(REPORTS, {
      ...NO_FILTER,
      query: '清水',
      years: new Set([2022]),
    })
    expect([...options.years]).toEqual([
      [2023, 1],
      [2022, 1],
    ])
    expect([...options.verdicts]).toEqual([['must-review', 1]])
    expect([...options.rules]).toEqual([['cell-blank', 1]])
  })

  it('promises what it keeps: choosing an option alone shows as many as it counts', () => {
    const filters = fc.record({
      query: fc.constantFrom('', '清水', 'dyx', 'zzz'),
      years: fc.subarray([2022, 2023, null]).map((years) => new Set<number | null>(years)),
      verdicts: fc
        .subarray(['clean', 'must-correct', 'must-review'] as const)
        .map((verdicts) => new Set(verdicts)),
      states: fc.subarray(['new', 'in-review', 'done'] as const).map((states) => new Set(states)),
      rules: fc
        .subarray(['t4-total', 'cell-blank', 'title-wording'])
        .map((rules) => new Set(rules)),
    })
    fc.assert(
      fc.property(filters, (filter) => {
        const { options } = filterReports(REPORTS, filter)
        for (const [year, count] of options.years)
          expect(shown({ ...filter, years: new Set([year]) })).toHaveLength(count)
        for (const [verdict, count] of options.verdicts)
          expect(shown({ ...filter, verdicts: new Set([verdict]) })).toHaveLength(count)
        for (const [state, count] of options.states)
          expect(shown({ ...filter, states: new Set([state]) })).toHaveLength(count)
        for (const [rule, count] of options.rules)
          expect(shown({ ...filter, rules: new Set([rule]) })).toHaveLength(count)
      }),
    )
  })
})

describe('isFiltering', () => {
  it.each<[Partial<ReportFilter>, boolean]>([
    [{}, false],
    [{ query: '  ' }, false],
    [{ query: 'q' }, true],
    [{ rules: new Set(['t4-total']) }, true],
  ])('%j: %s', (filter, expected) => {
    expect(isFiltering({ ...NO_FILTER, ...filter })).toBe(expected)
  })
})

describe('sortReports', () => {
  const order = (column: SortColumn, descending = false) =>
    sortReports(REPORTS, { column, descending }).map(({ id }) => id)

  it.each<[SortColumn, boolean, readonly number[]]>([
    ['unit', false, [4, 2, 3, 1]],
    ['year', true, [1, 2, 3, 4]],
    ['verdict', false, [4, 1, 3, 2]],
    ['errors', true, [1, 4, 2, 3]],
    ['state', false, [4, 1, 3, 2]],
    ['addedAt', true, [4, 3, 2, 1]],
  ])('by %s, descending %s', (column, descending, expected) => {
    expect(order(column, descending)).toEqual(expected)
  })

  it('leaves the list it was given alone', () => {
    order('errors', true)
    expect(REPORTS.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  })
})
