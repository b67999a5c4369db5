import { describe, expect, it } from 'vitest'
import { cellsOfTable, tablesOf } from '../../../../shared/form/cell-id.ts'
import type { FormTable } from '../../../../shared/form/edition.ts'
import { edition2021 } from '../../../../shared/form/edition-2021.ts'
import { EDITIONS } from '../../../../shared/form/editions.ts'
import { type LayoutCell, layoutOf } from './form-layout.ts'

const TABLES = EDITIONS.flatMap((form) =>
  tablesOf(form).map((table): [string, FormTable] => [`${form.id} ${table.id}`, table]),
)

/** How many cells cover each place of the grid; a well-formed table covers each once. */
function coverage(table: FormTable): readonly (readonly number[])[] {
  const { columns, rows } = layoutOf(table)
  const grid = rows.map(() => columns.map(() => 0))
  for (const [line, row] of rows.entries()) {
    let at = 0
    for (const cell of row) {
      while ((grid[line]?.[at] ?? 0) > 0) at++
      for (let down = 0; down < spanOf(cell); down++)
        for (let right = 0; right < cell.columnSpan; right++) {
          const cells = grid[line + down]
          if (cells !== undefined) cells[at + right] = (cells[at + right] ?? 0) + 1
        }
    }
  }
  return grid
}

const spanOf = (cell: LayoutCell): number => (cell.kind === 'heading' ? cell.rowSpan : 1)

describe('layoutOf', () => {
  it.each(TABLES)('%s: the spans fill the table without holes or overlaps', (_name, table) => {
    const { columns } = layoutOf(table)
    for (const row of coverage(table)) expect(row).toEqual(columns.map(() => 1))
  })

  it.each(TABLES)('%s: every cell of the form stands there once, in its order', (_name, table) => {
    const ids = layoutOf(table).rows.flatMap((row) =>
      row.flatMap((cell) => (cell.kind === 'value' ? [cell.id] : [])),
    )
    expect(ids).toEqual(cellsOfTable(table).map(({ id }) => id))
  })

  it('draws table 3 with the headings that the form prints', () => {
    const { rows } = layoutOf(edition2021.tables.t3)
    const texts = rows.map((row) =>
      row.flatMap((cell) => (cell.kind === 'heading' ? [`${cell.text}${spans(cell)}`] : [])),
    )
    expect(texts.slice(0, 6)).toEqual([
      [
        '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 3×3',
        '申请人情况 1×7',
      ],
      ['自然人 2×1', '法人或其他组织 1×5', '总计 2×1'],
      ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
      ['一、本年新收政府信息公开申请数量 1×3'],
      ['二、上年结转政府信息公开申请数量 1×3'],
      ['三、本年度办理结果 22×1', '（一）予以公开 1×2'],
    ])
  })

  it('draws the groups of table 4 side by side', () => {
    const [first, second] = layoutOf(edition2021.tables.t4).rows
    expect(first?.map((cell) => (cell.kind === 'heading' ? cell.text + spans(cell) : ''))).toEqual([
      '行政复议 2×5',
      '行政诉讼 1×10',
    ])
    expect(second).toHaveLength(2)
  })
})

function spans(cell: Extract<LayoutCell, { kind: 'heading' }>): string {
  return cell.rowSpan === 1 && cell.columnSpan === 1 ? '' : ` ${cell.rowSpan}×${cell.columnSpan}`
}
