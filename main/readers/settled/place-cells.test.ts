import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cell, row, table, textRow } from '../../../test/builders/docx.ts'
import { draw, readDocument, tablesOf } from '../../../test/builders/docx-reading.ts'

async function drawing(body: string): Promise<readonly string[]> {
  const [first] = tablesOf(await readDocument({ body }))
  return first === undefined ? [] : draw(first)
}

const width = (twips: number) => `<w:tcW w:w="${twips}" w:type="dxa"/>`
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const RESTART = '<w:vMerge w:val="restart"/>'
const CONTINUE = '<w:vMerge/>'

describe('a table whose announced grid is wrong', () => {
  it('has the columns its rows agree on', async () => {
    const stale = table(7, textRow('a', 'b', 'c'), textRow('1', '2', '3'))
    expect(await drawing(stale)).toEqual(['a|b|c', '1|2|3'])
    const none = table(0, textRow('a', 'b'), textRow('1', '2'))
    expect(await drawing(none)).toEqual(['a|b', '1|2'])
  })

  it('is not led by titles of one cell', async () => {
    const rows = [textRow('题'), textRow('题'), textRow('a', 'b', 'c')]
    expect(await drawing(table(0, ...rows))).toEqual(['题?|×|×', '题?|×|×', 'a|b|c'])
  })
})

describe('a row that is shorter than the others', () => {
  it('is placed by the widths of its cells where they meet the columns', async () => {
    const wide = row(cell('题', width(2000)) + cell('3', width(1000)))
    expect(await drawing(table(3, textRow('a', 'b', 'c'), wide))).toEqual(['a|b|c', '题|<|3'])
  })

  it('is placed by widths from a full row where the grid does not tell', async () => {
    const full = row(cell('a', width(500)) + cell('b', width(1500)) + cell('c', width(1000)))
    const short = row(cell('1', width(2010)) + cell('2', width(990)))
    expect(await drawing(table(0, full, short))).toEqual(['a|b|c', '1|<|2'])
  })

  it('is in doubt where its widths meet no column', async () => {
    const odd = row(cell('1', width(1500)) + cell('2', width(1500)))
    expect(await drawing(table(3, textRow('a', 'b', 'c'), odd))).toEqual(['a|b|c', '1?|2?|×'])
  })

  it('is in doubt where nothing tells which cell is missing', async () => {
    const rows = [textRow('a', 'b', 'c'), textRow('1', '2'), textRow('4', '5', '6')]
    expect(await drawing(table(3, ...rows))).toEqual(['a|b|c', '1?|2?|×', '4|5|6'])
  })

  it('starts where the free columns before it end, by width too', async () => {
    const late = row(
      cell('2', width(1000)),
      '<w:gridBefore w:val="1"/><w:wBefore w:w="1000" w:type="dxa"/>',
    )
    expect(await drawing(table(3, textRow('a', 'b', 'c'), late))).toEqual(['a|b|c', '×|2|×'])
  })
})

describe('a row that is longer than the others', () => {
  it('is in doubt, and the table grows', async () => {
    const rows = [textRow('a', 'b'), textRow('1', '2', '3'), textRow('4', '5')]
    expect(await drawing(table(2, ...rows))).toEqual(['a|b|×', '1?|2?|3?', '4|5|×'])
  })
})

describe('a vertical merge', () => {
  it('runs over many rows and ends where a new one begins', async () => {
    const merged = (first: string, properties: string, value: string) =>
      row(cell(first, properties) + cell(value))
    const rows = [
      merged('a', RESTART, '1'),
      merged('', CONTINUE, '2'),
      merged('b', RESTART, '3'),
      merged('', '<w:vMerge w:val="continue"/>', '4'),
      textRow('c', '5'),
    ]
    expect(await drawing(table(2, ...rows))).toEqual(['a|1', '^|2', 'b|3', '^|4', 'c|5'])
  })

  it('may cover several columns', async () => {
    const rows = [
      row(cell('a', span(2) + RESTART) + cell('1')),
      row(cell('', span(2) + CONTINUE) + cell('2')),
    ]
    expect(await drawing(table(3, ...rows))).toEqual(['a|<|1', '^|^|2'])
  })

  it('that continues nothing is a cell of its own', async () => {
    const rows = [row(cell('a', CONTINUE) + cell('1')), row(cell('', CONTINUE) + cell('2'))]
    expect(await drawing(table(2, ...rows))).toEqual(['a|1', '^|2'])
    const after = [textRow('a', '1'), row(cell('b', CONTINUE) + cell('2'))]
    expect(await drawing(table(2, ...after))).toEqual(['a|1', 'b|2'])
  })

  it('whose parts differ in width is in doubt', async () => {
    const rows = [
      row(cell('a', span(2) + RESTART) + cell('1')),
      row(cell('', CONTINUE) + cell('x') + cell('2')),
    ]
    expect(await drawing(table(3, ...rows))).toEqual(['a|<|1', '?|x|2'])
  })

  it('loses its first row when that is deleted, and not the others', async () => {
    const rows = [
      row(cell('a', RESTART) + cell('1'), '<w:del w:id="1"/>'),
      row(cell('', CONTINUE) + cell('2')),
      row(cell('', CONTINUE) + cell('3')),
    ]
    expect(await drawing(table(2, ...rows))).toEqual(['|2', '^|3'])
  })
})

describe('a table of any rectangles', () => {
  const ROWS = 6
  const COLUMNS = 5

  /** Cuts the grid into rectangles: from each free place one of the chosen size, as far as there is room. */
  function cut(
    choices: readonly { readonly height: number; readonly width: number }[],
  ): string[][] {
    const grid = Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, () => ''))
    let next = 0
    for (let row = 0; row < ROWS; row += 1) {
      for (let column = 0; column < COLUMNS; column += 1) {
        if (grid[row]?.[column] !== '') continue
        const { height, width } = choices[next % choices.length] ?? { height: 1, width: 1 }
        fill(grid, row, column, height, width, `n${next}`)
        next += 1
      }
    }
    return grid
  }

  function fill(
    grid: string[][],
    top: number,
    left: number,
    height: number,
    width: number,
    name: string,
  ): void {
    let right = left
    while (right < Math.min(left + width, COLUMNS) && grid[top]?.[right] === '') right += 1
    for (let row = top; row < Math.min(top + height, ROWS); row += 1) {
      for (let column = left; column < right; column += 1) {
        const line = grid[row]
        if (line !== undefined) line[column] = row > top ? '^' : column > left ? '<' : name
      }
    }
  }

  /** The row as Word writes it: a cell for each rectangle that touches it. */
  function written(grid: readonly (readonly string[])[], rowIndex: number): string {
    const line = grid[rowIndex] ?? []
    const below = grid[rowIndex + 1] ?? []
    let cells = ''
    let column = 0
    for (const lefts of leftEdges(grid, rowIndex)) {
      const text = line[column] ?? ''
      const merge = text === '^' ? CONTINUE : below[column] === '^' ? RESTART : ''
      cells += cell(text === '^' ? '' : text, span(lefts - column) + merge)
      column = lefts
    }
    return row(cells)
  }

  /** Columns after each rectangle of the row, told apart by the name at its top left. */
  function leftEdges(grid: readonly (readonly string[])[], rowIndex: number): readonly number[] {
    const owners = Array.from({ length: COLUMNS }, (_, column) => ownerOf(grid, rowIndex, column))
    return owners.flatMap((owner, column) => (owner === owners[column + 1] ? [] : [column + 1]))
  }

  function ownerOf(grid: readonly (readonly string[])[], rowIndex: number, column: number): string {
    const sign = grid[rowIndex]?.[column] ?? ''
    if (sign === '^') return ownerOf(grid, rowIndex - 1, column)
    return sign === '<' ? ownerOf(grid, rowIndex, column - 1) : sign
  }

  it('has every cell where it was drawn, with its spans and without doubt', async () => {
    const size = fc.record({
      height: fc.integer({ min: 1, max: 3 }),
      width: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(size, { minLength: 1, maxLength: 30 }), async (choices) => {
        const grid = cut(choices)
        const rows = grid.map((_, rowIndex) => written(grid, rowIndex))
        fc.pre(rows.some((one) => one.split('<w:tc>').length > 2))
        expect(await drawing(table(COLUMNS, ...rows))).toEqual(grid.map((line) => line.join('|')))
      }),
      { numRuns: 150 },
    )
  })
})
