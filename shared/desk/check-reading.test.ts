import { describe, expect, it } from 'vitest'
import { BUSY, buildReport } from '../../test/builders/report.ts'
import { toPlainReport } from '../ipc/plain-report.ts'
import { checkCorrected, checkReading, countFindings, formFor } from './check-reading.ts'

const READING = toPlainReport(
  buildReport({ ...BUSY, 't4.review.total': '9', 't2.rule.issued': '' }),
)

describe('checkReading', () => {
  it('says what the rules found, each with a key', () => {
    const { findings, verdict } = checkReading(READING)
    expect(findings.map(({ finding }) => finding.rule)).toEqual(['cell-blank', 't4-total'])
    expect(findings.every(({ key, finding }) => key.includes(finding.rule))).toBe(true)
    expect(verdict).toBe('must-correct')
  })

  it('takes what was set by hand for what stands there', () => {
    const texts = new Map([['t4.review.total', '3'] as const])
    const { check, report } = checkCorrected(READING, texts)
    expect(check.verdict).toBe('must-review')
    expect(report.cells.get('t4.review.total')?.raw).toBe('3')
  })

  it('gives what can be stored as it is', () => {
    expect(structuredClone(checkReading(READING))).toEqual(checkReading(READING))
  })
})

describe('countFindings', () => {
  it('counts by severity and leaves out what was not checked', () => {
    const { findings } = checkReading(toPlainReport(buildReport({}, { missing: ['t4'] })))
    expect(countFindings(findings)).toEqual({ error: 1, warning: 0, info: 0 })
    expect(countFindings(checkReading(READING).findings)).toEqual({ error: 1, warning: 1, info: 0 })
  })
})

describe('formFor', () => {
  it('fails loudly for an edition that was never registered', () => {
    expect(() => formFor({ edition: '1999' })).toThrow('1999')
  })
})
