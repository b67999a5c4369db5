import { expect, it } from 'vitest'
import { isDecidable } from '../../../shared/desk/finding-key.ts'
import { REPORT_RULES } from '../../../shared/rules/index.ts'
import { RULE_NAMES } from './rule-names.ts'

it('every rule that can find something has a name of its own', () => {
  const rules = REPORT_RULES.map(({ meta }) => meta.id).filter((rule) =>
    isDecidable({ rule, severity: 'info', message: '', cells: [], basis: '', at: [] }),
  )
  expect([...RULE_NAMES.keys()].toSorted()).toEqual(rules.toSorted())
  expect(new Set(RULE_NAMES.values()).size).toBe(rules.length)
})
