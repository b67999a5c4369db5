import { describe, expect, it } from 'vitest'
import { BUSY, buildReport, type CellChanges, changeAll } from '../../test/builders/report.ts'
import { toPlainReport } from '../ipc/plain-report.ts'
import { couldBeVersions } from './same-report.ts'

const plain = (changes: CellChanges) => toPlainReport(buildReport(changes))

const numbers = (pattern: RegExp, start: number): CellChanges =>
  Object.fromEntries(
    Object.keys(changeAll(pattern, '')).map((id, index) => [id, `${start + index}`]),
  )

describe('couldBeVersions', () => {
  const t3 = /^t3\.(new|granted|partial|handled)\./
  it.each<[string, CellChanges, CellChanges, boolean]>([
    ['the same numbers', BUSY, BUSY, true],
    ['a few corrections', BUSY, { ...BUSY, 't3.new.natural': '4', 't3.new.total': '5' }, true],
    ['tables that were filled in', {}, numbers(t3, 1), true],
    [
      'one table corrected throughout beside others',
      { ...numbers(t3, 1), ...numbers(/^t4\./, 1) },
      { ...numbers(t3, 1), ...numbers(/^t4\./, 50) },
      true,
    ],
    ['hardly a number in common', numbers(t3, 1), numbers(t3, 50), false],
    ['too few numbers to tell', { 't3.new.natural': '1' }, { 't3.new.natural': '2' }, true],
    ['nothing but zeros', {}, {}, true],
  ])('%s', (_, before, after, expected) => {
    expect(couldBeVersions(plain(before), plain(after))).toBe(expected)
    expect(couldBeVersions(plain(after), plain(before))).toBe(expected)
  })
})
