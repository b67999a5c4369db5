import { describe, expect, it } from 'vitest'
import {
  cell,
  link,
  paragraph,
  rawCell,
  rawParagraph,
  row,
  run,
  table,
} from '../../../test/builders/docx.ts'
import { outline, readDocument } from '../../../test/builders/docx-reading.ts'

const style = (type: string, id: string, properties: string) =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${properties}</w:rPr></w:style>`

const STYLES = [
  style('character', 'Struck', '<w:strike/>'),
  style('character', 'Mark', '<w:vertAlign w:val="superscript"/>'),
  style('paragraph', 'Pale', '<w:color w:val="FFFFFF"/>'),
  '<w:style w:type="table" w:styleId="Dark"><w:name w:val="Dark"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>',
].join('')

/** How a table cell around these runs reads, `?` behind what is in doubt. */
async function cellOf(runs: string, cellProperties = '', tableStyle = ''): Promise<string> {
  const body = table(2, row(rawCell(rawParagraph(runs), cellProperties) + cell('b'))).replace(
    '<w:tblPr/>',
    `<w:tblPr>${tableStyle}</w:tblPr>`,
  )
  const [drawn] = outline(await readDocument({ body, styles: STYLES }))
  return (drawn?.[0] ?? '').replace(/\|b$/, '')
}

const WHITE = '<w:color w:val="FFFFFF"/>'
const shaded = (fill: string, pattern = 'clear') => `<w:shd w:val="${pattern}" w:fill="${fill}"/>`

describe('text that a person reads otherwise than it is stored is in doubt', () => {
  it.each([
    ['struck out by a character style', run('8', '<w:rStyle w:val="Struck"/>') + run('12')],
    ['raised by a character style', run('12') + run('1', '<w:rStyle w:val="Mark"/>')],
    ['raised by a measure', run('12') + run('1', '<w:position w:val="6"/>')],
    ['as small as dust', run('12') + run('9', '<w:sz w:val="2"/>')],
    ['white on nothing', run('12') + run('9', WHITE)],
    ['nearly white', run('12') + run('9', '<w:color w:val="FEFEFE"/>')],
    ['white on white', run('12') + run('9', WHITE + shaded('FFFFFF'))],
    ['in a font of little pictures', run('12', '<w:rFonts w:ascii="Wingdings"/>')],
    ['written from right to left', `<w:bdo w:val="rtl">${run('12')}</w:bdo>`],
    ['turned round by a character', run('1\u202e2')],
  ])('%s', async (_, runs) => {
    expect(await cellOf(runs)).toMatch(/\?$/)
  })

  it.each([
    ['black', run('12', '<w:color w:val="000000"/>'), '', ''],
    ['in the colour that Word chooses', run('12', '<w:color w:val="auto"/>'), '', ''],
    ['white on a dark cell', run('12', WHITE), shaded('1F3864'), ''],
    ['white on a pattern', run('12', WHITE), shaded('auto', 'pct25'), ''],
    ['white on a dark run', run('12', WHITE + shaded('000000')), '', ''],
    ['white under a marker', run('12', `${WHITE}<w:highlight w:val="blue"/>`), '', ''],
    ['white in a table whose style is dark', run('12', WHITE), '', '<w:tblStyle w:val="Dark"/>'],
    ['shifted by a hair', run('12', '<w:position w:val="2"/>'), '', ''],
    [
      'struck out and then not',
      run('12', '<w:rStyle w:val="Struck"/><w:strike w:val="0"/>'),
      '',
      '',
    ],
  ])('but not what is %s', async (_, runs, properties, tableStyle) => {
    expect(await cellOf(runs, properties, tableStyle)).toBe('12')
  })

  it('white by its paragraph style', async () => {
    const blocks = paragraph('12', '<w:pStyle w:val="Pale"/>')
    const body = table(2, row(rawCell(blocks) + cell('b')))
    expect(outline(await readDocument({ body, styles: STYLES }))).toEqual([['12?|b']])
  })
})

describe('a field whose result stands nowhere in the file is in doubt', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
  it.each([
    [
      'a digit in a circle',
      mark('begin') + instruction('e') + instruction('q \\o(○,1)') + mark('end'),
    ],
    ['a symbol', mark('begin') + instruction('SYMBOL 49') + mark('separate') + mark('end')],
  ])('%s', async (_, runs) => {
    expect(await cellOf(runs)).toBe('?')
  })

  it('but not a mark for an index', async () => {
    const runs = mark('begin') + instruction(' XE "总计" ') + mark('end')
    expect(await cellOf(run('总计') + runs)).toBe('总计')
  })
})

describe('what is no text in a cell of numbers', () => {
  it('makes a blank cell doubtful where it is a picture that floats over it', async () => {
    const picture =
      '<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    const body = table(
      2,
      row(rawCell(rawParagraph(picture)) + rawCell(rawParagraph(run('3') + picture))),
    )
    const links = link('rId9', 'image', 'media/1.png')
    expect(outline(await readDocument({ body, links }))).toEqual([['?|3']])
  })

  it('makes a number doubtful where an automatic number stands before it', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const numbered = (text: string) =>
      rawCell(paragraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
    const body = table(3, row(numbered('') + numbered('5') + numbered('维持')))
    expect(outline(await readDocument({ body, numbering }))).toEqual([['1.?|2.5?|3.维持']])
  })

  it('is read as the sign that its font shows, in a symbol and in the private area alike', async () => {
    const old = run('\uf0fc', '<w:rFonts w:ascii="Wingdings"/>')
    const today = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    expect(await cellOf(old + today)).toBe('✓✓')
    expect(await cellOf(run('\uf041', '<w:rFonts w:ascii="Wingdings"/>'))).toMatch(/\?$/)
  })
})
