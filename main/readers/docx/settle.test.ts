import { describe, expect, it } from 'vitest'
import {
  cell,
  paragraph,
  rawCell,
  rawParagraph,
  row,
  run,
  table,
  textRow,
} from '../../../test/builders/docx.ts'
import { outline, paragraphsOf, readDocument } from '../../../test/builders/docx-reading.ts'

const DELETED_MARK = '<w:rPr><w:del w:id="9"/></w:rPr>'
const deleted = (text: string) =>
  `<w:del w:id="8"><w:r><w:delText>${text}</w:delText></w:r></w:del>`

describe('tracked changes read as accepted', () => {
  it('join a paragraph whose mark is deleted with the next', async () => {
    const body = rawParagraph(run('一、总体'), DELETED_MARK) + paragraph('情况')
    expect(paragraphsOf(await readDocument({ body }))).toEqual(['一、总体情况'])
  })

  it('leave no blank line where a whole paragraph of a cell is deleted', async () => {
    const blocks = rawParagraph(deleted('12'), DELETED_MARK) + paragraph('15')
    const body = table(2, row(cell('总计') + rawCell(blocks)))
    expect(outline(await readDocument({ body }))).toEqual([['总计|15']])
  })

  it('keep the text before a table though its mark is deleted', async () => {
    const body = rawParagraph(run('前'), DELETED_MARK) + table(2, textRow('1', '2'))
    expect(outline(await readDocument({ body }))).toEqual(['前', ['1|2']])
  })

  it('drop deleted rows and cells, keep inserted ones, and count each change', async () => {
    const body = table(
      3,
      row(cell('a') + cell('b') + cell('x', '<w:cellDel w:id="1"/>')),
      row(rawCell(rawParagraph(deleted('1'))) + cell('2'), '<w:del w:id="2"/>'),
      row(cell('c') + cell('d', '<w:cellIns w:id="4"/>'), '<w:ins w:id="3"/>'),
    )
    const document = await readDocument({ body })
    expect(outline(document)).toEqual([['a|b', 'c|d']])
    expect(document.notes).toEqual([{ kind: 'revisions', count: 5 }])
  })

  it('follow a tracked merge of cells', async () => {
    const body = table(
      2,
      row(cell('a', '<w:cellMerge w:id="1" w:vMerge="rest"/>') + cell('1')),
      row(cell('', '<w:cellMerge w:id="2" w:vMerge="cont"/>') + cell('2')),
    )
    expect(outline(await readDocument({ body }))).toEqual([['a|1', '^|2']])
  })

  it('do not mistake the properties before a change for those after it', async () => {
    const before =
      '<w:tcPrChange w:id="1"><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr></w:tcPrChange>'
    const body = table(2, textRow('a', 'b'), row(cell('1', before) + cell('2')))
    expect(outline(await readDocument({ body }))).toEqual([['a|b', '1|2']])
  })
})

describe('comments', () => {
  it('are counted once each, those of deleted text too', async () => {
    const mark = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`
    const body =
      rawParagraph(
        `<w:commentRangeStart w:id="0"/>${run('甲')}<w:commentRangeEnd w:id="0"/>${mark(0)}`,
      ) + rawParagraph(`<w:del w:id="5">${mark(1)}</w:del>${run('乙')}`)
    const document = await readDocument({ body })
    expect(document.notes).toContainEqual({ kind: 'comments', count: 2 })
  })

  it('and changes go unmentioned where there are none', async () => {
    expect((await readDocument({ body: paragraph('甲') })).notes).toEqual([])
  })
})

describe('text boxes', () => {
  const box = (blocks: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>${blocks}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${blocks}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

  it('are read once though written for new and for old programs', async () => {
    const body = rawParagraph(run('锚') + box(paragraph('框')))
    expect(paragraphsOf(await readDocument({ body }))).toEqual(['锚', '框'])
  })

  it('fall back to the old form where the new one is empty', async () => {
    const runs = `<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:group><v:shape><v:textbox><w:txbxContent>${paragraph('框')}</w:txbxContent></v:textbox></v:shape></v:group></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(paragraphsOf(await readDocument({ body: rawParagraph(runs) }))).toEqual(['框'])
  })

  it('may hold tables, which come right after the paragraph they hang on', async () => {
    const body = rawParagraph(run('锚') + box(table(2, textRow('1', '2')))) + paragraph('后')
    expect(outline(await readDocument({ body }))).toEqual(['锚', ['1|2'], '后'])
  })

  it('in a cell put their text below its own, in doubt', async () => {
    const blocks = rawParagraph(run('3') + box(paragraph('8')))
    const body = table(2, row(cell('总计') + rawCell(blocks)))
    expect(outline(await readDocument({ body }))).toEqual([['总计|3\n8?']])
  })
})

describe('rows and cells', () => {
  it('hidden with all they hold are left out', async () => {
    const body = table(
      2,
      textRow('a', 'b'),
      row(rawCell(rawParagraph(run('1', '<w:vanish/>'))) + cell(''), '<w:hidden/>'),
      row(cell('c') + cell('d'), '<w:hidden/>'),
    )
    expect(outline(await readDocument({ body }))).toEqual([['a|b', 'c|d']])
  })

  it('with text in a cell that a merge swallowed are in doubt, because Word hides it', async () => {
    const across = row(
      cell('1', '<w:hMerge w:val="restart"/>') + cell('9', '<w:hMerge w:val="continue"/>'),
    )
    const down = row(cell('2', '<w:vMerge w:val="restart"/>') + cell('3'))
    const swallowed = row(cell('9', '<w:vMerge w:val="continue"/>') + cell('4'))
    expect(outline(await readDocument({ body: table(2, across, down, swallowed) }))).toEqual([
      ['1?|<', '2?|3', '^|4'],
    ])
  })

  it('keep the lines of a cell apart', async () => {
    const body = table(2, row(rawCell(paragraph('商业') + paragraph('企业')) + cell('1')))
    expect(outline(await readDocument({ body }))).toEqual([['商业\n企业|1']])
  })

  it('do not lose a cell to a field that was never ended', async () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    const body = table(2, row(rawCell(rawParagraph(open)) + cell('5')))
    expect(outline(await readDocument({ body }))).toEqual([['|5']])
  })
})
