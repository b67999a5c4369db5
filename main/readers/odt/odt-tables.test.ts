import { describe, expect, it } from 'vitest'
import { draw, outline, tablesOf } from '../../../test/builders/docx-reading.ts'
import { ODF_COVERED, odfCell, odfRow, odfTable } from '../../../test/builders/odt.ts'
import { readOdt } from '../../../test/builders/odt-reading.ts'

const DOWN = 'table:number-rows-spanned="2"'
const ACROSS = 'table:number-columns-spanned="2"'

async function drawn(body: string, automatic = ''): Promise<readonly (readonly string[])[]> {
  return tablesOf(await readOdt({ body, automatic })).map(draw)
}

describe('merged cells', () => {
  it('cover the places that the file keeps for them', async () => {
    const table = odfTable(
      odfRow(odfCell('A', DOWN), odfCell('B', ACROSS), ODF_COVERED),
      odfRow(ODF_COVERED, odfCell('1'), odfCell('2')),
    )
    expect(await drawn(table)).toEqual([['A|B|<', '^|1|2']])
  })

  it('cover them also where a program keeps no places', async () => {
    const table = odfTable(
      odfRow(odfCell('A', DOWN), odfCell('B', ACROSS)),
      odfRow(odfCell('1'), odfCell('2')),
    )
    expect(await drawn(table)).toEqual([['A|B|<', '^|1|2']])
  })

  it('leave a row in doubt where places and merges disagree', async () => {
    const table = odfTable(
      odfRow(odfCell('A', ACROSS), ODF_COVERED, odfCell('B')),
      odfRow(odfCell('1'), ODF_COVERED, odfCell('2')),
      odfRow(odfCell('C', ACROSS), odfCell('3')),
    )
    expect(await drawn(table)).toEqual([['A|<|B', '1|?|2?', 'C|<|3?']])
  })

  it('leave no number in a guessed column that would count as one in its own', async () => {
    const across = odfRow(odfCell('A', ACROSS), ODF_COVERED, odfCell('B'))
    const torn = odfTable(across, odfRow(odfCell('1'), ODF_COVERED, odfCell('2')))
    const split = (...rows: readonly string[]) =>
      `<table:table-cell><table:table table:is-sub-table="true"><table:table-column table:style-name="c"/>${rows.join('')}</table:table></table:table-cell>`
    const one = odfRow(odfCell('2'))
    const uneven = `<table:table><table:table-column table:style-name="c" table:number-columns-repeated="2"/>${odfRow(split(one, one), split(one))}</table:table>`
    const automatic =
      '<style:style style:name="c" style:family="table-column"><style:table-column-properties style:column-width="3cm"/></style:style>'
    const over = odfTable(odfRow(odfCell('A'), odfCell('B', DOWN)), odfRow(odfCell('2', ACROSS)))
    for (const body of [torn, uneven, over]) {
      const [table] = tablesOf(await readOdt({ body, automatic }))
      const doubts = table?.cells.flatMap(({ text, doubt }) => (text === '2' ? [doubt] : []))
      expect(doubts).toContain('crosses-border')
    }
  })

  it('are in doubt where text stands in a covered place', async () => {
    const lost = '<table:covered-table-cell><text:p>7</text:p></table:covered-table-cell>'
    const table = odfTable(
      odfRow(odfCell('A'), odfCell('B', DOWN), odfCell('C')),
      odfRow(odfCell('1'), lost, odfCell('2')),
    )
    expect(await drawn(table)).toEqual([['A|B?|C', '1|^|2']])
  })

  it('end with the table, and before a cell that reaches down', async () => {
    const table = odfTable(
      odfRow(odfCell('A'), odfCell('B', DOWN), odfCell('C')),
      odfRow(odfCell('1', `${ACROSS} table:number-rows-spanned="9"`), odfCell('2')),
    )
    expect(await drawn(table)).toEqual([['A|B|C', '1?|^|2']])
  })
})

describe('rows and cells', () => {
  it('come from header rows and groups too', async () => {
    const table = odfTable(
      '<table:table-column table:number-columns-repeated="2"/>',
      `<table:table-header-rows>${odfRow(odfCell('头'))}</table:table-header-rows>`,
      `<table:table-row-group><table:table-rows>${odfRow(odfCell('1'))}</table:table-rows></table:table-row-group>`,
      '<text:soft-page-break/>',
      odfRow(odfCell('2')),
    )
    const row = odfTable(odfRow(odfCell('a'), odfCell('b')))
    // One cell in each row is a frame around text: it is read as if it stood there without the table.
    expect(outline(await readOdt({ body: table + row }))).toEqual(['头', '1', '2', ['a|b']])
  })

  it('stand as often as they are repeated', async () => {
    const zeros = odfCell('0', 'table:number-columns-repeated="3"')
    const row = odfRow(odfCell('合计'), zeros).replace(
      '<table:table-row>',
      '<table:table-row table:number-rows-repeated="2">',
    )
    expect(await drawn(odfTable(row))).toEqual([['合计|0|0|0', '合计|0|0|0']])
  })

  it('that are missing at the end of a row leave the others in their columns', async () => {
    const table = odfTable(odfRow(odfCell('A'), odfCell('B'), odfCell('C')), odfRow(odfCell('1')))
    expect(await drawn(table)).toEqual([['A|B|C', '1|×|×']])
  })

  it('show what stands in them, not the value that the file has beside it', async () => {
    const cell = odfCell('1,200', 'office:value-type="float" office:value="1200"')
    expect(await drawn(odfTable(odfRow(odfCell('计'), cell)))).toEqual([['计|1,200']])
  })

  it('of a table in a shape are read under the names that LibreOffice gives them', async () => {
    const table = odfTable(odfRow(odfCell('总计'), odfCell('3'))).replaceAll(
      'table:table',
      'loext:table',
    )
    const shape = `<text:p><draw:custom-shape>${table}</draw:custom-shape></text:p>`
    expect(await drawn(shape)).toEqual([['总计|3']])
  })
})

describe('tables in cells', () => {
  const column = (name: string, width: string): string =>
    `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`
  const WIDTHS = column('wide', '6cm') + column('half', '3cm')
  const columns = (name: string): string =>
    `<table:table-column table:style-name="${name}" table:number-columns-repeated="2"/>`
  const split = (...inside: readonly string[]): string =>
    `<table:table-cell><table:table table:is-sub-table="true">${inside.join('')}</table:table></table:table-cell>`

  it('stand after the table that holds them, and the cell is in doubt', async () => {
    const inner = `<table:table-cell><text:p>见</text:p>${odfTable(odfRow(odfCell('a'), odfCell('b')))}</table:table-cell>`
    const table = odfTable(odfRow(odfCell('A'), inner), odfRow(odfCell('1'), odfCell('2')))
    expect(await drawn(table)).toEqual([['A|见?', '1|2'], ['a|b']])
  })

  it('are parts of it where the file calls them sub-tables', async () => {
    const parts = split(
      columns('half'),
      odfRow(odfCell('a'), odfCell('b')),
      odfRow(odfCell('合', ACROSS), ODF_COVERED),
    )
    const table = odfTable(
      columns('wide'),
      odfRow(odfCell('左'), parts),
      odfRow(odfCell('x'), odfCell('y')),
    )
    expect(await drawn(table, WIDTHS)).toEqual([['左|a|b', '^|合|<', 'x|y|<']])
  })

  it('share columns where the borders of two sub-tables meet', async () => {
    const first = split(columns('half'), odfRow(odfCell('a'), odfCell('b')))
    const second = split(
      '<table:table-column table:style-name="half"/><table:table-column table:style-name="half"/>',
      odfRow(odfCell('1'), odfCell('2')),
    )
    const table = odfTable(
      columns('wide'),
      odfRow(odfCell('头'), first),
      odfRow(odfCell('计'), second),
    )
    expect(await drawn(table, WIDTHS)).toEqual([['头|a|b', '计|1|2']])
  })

  it('are in doubt where two sub-tables of a row have different numbers of rows', async () => {
    const two = split(
      columns('half'),
      odfRow(odfCell('a'), odfCell('b')),
      odfRow(odfCell('c'), odfCell('d')),
    )
    const one = split(columns('half'), odfRow(odfCell('1'), odfCell('2')))
    const table = odfTable(columns('wide'), odfRow(two, one))
    expect(await drawn(table, WIDTHS)).toEqual([['a|b|1?|2?', 'c|d|^|^']])
  })

  it('stay tables of their own where no widths say which columns they share', async () => {
    const parts = split(odfRow(odfCell('a'), odfCell('b')))
    const table = odfTable(odfRow(odfCell('左'), parts), odfRow(odfCell('x'), odfCell('y')))
    expect(await drawn(table)).toEqual([['左|?', 'x|y'], ['a|b']])
  })
})
