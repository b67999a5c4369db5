import { expect, it } from 'vitest'
import { buildReport } from '../../test/builders/report.ts'
import { compareDates, dateWords, yearOf } from './report-year.ts'

it('the year is the title’s, whatever the period says', () => {
  expect(yearOf(buildReport({}, { title: { year: 2020 } }))).toBe(2020)
})

it('without a year in the title it is the year in which the period ends', () => {
  const period = {
    start: { year: 2019, month: 5, day: 15 },
    end: { year: 2020, month: 12, day: 31 },
  }
  expect(yearOf(buildReport({}, { title: { year: null }, period }))).toBe(2020)
  expect(yearOf(buildReport({}, { title: null, period }))).toBe(2020)
})

it('it is unknown where neither says; the date of the signature is no help', () => {
  expect(yearOf(buildReport({}, { title: null, period: null }))).toBeNull()
})

it('dates are compared by year, month and day', () => {
  const date = { year: 2022, month: 1, day: 9 }
  expect(compareDates(date, { year: 2021, month: 12, day: 31 })).toBeGreaterThan(0)
  expect(compareDates(date, { year: 2022, month: 1, day: 10 })).toBeLessThan(0)
  expect(compareDates(date, { ...date })).toBe(0)
  expect(dateWords(date)).toBe('2022年1月9日')
})
