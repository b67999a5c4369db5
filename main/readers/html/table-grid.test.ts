import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnSpanOf, type GridCell, gridOf, rowSpanOf } from './table-grid.ts'

interface Cell {
  readonly name: string
  readonly columnSpan: number
  readonly rowSpan: number
}

/** `甲` is a plain cell, `甲2x3` one of two columns and three rows. */
function cell(text: string): Cell {
  const [, name = '', columns = '1', rows = '1'] = /^(\D+?)(?:(\d+)x(\d+))?$/.exec(text) ?? []
  return { name, columnSpan: Number(columns), rowSpan: Number(rows) }
}

const group = (...rows: readonly string[]) =>
  rows.map((row) => row.split(' ').filter(Boolean).map(cell))

/** `甲@row,column+columns×rows`, with `!` where cells overlap. */
const sketch = ({ cell: { name }, row, column, columnSpan, rowSpan, overlaps }: GridCell<Cell>) =>
  `${name}@${row},${column}+${columnSpan}x${rowSpan}${overlaps ? '!' : ''}`

describe('gridOf', () => {
  it('puts cells beside spans from above', () => {
    const grid = gridOf([group('甲1x2 乙2x1', '丙 丁', '戊 己 庚')])
    expect(grid.cells.map(sketch)).toEqual([
      '甲@0,0+1x2',
      '乙@0,1+2x1',
      '丙@1,1+1x1',
      '丁@1,2+1x1',
      '戊@2,0+1x1',
      '己@2,1+1x1',
      '庚@2,2+1x1',
    ])
    expect(grid).toMatchObject({ rowCount: 3, columnCount: 3 })
  })

  it('leaves missing cells out', () => {
    expect(gridOf([group('甲 乙 丙', '丁')])).toMatchObject({ rowCount: 2, columnCount: 3 })
    expect(gridOf([group('甲 乙 丙', '丁')]).cells).toHaveLength(4)
  })

  it('ends row spans with their row group', () => {
    const grid = gridOf([group('甲1x9 乙'), group('丙 丁', '戊1x0', '己')])
    expect(grid.cells.map(sketch)).toEqual([
      '甲@0,0+1x1',
      '乙@0,1+1x1',
      '丙@1,0+1x1',
      '丁@1,1+1x1',
      '戊@2,0+1x2',
      '己@3,1+1x1',
    ])
  })

  it('never lets two cells hold one slot, and marks both that claim it', () => {
    const grid = gridOf([group('甲 乙1x2', '丙3x1', '丁 戊')])
    expect(grid.cells.map(sketch)).toEqual([
      '甲@0,0+1x1',
      '乙@0,1+1x2!',
      '丙@1,0+1x1!',
      '丁@2,0+1x1',
      '戊@2,1+1x1',
    ])
  })

  it('counts rows without cells', () => {
    expect(gridOf([group('甲', '', '乙')])).toMatchObject({ rowCount: 3, columnCount: 1 })
    expect(gridOf([])).toEqual({ rowCount: 0, columnCount: 0, cells: [] })
  })

  it('takes a span of more than 100 columns for 100', () => {
    expect(gridOf([group('甲1000x1 乙')])).toMatchObject({ columnCount: 101 })
  })

  it('keeps every cell inside the grid and apart from the others, whatever the spans', () => {
    const anyCell = fc.record({
      name: fc.constant('甲'),
      columnSpan: fc.integer({ min: 1, max: 5 }),
      rowSpan: fc.integer({ min: 0, max: 5 }),
    })
    const anyGroups = fc.array(fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 6 }), {
      maxLength: 3,
    })
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const { rowCount, columnCount, cells } = gridOf(groups)
        const slots = new Set<string>()
        for (const { row, column, rowSpan, columnSpan } of cells) {
          expect(row + rowSpan).toBeLessThanOrEqual(rowCount)
          expect(column + columnSpan).toBeLessThanOrEqual(columnCount)
          for (let y = row; y < row + rowSpan; y++) {
            for (let x = column; x < column + columnSpan; x++) {
              expect(slots.has(`${y},${x}`)).toBe(false)
              slots.add(`${y},${x}`)
            }
          }
        }
        expect(cells).toHaveLength(groups.flat(2).length)
      }),
    )
  })
})

describe('spans in attributes', () => {
  it.each([
    ['3', 3, 3],
    [' 2 ', 2, 2],
    ['+2', 2, 2],
    ['2.9', 2, 2],
    ['0', 1, 0],
    ['-1', 1, 1],
    ['x', 1, 1],
    ['', 1, 1],
    [undefined, 1, 1],
    ['999999999', 999_999_999, 65_534],
  ])('%j', (value, columns, rows) => {
    expect(columnSpanOf(value)).toBe(columns)
    expect(rowSpanOf(value)).toBe(rows)
  })
})
