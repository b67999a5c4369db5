import { describe, expect, it } from 'vitest'
import type { TableCell } from '../../../shared/document/source-document.ts'
import { joinRepeated } from './join-repeated.ts'

const cellsOf = (...rows: readonly (readonly string[])[]): readonly TableCell[] =>
  rows.flatMap((texts, row) =>
    texts.map((text, column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text,
      numbering: '',
      at: [],
    })),
  )

/** `text*3` for a cell over three columns. */
const drawn = (cells: readonly TableCell[]): readonly string[] =>
  cells.map(({ text, columnSpan }) => (columnSpan === 1 ? text : `${text}*${columnSpan}`))

describe('cells side by side', () => {
  it('that show the same label are one', () => {
    const cells = cellsOf(['（七）总计', '（七）总计', '3', '3'])
    expect(drawn(joinRepeated(cells))).toEqual(['（七）总计*2', '3', '3'])
  })

  it('that show the same below such a label are one too, as long as they do', () => {
    const rows = [
      ['行政许可事项', '处理决定数量', '处理决定数量'],
      ['行政许可', '7', '7'],
      ['行政处罚', '7', '8'],
      ['行政强制', '7', '7'],
    ]
    expect(drawn(joinRepeated(cellsOf(...rows)))).toEqual([
      ...['行政许可事项', '处理决定数量*2', '行政许可', '7*2', '行政处罚', '7', '8'],
      ...['行政强制', '7', '7'],
    ])
  })

  it('that say there is nothing stay apart', () => {
    for (const mark of ['', '无', '/', '不适用', '没有', '12件']) {
      expect(drawn(joinRepeated(cellsOf([mark, mark])))).toEqual([mark, mark])
    }
  })

  it('in doubt stay apart', () => {
    const cells = cellsOf(['结果维持', '结果维持']).map((cell) => ({
      ...cell,
      doubt: 'hidden-text' as const,
    }))
    expect(joinRepeated(cells)).toHaveLength(2)
  })
})
