import { describe, expect, it } from 'vitest'
import type { ListedReport } from './filters.ts'
import { filterReports, NO_FILTER, sortReports } from './filters.ts'
import { toSearchText } from './search-text.ts'

/** In milliseconds. A gate for gross mistakes only, on any machine; the figures come from the bench in a browser. */
const GENEROUS = 200

describe('10,000 reports', () => {
  const reports = Array.from({ length: 10_000 }, (_, id): ListedReport => {
    const unit = `${PLACES[id % PLACES.length]}${PLACES[(id >> 3) % PLACES.length]}镇`
    const year = 2019 + (id % 7)
    const fileName = `${unit}${year}.docx`
    return {
      id,
      unit,
      year,
      title: unit,
      fileName,
      edition: '2021',
      verdict: 'clean',
      state: 'new',
      errors: id % 3,
      warnings: 0,
      infos: 0,
      open: 0,
      total: 0,
      rules: id % 3 === 0 ? ['t4-total'] : [],
      versions: 1,
      addedAt: id,
      changedAt: id,
      search: toSearchText({ unit, title: `${unit}${year}年政府信息公开工作年度报告`, fileName }),
    }
  })

  it.each(['清水', 'qsz', 'q', 'zhengfuxinxi', 'zzzzzz', '镇 2024'])(
    'are filtered by “%s” between two key strokes',
    (query) => {
      expect(medianOf(() => filterReports(reports, { ...NO_FILTER, query }))).toBeLessThan(GENEROUS)
    },
  )

  it('are sorted at once', () => {
    expect(
      medianOf(() => sortReports(reports, { column: 'unit', descending: false })),
    ).toBeLessThan(GENEROUS * 4)
  })
})

const PLACES = ['清水', '大演', '长乐', '单县', '重阳', '六安', '北街', '东山']

function medianOf(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).toSorted((one, other) => one - other)
  return times[3] ?? Number.POSITIVE_INFINITY
}
