import { describe, expect, it } from 'vitest'
import { cell, paragraph, rawCell, row, table, textRow } from '../../../test/builders/docx.ts'
import { outline, readDocument, tablesOf } from '../../../test/builders/docx-reading.ts'

const FORM = table(3, textRow('a', 'b', 'c'), textRow('1', '2', '3'))
const FORM_DRAWN = ['a|b|c', '1|2|3']

describe('a table that only arranges the page', () => {
  it('of one column is read as if it were not there', async () => {
    const frame = table(
      1,
      row(rawCell(paragraph('一、总体情况') + paragraph('正文'))),
      row(rawCell(FORM + paragraph('注'))),
      textRow('落款'),
    )
    expect(outline(await readDocument({ body: frame }))).toEqual([
      '一、总体情况',
      '正文',
      FORM_DRAWN,
      '注',
      '落款',
    ])
  })

  it('around bigger tables is read cell by cell', async () => {
    const frame = table(2, row(rawCell(paragraph('左') + FORM) + rawCell(FORM + paragraph('右'))))
    expect(outline(await readDocument({ body: frame }))).toEqual([
      '左',
      FORM_DRAWN,
      FORM_DRAWN,
      '右',
    ])
  })

  it('may stand in another', async () => {
    const frame = table(1, row(rawCell(table(1, row(rawCell(FORM))))))
    expect(outline(await readDocument({ body: frame }))).toEqual([FORM_DRAWN])
  })

  it('may be a frame in columns around frames', async () => {
    const inner = table(1, row(rawCell(FORM)))
    const frame = table(2, row(rawCell(inner) + cell('右')))
    expect(outline(await readDocument({ body: frame }))).toEqual([FORM_DRAWN, '右'])
  })
})

describe('what is read', () => {
  it('has no blank paragraphs outside tables, and keeps blank cells', async () => {
    const body = paragraph('') + paragraph('　 ') + table(2, textRow('', '')) + paragraph('后')
    expect(outline(await readDocument({ body }))).toEqual([['|'], '后'])
  })

  it('has no table without cells', async () => {
    expect(outline(await readDocument({ body: table(2) + table(2, row('')) }))).toEqual([])
  })

  it('has ids by the order of paragraphs and tables and by the place in the grid', async () => {
    const late = row(cell('1'), '<w:gridBefore w:val="1"/>')
    const body =
      paragraph('甲') + FORM + paragraph('') + paragraph('乙') + table(2, textRow('a', 'b'), late)
    const document = await readDocument({ body })
    const places = document.blocks.map((block) => (block.kind === 'table' ? 'table' : block.at))
    expect(places).toEqual([
      [{ kind: 'element', id: 'p0' }],
      'table',
      [{ kind: 'element', id: 'p1' }],
      'table',
    ])
    const cells = tablesOf(document)[1]?.cells ?? []
    expect(cells.map(({ at }) => at)).toEqual([
      [{ kind: 'element', id: 't1-r0-c0' }],
      [{ kind: 'element', id: 't1-r0-c1' }],
      [{ kind: 'element', id: 't1-r1-c1' }],
    ])
  })
})
