import { describe, expect, it } from 'vitest'
import { buildReport, type CellChanges } from '../../test/builders/report.ts'
import type { Finding, Severity } from '../report/finding.ts'
import {
  carryDecisions,
  type Decision,
  isSameDecision,
  LONGEST_REASON,
  progressOf,
  setAside,
  stateOf,
} from './decisions.ts'
import type { KeyedFinding } from './finding-key.ts'
import { compareFindings } from './version-difference.ts'

const one = (key: string, cell: string, part: Partial<Finding> = {}): KeyedFinding => ({
  key,
  finding: {
    rule: 't4-total',
    severity: 'error',
    message: key,
    cells: [`t4.${cell}`],
    basis: '',
    at: [],
    ...part,
  },
})

const CONFIRMED: Decision = { kind: 'confirmed' }
const ASIDE: Decision = { kind: 'set-aside', reason: '原文如此' }
const FIXED: Decision = { kind: 'fixed' }

describe('setAside', () => {
  it('takes a reason, trimmed', () => {
    expect(setAside(' 原文如此\n')).toEqual({ ok: true, value: ASIDE })
  })

  it.each([
    ['nothing', '', 'blank'],
    ['white space', ' \t\n　', 'blank'],
    ['invisible characters', '\u200b\ufeff', 'blank'],
    ['more than fits the printed list', '长'.repeat(LONGEST_REASON + 1), 'too-long'],
  ])('refuses %s', (_, reason, code) => {
    expect(setAside(reason)).toEqual({ ok: false, error: { code } })
  })
})

describe('carryDecisions to the next version', () => {
  const carry = (
    decision: Decision,
    before: readonly KeyedFinding[],
    after: readonly KeyedFinding[],
    changes: CellChanges = {},
  ) =>
    carryDecisions(
      new Map([['a', decision]]),
      compareFindings(before, { findings: after, report: buildReport(changes) }),
      after,
    ).map(({ key, after: becomes }) => [key, becomes])

  const cases: readonly [string, Decision, KeyedFinding[], KeyedFinding[], unknown[]][] = [
    ['confirmed and gone: fixed', CONFIRMED, [one('a', 'review.total')], [], [['a', FIXED]]],
    [
      'confirmed and still there: stays',
      CONFIRMED,
      [one('a', 'review.total')],
      [one('a', 'review.total')],
      [],
    ],
    [
      'confirmed and there with other numbers: never called fixed',
      CONFIRMED,
      [one('a', 'review.total')],
      [one('b', 'review.total')],
      [],
    ],
    ['set aside and gone: stays, should it come back', ASIDE, [one('a', 'review.total')], [], []],
    [
      'set aside and back after a version without it: still set aside',
      ASIDE,
      [],
      [one('a', 'review.total')],
      [],
    ],
    ['fixed and back: open again', FIXED, [], [one('a', 'review.total')], [['a', null]]],
    [
      'ticked off as fixed but still there: open again',
      FIXED,
      [one('a', 'review.total')],
      [one('a', 'review.total')],
      [['a', null]],
    ],
    ['fixed and gone: stays fixed', FIXED, [one('a', 'review.total')], [], []],
  ]
  it.each(cases)('%s', (_, decision, before, after, expected) => {
    expect(carry(decision, before, after)).toEqual(expected)
  })

  it('confirmed and no longer to be checked: never called fixed', () => {
    const changes = { 't4.review.upheld': '若干' }
    const sum = one('a', 'review.total', { cells: ['t4.review.upheld', 't4.review.total'] })
    expect(carry(CONFIRMED, [sum], [])).toEqual([['a', FIXED]])
    expect(carry(CONFIRMED, [sum], [], changes)).toEqual([])
  })

  it('leaves findings without a decision alone', () => {
    const before = [one('b', 'direct.total')]
    expect(carry(CONFIRMED, before, [])).toEqual([])
  })
})

describe('progressOf', () => {
  const withSeverity = (key: string, severity: Severity) => one(key, key, { severity })

  it('counts what waits for a person', () => {
    const findings = [
      withSeverity('a', 'error'),
      withSeverity('b', 'warning'),
      withSeverity('c', 'error'),
      withSeverity('hint', 'info'),
      one('unchecked', 'z', { rule: 'not-checked', severity: 'error' }),
    ]
    const decisions = new Map<string, Decision>([
      ['b', ASIDE],
      ['hint', CONFIRMED],
      ['gone', CONFIRMED],
    ])
    expect(progressOf(findings, decisions)).toEqual({ open: 2, decided: 1, total: 3 })
  })
})

describe('isSameDecision', () => {
  it.each<[Decision | null, Decision | null, boolean]>([
    [null, null, true],
    [null, CONFIRMED, false],
    [CONFIRMED, { kind: 'confirmed' }, true],
    [ASIDE, { kind: 'set-aside', reason: '另有原因' }, false],
    [ASIDE, { ...ASIDE }, true],
    [CONFIRMED, FIXED, false],
  ])('%j and %j: %s', (left, right, expected) => {
    expect(isSameDecision(left, right)).toBe(expected)
  })
})

describe('stateOf', () => {
  it('is open where nothing was decided', () => {
    expect(stateOf(new Map([['a', ASIDE]]), 'a')).toBe('set-aside')
    expect(stateOf(new Map(), 'a')).toBe('open')
  })
})
