import { describe, expect, it } from 'vitest'
import type { Decisions } from '../../../shared/desk/decisions.ts'
import type { KeyedFinding } from '../../../shared/desk/finding-key.ts'
import type { CellId } from '../../../shared/form/edition.ts'
import type { Severity } from '../../../shared/report/finding.ts'
import { nextOpenFinding, problemsFirst, severityByCell, stepFinding } from './finding-order.ts'

const finding = (
  key: string,
  severity: Severity,
  cells: readonly CellId[] = [],
  rule = 't4-total',
): KeyedFinding => ({
  key,
  finding: { rule, severity, message: '', cells, basis: '', at: [] },
})

const LIST = [
  finding('hint', 'info'),
  finding('first', 'error', ['t4.review.total']),
  finding('look', 'warning', ['t4.review.total', 't4.review.upheld']),
  finding('unchecked', 'info', [], 'not-checked'),
  finding('second', 'error'),
]

const CONFIRMED: Decisions = new Map([['first', { kind: 'confirmed' }]])

const keys = (list: readonly KeyedFinding[]): readonly string[] => list.map(({ key }) => key)

it('lists errors, warnings and hints, each as they are read, without what was not checked', () => {
  expect(keys(problemsFirst(LIST))).toEqual(['first', 'second', 'look', 'hint'])
})

describe('stepFinding', () => {
  const list = problemsFirst(LIST)
  it('goes on and back, and stops at the ends', () => {
    expect(stepFinding(list, 'first', 1)).toBe('second')
    expect(stepFinding(list, 'second', -1)).toBe('first')
    expect(stepFinding(list, 'first', -1)).toBe('first')
    expect(stepFinding(list, 'hint', 1)).toBe('hint')
  })

  it('begins at either end where none is chosen, or it is gone', () => {
    expect(stepFinding(list, null, 1)).toBe('first')
    expect(stepFinding(list, 'gone', -1)).toBe('hint')
    expect(stepFinding([], null, 1)).toBeNull()
  })
})

describe('nextOpenFinding', () => {
  const list = problemsFirst(LIST)
  it('passes over what is decided and over hints, and goes round', () => {
    expect(nextOpenFinding(list, CONFIRMED, 'second')).toBe('look')
    expect(nextOpenFinding(list, CONFIRMED, 'look')).toBe('second')
  })

  it('never comes back to the finding it starts from', () => {
    expect(nextOpenFinding(list, new Map(), 'first')).toBe('second')
    expect(nextOpenFinding([finding('only', 'error')], new Map(), 'only')).toBeNull()
  })
})

it('a cell shows its gravest open finding', () => {
  expect(severityByCell(LIST, new Map()).get('t4.review.total')).toBe('error')
  expect(severityByCell(LIST, CONFIRMED).get('t4.review.total')).toBe('warning')
})
