import { describe, expect, it } from 'vitest'
import { type EvalRecord, forgotten, raised, setbacks } from './record.ts'

const record: EvalRecord = {
  docx: { right: 99.9, errors: 0, warnings: 3 },
  pdf: { right: 98, errors: 1, warnings: 0 },
}

describe('the record', () => {
  it('is not behind itself, nor behind what is better', () => {
    expect(setbacks(record, record)).toEqual([])
    expect(setbacks(record, { docx: { right: 100, errors: 0, warnings: 0 } })).toEqual([])
  })

  it('names each figure that fell behind', () => {
    expect(setbacks(record, { pdf: { right: 97.99, errors: 2, warnings: 1 } })).toHaveLength(3)
  })

  it('is only ever raised, figure by figure, and keeps what was not measured', () => {
    expect(raised(record, { docx: { right: 99, errors: 0, warnings: 2 } })).toEqual({
      docx: { right: 99.9, errors: 0, warnings: 2 },
      pdf: { right: 98, errors: 1, warnings: 0 },
    })
  })

  it('takes a new layout as it is', () => {
    const odt = { right: 50, errors: 4, warnings: 0 }
    expect(raised(record, { odt })).toEqual({ ...record, odt })
  })

  it('misses a layout that nobody measures any more', () => {
    expect(forgotten(record, new Set(['docx', 'pdf']))).toEqual([])
    expect(forgotten(record, new Set(['pdf']))).toHaveLength(1)
  })
})
