import { describe, expect, it } from 'vitest'
import type { CellEvidence } from '../report/evidence.ts'
import { evidenceWords } from './evidence-words.ts'

const plain: CellEvidence = {
  row: { by: 'label', likeness: 1, numbering: 'agrees', heading: 'agrees', lead: 1 },
  column: { by: 'run', likeness: 1, values: 7, columns: 7, against: null },
  score: 0.986,
}

describe('evidenceWords', () => {
  it('says of an ordinary cell what agrees', () => {
    expect(evidenceWords(plain)).toEqual([
      '行：标签与表样完全一致，序号一致，所在的栏目一致',
      '列：表头与表样完全一致；本行 7 个数与表样列数一致',
      '把握：98%',
    ])
  })

  it('says what is only alike, and where else the row could stand', () => {
    const [row] = evidenceWords({
      ...plain,
      row: { ...plain.row, likeness: 0.78, numbering: 'differs', heading: 'differs', lead: 0 },
    })
    expect(row).toBe(
      '行：标签与表样相近（78%），但序号不同，但所在的栏目不同，但放在另一行也说得通',
    )
  })

  it.each([
    ['label-elsewhere', '行：标签与表样完全一致，但不在表样的次序上，序号一致，所在的栏目一致'],
    ['neighbours', '行：没有认出标签，按前后各行推断，序号一致，所在的栏目一致'],
    ['only-row', '行：这张表只有一行数，按先后次序对应，序号一致，所在的栏目一致'],
  ] as const)('says how a row was found: %s', (by, words) => {
    expect(evidenceWords({ ...plain, row: { ...plain.row, by } })[0]).toBe(words)
  })

  it.each([
    [
      { likeness: 0, against: 'heading-lost' },
      '列：没有认出表头；本行 7 个数与表样列数一致；但这几列的表头不全',
    ],
    [{ by: 'heading' }, '列：表头与表样完全一致；按表头下面的位置取数'],
    [{ values: 9 }, '列：表头与表样完全一致；本行的数与表样的 7 列依次对应'],
  ] as const)('says how a column was found: %o', (change, words) => {
    expect(evidenceWords({ ...plain, column: { ...plain.column, ...change } })[1]).toBe(words)
  })

  it('asks for a look where the evidence does not suffice', () => {
    expect(evidenceWords({ ...plain, score: 0.634 })[2]).toBe('把握：63%，不到 70%，请对照原文')
  })
})
