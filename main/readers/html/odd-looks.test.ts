import { describe, expect, it } from 'vitest'
import type { TableCell } from '../../../shared/document/source-document.ts'
import { readWith, sketchBlocks } from '../sketch-blocks.ts'
import { htmlReader } from './html-reader.ts'

/** The cells of a row around this one, on a page with this style sheet. */
async function cellsOf(cell: string, sheet = '', row = '<tr>'): Promise<readonly TableCell[]> {
  const page = `<style>${sheet}</style><table>${row}<td>规章<td>${cell}<td>0</tr><tr><td>总计<td>7<td>8</table>`
  const { blocks } = await readWith(htmlReader, page)
  const [table] = blocks
  return table?.kind === 'table' ? table.cells : []
}

/** The text of that cell, `?` behind it where it is in doubt. */
async function shown(cell: string, sheet = '', row = '<tr>'): Promise<string> {
  const [, found] = await cellsOf(cell, sheet, row)
  return `${found?.text ?? ''}${found?.doubt === undefined ? '' : '?'}`
}

const spot = (style: string, text = '9') => `12<span style="${style}">${text}</span>`

describe('what is hardly to be seen in a cell', () => {
  it.each([
    ['without opacity', spot('opacity:0'), '12?'],
    ['transparent', spot('color:transparent'), '12?'],
    ['of one pixel', spot('font-size:1px'), '12?'],
    ['white', spot('color:#FFF'), '129?'],
    ['white by its tag', '12<font color="white">9</font>', '129?'],
    ['raised by its style', spot('vertical-align:super', '1'), '121?'],
    ['turned round', '<bdo dir="rtl">21</bdo>', '21?'],
    ['turned round by its style', '<i style="unicode-bidi:bidi-override">21</i>', '21?'],
    ['turned round by a character', '&#x202e;21&#x202c;', '21?'],
    ['a sign of a symbol font', '<span style="font-family:Wingdings">&#61692;</span>', '\uf0fc?'],
    ['a list to choose from', '<select><option>0<option selected>3</select>', '?'],
    ['a drawing', '<svg><text>3</text></svg>', '?'],
    ['what a script writes', '<script>document.write(3)</script>', '?'],
    ['the number of an empty item', '<ol><li></li></ol>', '?'],
  ])('is in doubt: %s', async (_, cell, text) => {
    expect(await shown(cell)).toBe(text)
  })

  it.each([
    ['white on blue', '<span style="color:white;background:#036">12</span>', '<tr>'],
    ['white in a blue row', '<span style="color:white">12</span>', '<tr bgcolor="#003366">'],
    [
      'larger in a box without size',
      '<div style="font-size:0"><b style="font-size:14px">12</b></div>',
      '<tr>',
    ],
    ['beside a drawing', '12<svg></svg>', '<tr>'],
  ])('is sure: %s', async (_, cell, row) => {
    expect(await shown(cell, '', row)).toBe('12')
  })
})

describe('what is transparent outside of cells', () => {
  it.each([
    ['until the page has moved', 'opacity: 0'],
    ['in its first line', 'color: transparent'],
    ['without a size of its own', 'font-size: 0'],
  ])('is read with its tables: %s', async (_, style) => {
    const page = `<div style="${style}"><table><tr><td>规章<td>1</table></div>`
    expect(sketchBlocks((await readWith(htmlReader, page)).blocks)).toEqual([[['规章', '1']]])
  })
})

describe("the page's own style sheets inside tables", () => {
  it.each([
    ['a class', '.no { display: none }', '12<i class="no">9</i>', '12?'],
    ['a class among others', 'td span.no{display:none}', '12<span class="a no">9</span>', '12?'],
    ['a child', 'td > .no { visibility: hidden }', '12<i class="no">9</i>', '12?'],
    ['an id', '#x{display:none}', '12<i id="x">9</i>', '12?'],
    ['a line through', 'b { text-decoration: line-through }', '<b>9</b>12', '912?'],
    ['a comment before it', '/* } */ <!-- .no{display:none} -->', '12<i class="no">9</i>', '12?'],
    ['a sheet for screens', '@media screen { .no{display:none} }', '12<i class="no">9</i>', '12?'],
    ['a sheet for printers', '@media print { .no{display:none} }', '1<i class="no">2</i>', '12'],
    [
      'a sheet for telephones',
      '@media (max-width:9px){.no{display:none}}',
      '1<i class="no">2</i>',
      '12',
    ],
    ['a stronger rule', 'i.no{display:inline} .no{display:none}', '1<i class="no">2</i>', '12'],
    ['a later rule', '.no{display:none} .no{display:inline}', '1<i class="no">2</i>', '12'],
    [
      'an important rule',
      '.no{display:none!important} i.no{display:inline}',
      '12<i class="no">9</i>',
      '12?',
    ],
    [
      'a style of its own',
      '.no{display:none}',
      '1<i class="no" style="display:inline">2</i>',
      '12',
    ],
    ['another place', '.menu .no{display:none}', '1<i class="no">2</i>', '12'],
    ['a state', '.no:hover{display:none}', '1<i class="no">2</i>', '12'],
  ])('are followed: %s', async (_, sheet, cell, text) => {
    expect(await shown(cell, sheet)).toBe(text)
  })

  it('take rows and columns away', async () => {
    const page =
      '<style>.old,td.note{display:none}</style><table><tr><td>规章<td class=note>注<td>1<tr class=old><td>规章<td class=note>注<td>2<tr><td>总计<td class=note>注<td>3</table>'
    const { blocks, notes } = await readWith(htmlReader, page)
    expect(sketchBlocks(blocks)).toEqual([
      [
        ['规章', '1'],
        ['总计', '3'],
      ],
    ])
    expect(notes).toContainEqual({ kind: 'hidden-text', count: 3 })
  })

  it('hide nothing that holds a table, for scripts may show it', async () => {
    const page =
      '<style>.tab{display:none}</style><table><tr><td class="tab"><table><tr><td>规章<td>1</table></table>'
    const { blocks } = await readWith(htmlReader, page)
    expect(sketchBlocks(blocks)).toEqual([[['规章', '1']]])
  })

  it('without an end are read to their end', async () => {
    expect(await shown('12<i class="no">9</i>', '.no{display:none')).toBe('12?')
    expect(await shown('12', '}}{{,;@media screen{')).toBe('12')
  })
})
