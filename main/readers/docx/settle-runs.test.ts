import { describe, expect, it } from 'vitest'
import { cell, rawCell, rawParagraph, row, run, table } from '../../../test/builders/docx.ts'
import { outline, paragraphsOf, readDocument } from '../../../test/builders/docx-reading.ts'

/** The text of one paragraph around these runs. */
async function textOf(runs: string, styles = ''): Promise<readonly string[]> {
  return paragraphsOf(await readDocument({ body: rawParagraph(runs), styles }))
}

/** How a table cell around these runs reads, `?` behind what is in doubt. */
async function cellOf(runs: string): Promise<string> {
  const body = table(2, row(rawCell(rawParagraph(runs)) + cell('b')))
  const [drawn] = outline(await readDocument({ body }))
  return (drawn?.[0] ?? '').replace(/\|b$/, '')
}

const field = (type: string, inside = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`

describe('the text of a paragraph', () => {
  it('has tabs, breaks and hyphens where they stand', async () => {
    const runs =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>1</w:t>' +
      '<w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:t>3</w:t></w:r>'
    expect(await textOf(runs)).toEqual(['a\tb\nc\n1-23'])
  })

  it('loses the white space around a text that does not ask to keep it, as in Word', async () => {
    const runs = '<w:r><w:t>\n  12 </w:t></w:r><w:r><w:t xml:space="preserve"> 件</w:t></w:r>'
    expect(await textOf(runs)).toEqual(['12 件'])
  })

  it('passes through links, smart tags and content controls, not their properties', async () => {
    const control = `<w:sdt><w:sdtPr><w:placeholder><w:docPart w:val="x"/></w:placeholder></w:sdtPr><w:sdtContent>${run('丙')}</w:sdtContent></w:sdt>`
    const runs = `<w:hyperlink r:id="x">${run('甲')}</w:hyperlink><w:smartTag>${run('乙')}</w:smartTag>${control}`
    expect(await textOf(runs)).toEqual(['甲乙丙'])
  })

  it('has the base of a phonetic guide and not the guide', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('qīng')}</w:rt><w:rubyBase>${run('清')}</w:rubyBase></w:ruby></w:r>`
    expect(await textOf(ruby + run('水镇'))).toEqual(['清水镇'])
  })

  it('has no marks of footnotes and comments', async () => {
    const runs = `${run('12')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`
    expect(await textOf(runs)).toEqual(['12'])
  })

  it('has nothing deleted that stands outside a deletion by mistake', async () => {
    expect(await textOf('<w:r><w:delText>12</w:delText><w:t>15</w:t></w:r>')).toEqual(['15'])
  })
})

describe('a field', () => {
  it('inside the instruction of another shows nothing', async () => {
    const inner = field('begin') + instruction('PAGE') + field('separate') + run('7') + field('end')
    const runs = `${field('begin')}${instruction('IF ')}${inner}${field('separate')}${run('12')}${field('end')}`
    expect(await textOf(runs)).toEqual(['12'])
  })

  it('without an end swallows nothing of the paragraphs after it', async () => {
    const body = rawParagraph(field('begin') + instruction('PAGE')) + rawParagraph(run('正文'))
    expect(paragraphsOf(await readDocument({ body }))).toEqual(['正文'])
  })

  it('with a drop-down list shows the chosen entry', async () => {
    const list =
      '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="有"/><w:listEntry w:val="无"/></w:ddList></w:ffData>'
    const runs = field('begin', list) + instruction('FORMDROPDOWN') + field('end')
    expect(await textOf(runs)).toEqual(['无'])
  })
})

describe('hidden text', () => {
  const HIDDEN = '<w:rPr><w:vanish/></w:rPr>'
  const styles =
    `<w:style w:type="paragraph" w:styleId="base">${HIDDEN}</w:style>` +
    '<w:style w:type="paragraph" w:styleId="derived"><w:basedOn w:val="base"/></w:style>' +
    `<w:style w:type="character" w:styleId="char">${HIDDEN}</w:style>` +
    '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'

  it('may come from a character style', async () => {
    expect(await textOf(run('1', '<w:rStyle w:val="char"/>') + run('2'), styles)).toEqual(['2'])
  })

  it('may come from what a paragraph style is based on', async () => {
    const body = rawParagraph(run('1'), '<w:pStyle w:val="derived"/>') + rawParagraph(run('2'))
    expect(paragraphsOf(await readDocument({ body, styles }))).toEqual(['2'])
  })

  it('shows again where paragraph and character style both hide it', async () => {
    const runs = run('1', '<w:rStyle w:val="char"/>')
    const body = rawParagraph(runs, '<w:pStyle w:val="base"/>')
    expect(paragraphsOf(await readDocument({ body, styles }))).toEqual(['1'])
  })

  it('shows where the run itself says so', async () => {
    const runs = run('1', '<w:vanish w:val="0"/>') + run('2', '<w:vanish w:val="true"/>')
    const body = rawParagraph(runs, '<w:pStyle w:val="base"/>')
    expect(paragraphsOf(await readDocument({ body, styles }))).toEqual(['1'])
  })

  it('may be the default of the document', async () => {
    const defaults = `<w:docDefaults><w:rPrDefault>${HIDDEN}</w:rPrDefault></w:docDefaults>`
    expect(await textOf(run('1') + run('2', '<w:vanish w:val="off"/>'), defaults)).toEqual(['2'])
  })

  it('survives a style based on itself', async () => {
    const body = rawParagraph(run('1'), '<w:pStyle w:val="loop"/>')
    expect(paragraphsOf(await readDocument({ body, styles }))).toEqual(['1'])
  })
})

describe('a cell is in doubt', () => {
  it('not for plain text', async () => {
    expect(await cellOf(run('12', '<w:b/><w:strike w:val="0"/>'))).toBe('12')
  })

  it('where a footnote mark was typed as a raised digit', async () => {
    expect(await cellOf(run('12') + run('1', '<w:vertAlign w:val="superscript"/>'))).toBe('121?')
  })

  it('where a number is struck out', async () => {
    expect(await cellOf(run('12', '<w:strike/>') + run('15'))).toBe('1215?')
  })

  it('where a picture stands in line with the text', async () => {
    const picture = '<w:r><w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing></w:r>'
    expect(await cellOf(picture)).toBe('?')
  })

  it('not where a seal floats over it', async () => {
    const seal = '<w:r><w:drawing><wp:anchor><a:graphic/></wp:anchor></w:drawing></w:r>'
    expect(await cellOf(run('3') + seal)).toBe('3')
  })

  it('where it holds an embedded object', async () => {
    expect(await cellOf('<w:r><w:object><v:shape/></w:object></w:r>')).toBe('?')
  })

  it('where it holds a formula', async () => {
    expect(await cellOf('<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>')).toBe('12?')
  })

  it('where it holds a sign of a font this program does not know', async () => {
    expect(await cellOf('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>')).toBe('?')
    expect(await cellOf('<w:r><w:sym w:font="Symbol" w:char="F033"/></w:r>')).toBe('3')
    expect(await cellOf('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')).toBe('✓')
    expect(await cellOf('<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>')).toBe('①')
  })

  it('where new and old programs are shown different text', async () => {
    const box = (text: string) => `<w:txbxContent>${rawParagraph(run(text))}</w:txbxContent>`
    const alternative = (first: string, second: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>${first}</w:t></mc:Choice>` +
      `<mc:Fallback><w:pict><v:shape style="position:absolute"><v:textbox>${box(second)}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(await cellOf(alternative('3', '8'))).toBe('3?')
    expect(await cellOf(alternative('3', '3'))).toBe('3')
  })

  it('where a text box lies over it', async () => {
    const box = `<w:r><w:pict><v:shape style="position:absolute"><v:textbox><w:txbxContent>${rawParagraph(run('8'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
    expect(await cellOf(box)).toBe('\n8?')
  })
})
