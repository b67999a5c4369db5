import { describe, expect, it } from 'vitest'
import { draw, outline, tablesOf } from '../../../test/builders/docx-reading.ts'
import { odfParagraph, odfRow, odfTable } from '../../../test/builders/odt.ts'
import { readOdt } from '../../../test/builders/odt-reading.ts'

const style = (name: string, properties: string, family = 'text', more = ''): string =>
  `<style:style style:name="${name}" style:family="${family}"${more}><style:text-properties ${properties}/></style:style>`

const STYLES = [
  style('Hidden', 'text:display="none"'),
  style('Shown', 'text:display="true"'),
  style('Struck', 'style:text-line-through-style="solid"'),
  style('Raised', 'style:text-position="super 58%"'),
  style('White', 'fo:color="#ffffff"'),
  style('Dust', 'fo:font-size="1pt"'),
  style('Bright', 'fo:color="#ffffff" fo:background-color="#000080"'),
  style('Level', 'style:text-position="0% 100%"'),
  style('Child', 'fo:font-weight="bold"', 'text', ' style:parent-style-name="Hidden"'),
  style('HiddenLine', 'text:display="none"', 'paragraph'),
].join('')

const span = (name: string, text: string): string =>
  `<text:span text:style-name="${name}">${text}</text:span>`

const textOf = async (inside: string): Promise<string> => {
  const { blocks } = await readOdt({ body: `<text:p>${inside}</text:p>`, automatic: STYLES })
  const [first] = blocks
  return first?.kind === 'paragraph' ? first.text : ''
}

/** The table with that paragraph in its only cell beside a label. */
const cellOf = async (inside: string): Promise<string | undefined> => {
  const cell = (content: string) => `<table:table-cell>${content}</table:table-cell>`
  const row = odfRow(cell('<text:p>总计</text:p>'), cell(`<text:p>${inside}</text:p>`))
  const [table] = tablesOf(await readOdt({ body: odfTable(row), automatic: STYLES }))
  return table === undefined ? undefined : draw(table)[0]
}

describe('the text of a paragraph', () => {
  it.each([
    ['spaces that are counted', '一<text:s text:c="3"/>二<text:s/>三', '一   二 三'],
    ['tabs and line breaks', '一<text:tab/>二<text:line-break/>三', '一\t二\n三'],
    ['white space of the file as one space', ' 一\n   二  三', '一 二 三'],
    ['one space where a span begins with another', `一 ${span('Shown', ' 二')}`, '一 二'],
    ['a space behind one that is counted', '一<text:s/> 二', '一  二'],
    [
      'links, fields and what they last showed',
      '见<text:a xlink:href="x">附件</text:a>第<text:page-number>3</text:page-number>页',
      '见附件第3页',
    ],
    [
      'the words below a reading',
      '<text:ruby><text:ruby-base>镇</text:ruby-base><text:ruby-text>zhèn</text:ruby-text></text:ruby>',
      '镇',
    ],
    [
      'no footnote and no comment',
      '12<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note><office:annotation><text:p>批</text:p></office:annotation>',
      '12',
    ],
    [
      'no number that another program put in',
      '<text:number>一、</text:number>总体情况',
      '总体情况',
    ],
    ['characters that XML spells out', '&lt;1&amp;2&gt;', '<1&2>'],
  ])('has %s', async (_, inside, text) => {
    expect(await textOf(inside)).toBe(text)
  })

  it('leaves hidden text out, unless a style inside shows it again', async () => {
    expect(await textOf(`见${span('Hidden', `密${span('Shown', '明')}密`)}见`)).toBe('见明见')
    expect(await textOf(`见${span('Child', '密')}`)).toBe('见')
    expect(await textOf('见<text:hidden-text text:is-hidden="true">密</text:hidden-text>')).toBe(
      '见',
    )
    expect(await textOf('见<text:hidden-text text:is-hidden="false">明</text:hidden-text>')).toBe(
      '见明',
    )
  })

  it('is gone with a paragraph that a style, a field or a section hides', async () => {
    const body = [
      odfParagraph('甲', 'HiddenLine'),
      '<text:p>乙<text:hidden-paragraph text:is-hidden="true"/></text:p>',
      '<text:section text:display="none"><text:p>丙</text:p></text:section>',
      '<text:section text:display="condition" text:is-hidden="true"><text:p>丁</text:p></text:section>',
      '<text:section text:display="condition"><text:p>见</text:p></text:section>',
    ].join('')
    const document = await readOdt({ body, automatic: STYLES })
    expect(outline(document)).toEqual(['见'])
    expect(document.notes).toEqual([{ kind: 'hidden-text', count: 4 }])
  })
})

describe('a cell is in doubt', () => {
  it.each([
    ['where a part of it is hidden', `1${span('Hidden', '2')}`, '总计|1?'],
    ['where a part of it is struck out', `1${span('Struck', '2')}`, '总计|12?'],
    ['where a figure is white', `12${span('White', '9')}`, '总计|129?'],
    ['where a part of it is as small as dust', `12${span('Dust', '9')}`, '总计|129?'],
    ['where a part of it is raised', `12${span('Raised', '1')}`, '总计|121?'],
    [
      'where a picture stands in its line',
      '<draw:frame text:anchor-type="as-char"><draw:image xlink:href="Pictures/1.png"/></draw:frame>',
      '总计|?',
    ],
    [
      'where a field of a form stands in its line',
      '<draw:control text:anchor-type="as-char"/>',
      '总计|?',
    ],
    ['where a field of a form hangs on it', '<draw:control text:anchor-type="char"/>', '总计|?'],
    [
      'where an object hangs on it, whatever picture is kept of it',
      '7<draw:frame text:anchor-type="char"><draw:object/><draw:image xlink:href="o"/></draw:frame>',
      '总计|7?',
    ],
    ['where a drawing lies between its paragraphs', '</text:p><draw:control/><text:p>', '总计|\n?'],
    [
      'where a text box hangs on it',
      '<draw:frame text:anchor-type="char"><draw:text-box><text:p>5</text:p></draw:text-box></draw:frame>',
      '总计|\n5?',
    ],
  ])('%s', async (_, inside, drawn) => {
    expect(await cellOf(inside)).toBe(drawn)
  })

  it.each([
    [
      'in a picture beside the text',
      '7<draw:frame text:anchor-type="char"><draw:image xlink:href="Pictures/1.png"/></draw:frame>',
    ],
    ['in a style that raises nothing', span('Level', '7')],
    ['in white on a ground of its own', span('Bright', '7')],
    ['in white space that is hidden', `7${span('Hidden', ' ')}`],
    ['in a bookmark', '<text:bookmark-start text:name="a"/>7<text:bookmark-end text:name="a"/>'],
  ])('but not %s', async (_, inside) => {
    expect(await cellOf(inside)).toBe('总计|7')
  })
})

describe('tracked changes', () => {
  const deleted = (text: string): string =>
    `<text:changed-region text:id="d"><text:deletion><office:change-info/>${odfParagraph(text)}</text:deletion></text:changed-region>`
  const INSERTED =
    '<text:changed-region text:id="i"><text:insertion><office:change-info/></text:insertion></text:changed-region>'
  const FORMATTED =
    '<text:changed-region text:id="f"><text:format-change><office:change-info/></text:format-change></text:changed-region>'

  it('are read as accepted, and counted', async () => {
    const body = `<text:tracked-changes>${deleted('12')}${INSERTED}${FORMATTED}</text:tracked-changes><text:p>共<text:change text:change-id="d"/><text:change-start text:change-id="i"/>15<text:change-end text:change-id="i"/>件</text:p>`
    const document = await readOdt({ body })
    expect(outline(document)).toEqual(['共15件'])
    expect(document.notes).toEqual([{ kind: 'revisions', count: 2 }])
  })
})

describe('blocks', () => {
  it('come in order from sections, tables of contents, text boxes and shapes', async () => {
    const box = (inside: string): string =>
      `<draw:frame text:anchor-type="paragraph"><draw:text-box>${inside}</draw:text-box></draw:frame>`
    const body = [
      `<text:sequence-decls><text:sequence-decl text:name="Table"/></text:sequence-decls>`,
      '<text:table-of-content><text:table-of-content-source><text:index-title-template>目录</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title><text:p>目录</text:p></text:index-title><text:p>一<text:tab/>1</text:p></text:index-body></text:table-of-content>',
      `<text:section><text:h text:outline-level="2">二</text:h></text:section>`,
      `<text:p>三${box('<text:p>四</text:p>')}</text:p>`,
      '<text:p><draw:g><draw:custom-shape><text:p>五</text:p></draw:custom-shape></draw:g></text:p>',
    ].join('')
    const document = await readOdt({ body })
    expect(outline(document)).toEqual(['目录', '一\t1', '二', '三', '四', '五'])
    expect(document.blocks[2]).toMatchObject({ level: 2 })
  })

  it('count comments wherever they stand', async () => {
    const comment = '<office:annotation><text:p>批</text:p></office:annotation>'
    const { notes } = await readOdt({ body: `<text:p>${comment}一${comment}</text:p>` })
    expect(notes).toEqual([{ kind: 'comments', count: 2 }])
  })
})
