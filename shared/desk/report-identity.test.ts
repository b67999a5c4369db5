import { describe, expect, it } from 'vitest'
import { buildReport } from '../../test/builders/report.ts'
import {
  identityOf,
  isKnownIdentity,
  reportKeyOf,
  reportStateOf,
  unitKeyOf,
} from './report-identity.ts'

describe('reportKeyOf', () => {
  const key = (unit: string | null, year: number | null) => reportKeyOf({ unit, year }, 'f00d')

  it.each([
    ['清水镇人民政府'],
    ['清水镇'],
    ['清 水 镇'],
    [`${'⽔清'.split('').reverse().join('')}镇`],
  ])('takes %s for 清水镇', (unit) => {
    expect(key(unit, 2023)).toBe(key('清水镇', 2023))
  })

  it('tells units and years apart', () => {
    expect(new Set([key('清水镇', 2022), key('清水镇', 2023), key('清水乡', 2023)]).size).toBe(3)
  })

  it('falls back to the bytes where unit or year is not known', () => {
    for (const one of [key(null, 2023), key('清水镇', null), key(' ', 2023)]) {
      expect(one).toBe('sha256:f00d')
      expect(isKnownIdentity(one)).toBe(false)
    }
    expect(isKnownIdentity(key('清水镇', 2023))).toBe(true)
  })

  it('keeps 人民政府 inside the name of another office', () => {
    expect(unitKeyOf('清水镇人民政府办公室')).toBe('清水镇人民政府办公室')
  })
})

describe('identityOf', () => {
  it('takes the year of the period where the title has none', () => {
    expect(identityOf(buildReport({}, { title: { year: null } }))).toEqual({
      unit: '清水镇',
      year: 2021,
    })
    expect(identityOf(buildReport({}, { title: null, period: null }))).toEqual({
      unit: null,
      year: null,
    })
  })
})

describe('reportStateOf', () => {
  it.each([
    ['nobody opened it', null, null, 3, 'new'],
    ['a clean report nobody opened', null, null, 0, 'new'],
    ['opened, something is open', 1, null, 3, 'in-review'],
    ['opened, everything is decided', 1, null, 0, 'done'],
    ['closed by hand', null, 1, 3, 'done'],
  ] as const)('%s', (_, openedAt, closedAt, open, expected) => {
    expect(reportStateOf({ openedAt, closedAt }, { open })).toBe(expected)
  })
})
