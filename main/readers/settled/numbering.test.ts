import { describe, expect, it } from 'vitest'
import { cell, paragraph, rawCell, row, table } from '../../../test/builders/docx.ts'
import { draw, paragraphsOf, readDocument, tablesOf } from '../../../test/builders/docx-reading.ts'

function level(index: number, format: string, pattern: string, more = ''): string {
  return (
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}` +
    `<w:lvlText w:val="${pattern}"/></w:lvl>`
  )
}

const abstract = (id: number, ...levels: readonly string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const list = (id: number, abstractId: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
const numPr = (id: number, at = 0) =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`

/** The automatic numbers of paragraphs with these properties. */
async function numbersOf(
  numbering: string,
  properties: readonly string[],
  styles = '',
): Promise<readonly string[]> {
  const body = properties.map((one) => paragraph('x', one)).join('')
  const document = await readDocument({ body, numbering, styles })
  return document.blocks.map((block) => (block.kind === 'paragraph' ? block.numbering : ''))
}

const THREE_LEVELS =
  abstract(
    0,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
  ) + list(1, 0)

describe('automatic numbers', () => {
  it('begin anew below each number above them', async () => {
    const places = [0, 1, 2, 2, 1, 2, 0, 1].map((at) => numPr(1, at))
    expect(await numbersOf(THREE_LEVELS, places)).toEqual(
      '一、 （一） 1. 2. （二） 1. 二、 （一）'.split(' '),
    )
  })

  it('show the levels above, in their own format or as digits', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'upperRoman', '%1'),
        level(1, 'decimal', '%1.%2'),
        level(2, 'lowerLetter', '%1.%2.%3', '<w:isLgl/>'),
      ) + list(1, 0)
    const places = [0, 0, 1, 2].map((at) => numPr(1, at))
    expect(await numbersOf(numbering, places)).toEqual(['I', 'II', 'II.1', '2.1.1'])
  })

  it('go on in another list over the same levels, unless it starts anew', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const numbering =
      abstract(0, level(0, 'decimal', '%1.')) + list(1, 0) + list(2, 0) + list(3, 0, restart)
    const lists = [1, 1, 2, 3, 3].map((id) => numPr(id))
    expect(await numbersOf(numbering, lists)).toEqual(['1.', '2.', '3.', '1.', '2.'])
  })

  it('may be told never to begin anew', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'decimal', '%1.'),
        level(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>'),
      ) + list(1, 0)
    const places = [0, 1, 0, 1].map((at) => numPr(1, at))
    expect(await numbersOf(numbering, places)).toEqual(['1.', '(1)', '2.', '(2)'])
  })

  it('take a level of their own from the list', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1')}</w:lvlOverride>`
    const numbering = abstract(0, level(0, 'decimal', '%1.')) + list(1, 0, override)
    expect(await numbersOf(numbering, [numPr(1), numPr(1)])).toEqual(['①', '②'])
  })

  it('of bullets are empty', async () => {
    const numbering = abstract(0, level(0, 'bullet', '')) + list(1, 0)
    expect(await numbersOf(numbering, [numPr(1)])).toEqual([''])
  })

  it('in a format only newer programs know use the older one beside it', async () => {
    const custom =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent>' +
      '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>' +
      '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>' +
      '<w:lvlText w:val="%1"/></w:lvl>'
    expect(await numbersOf(abstract(0, custom) + list(1, 0), [numPr(1)])).toEqual(['01'])
  })

  it('come from the paragraph style, at the level tied to it', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="h1"/>'),
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="h2"/>'),
      ) + list(1, 0)
    const numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    const styles =
      `<w:style w:type="paragraph" w:styleId="h1">${numbered}</w:style>` +
      `<w:style w:type="paragraph" w:styleId="h2">${numbered}</w:style>` +
      '<w:style w:type="paragraph" w:styleId="h1b"><w:basedOn w:val="h1"/></w:style>'
    const used = ['h1', 'h2', 'h2', 'h1b'].map((id) => `<w:pStyle w:val="${id}"/>`)
    const off = '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    expect(await numbersOf(numbering, [...used, off], styles)).toEqual([
      '一、',
      '（一）',
      '（二）',
      '二、',
      '',
    ])
  })

  it('come from a numbering style where the list only names one', async () => {
    const numbering =
      abstract(0, '<w:numStyleLink w:val="outline"/>') +
      abstract(1, level(0, 'ideographTraditional', '%1.')) +
      list(1, 0) +
      list(2, 1)
    const styles =
      '<w:style w:type="numbering" w:styleId="outline"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    expect(await numbersOf(numbering, [numPr(1), numPr(1)], styles)).toEqual(['甲.', '乙.'])
  })

  it('are not used up by deleted paragraphs', async () => {
    const deleted = `${numPr(1)}<w:rPr><w:del w:id="1"/></w:rPr>`
    const gone = `<w:p><w:pPr>${deleted}</w:pPr><w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`
    const body = paragraph('甲', numPr(1)) + gone + paragraph('乙', numPr(1))
    const document = await readDocument({ body, numbering: THREE_LEVELS })
    expect(paragraphsOf(document)).toEqual(['一、甲', '二、乙'])
  })

  it('of a list that is not defined are empty', async () => {
    expect(await numbersOf('', [numPr(9)])).toEqual([''])
  })

  it('are read in cells too, alone or before a text', async () => {
    const numbered = (text: string) => `<w:tc>${paragraph(text, numPr(1, 2))}</w:tc>`
    const body = table(2, row(numbered('属于国家秘密') + cell('0')), row(numbered('') + cell('1')))
    const document = await readDocument({ body, numbering: THREE_LEVELS })
    expect(tablesOf(document).map(draw)).toEqual([['1.属于国家秘密|0', '2.?|1']])
  })

  it('of further paragraphs in a cell stand before their lines', async () => {
    const numbered = (text: string) => paragraph(text, numPr(1, 2))
    const blocks = paragraph('') + numbered('甲') + numbered('乙') + paragraph('丙')
    const body = table(2, row(rawCell(blocks) + cell('0')))
    const document = await readDocument({ body, numbering: THREE_LEVELS })
    expect(tablesOf(document)[0]?.cells[0]).toMatchObject({
      numbering: '1.',
      text: '\n甲\n2.乙\n丙',
    })
  })
})

describe('headings', () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文标题"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="derived"><w:basedOn w:val="own"/></w:style>'

  it.each([
    ['its own outline level', '<w:outlineLvl w:val="2"/>', 3],
    ["Word's own heading style", '<w:pStyle w:val="1"/>', 1],
    ['a style with an outline level', '<w:pStyle w:val="own"/>', 2],
    ['a style based on such a style', '<w:pStyle w:val="derived"/>', 2],
    ['body text in a heading style', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', 0],
    ['plain text', '', 0],
    ['a style that is not defined', '<w:pStyle w:val="none"/>', 0],
  ])('know their level from %s', async (_, properties, expected) => {
    const document = await readDocument({ body: paragraph('x', properties), styles })
    expect(document.blocks[0]).toMatchObject({ level: expected })
  })
})
