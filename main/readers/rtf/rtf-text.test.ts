import { describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../../test/builders/docx-reading.ts'
import {
  drawRtf,
  readRtf,
  rtfErrorOf,
  rtfFile,
  rtfRow,
} from '../../../test/builders/rtf-reading.ts'

const textOf = async (body: string): Promise<readonly string[]> =>
  paragraphsOf(await readRtf(`${body}\\par`))

describe('characters', () => {
  it.each([
    ['a Unicode number with its one-byte twin', '\\u20449?\\u24687?', '信息'],
    ['a Unicode number with its GBK twin', "\\uc2\\u20449\\'d0\\'c5\\u24687\\'cf\\'a2", '信息'],
    ['a two-byte twin that the file counts as one', "\\u20449\\'d0\\'c5\\u24687\\'cf\\'a2", '信息'],
    ['no twin at all', '\\uc0\\u20449\\u24687 12', '信息12'],
    ['a twin that ends with its group', '{\\uc2\\u20449}12', '信12'],
    ['a negative number', '\\u-230?', '：'],
    ['a character of two numbers', '\\u-10179?\\u-8950?', '\u{1f50a}'],
    ['GBK bytes of a Chinese font', "\\f1\\'d0\\'c5\\'cf\\'a2", '信息'],
    ['GBK bytes broken by a line end of the file', "\\f1\\'d0\r\n\\'c5\\'cf\\'a2", '信息'],
    ['a GBK character whose second byte is ASCII', "\\f1\\'e9F", '镕'],
    ['GBK bytes in a western font of a Chinese file', "\\f0\\'d0\\'c5\\'cf\\'a2", '信息'],
    ['GBK bytes as they are', '\\f1\u00d0\u00c5', '信'],
    ['the East Asian font of mixed text', "\\loch\\af0\\hich\\af0\\dbch\\f1 \\'d0\\'c5", '信'],
    ['the Unicode half of a pair', '{\\upr{wrong}{\\*\\ud{\\u20449?}}}', '信'],
    ['named signs', '\\lquote a\\rquote\\emdash b\\~c\\_d\\-e\\bullet', '‘a’—b\u00a0c-de•'],
    ['escaped signs', '\\{1\\}\\\\', '{1}\\'],
    ['tabs and line breaks', 'a\\tab b\\line c', 'a\tb\nc'],
    ['known signs of a symbol font', "{\\f3\\'fc}{\\f2\\'b4}\\u-3844?", '✓×'],
    ['a field SYMBOL', '{\\field{\\*\\fldinst SYMBOL 252 \\\\f "Wingdings"}{\\fldrslt }}', '✓'],
  ])('are read from %s', async (_, body, expected) => {
    expect(await textOf(body)).toEqual([expected])
  })
})

describe('what is no text of the document', () => {
  it.each([
    ['tables and facts of the file', '{\\info{\\title x}}{\\stylesheet{\\s1 x;}}{\\colortbl;}'],
    ['headers, footers and notes', '{\\headerl x}{\\footer x}{\\footnote x}'],
    ['what only some programs know', '{\\*\\unknown x}'],
    ['pictures', '{\\pict\\pngblip 89504e47}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}'],
    ['binary data', `{\\pict\\bin4 }{\\\\}`],
    ['bookmarks and index entries', '{\\*\\bkmkstart x}{\\xe{x}}{\\tc x}'],
    ['instructions of fields', '{\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 1}}'.replace('1', '')],
  ])('leaves out %s', async (_, body) => {
    expect(await textOf(`1${body}2`)).toEqual(['12'])
  })

  it('keeps the results of fields, nested ones too', async () => {
    const inner = '{\\field{\\*\\fldinst PAGE}{\\fldrslt 2}}'
    expect(await textOf(`1{\\field{\\*\\fldinst IF ${inner}}{\\fldrslt{\\b ${inner}}}}3`)).toEqual([
      '123',
    ])
  })

  it('leaves hidden text out and says so', async () => {
    const document = await readRtf('1{\\v 9{\\b 9}}2{\\v 8}\\par')
    expect(paragraphsOf(document)).toEqual(['12'])
    expect(document.notes).toEqual([{ kind: 'hidden-text', count: 2 }])
  })

  it('reads tracked changes as accepted and says how many there are', async () => {
    const document = await readRtf('1{\\deleted 9}{\\revised 2}3{\\deleted\\par}4\\par')
    expect(paragraphsOf(document)).toEqual(['1234'])
    expect(document.notes).toEqual([{ kind: 'revisions', count: 3 }])
  })

  it('counts comments', async () => {
    const document = await readRtf('1{\\*\\atnid a}\\chatn{\\*\\annotation 9\\par}2\\par')
    expect(paragraphsOf(document)).toEqual(['12'])
    expect(document.notes).toEqual([{ kind: 'comments', count: 1 }])
  })
})

describe('paragraphs', () => {
  it('have their automatic numbers beside their text', async () => {
    const document = await readRtf('\\pard{\\listtext\\f1\\u19968?\\u12289?\\tab}1\\par')
    expect(document.blocks).toMatchObject([{ numbering: '一、', text: '1' }])
  })

  it('are headings by what they say, else by their style', async () => {
    const styles = '{\\stylesheet{\\s1\\outlinelevel0 a;}{\\s2 heading 2;}{Normal;}}'
    const body = `${styles}\\pard\\s1 1\\par\\pard\\s2 2\\par\\pard 3\\par\\pard\\s2\\outlinelevel2 4\\par`
    const { blocks } = await readRtf(body)
    const levels = blocks.map((block) => block.kind === 'paragraph' && block.level)
    expect(levels).toEqual([1, 2, 0, 3])
  })

  it('of a text box come after the one it hangs on, once', async () => {
    const box = '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 9}}{\\shptxt\\pard 2\\par 3\\par}}'
    const copy = '{\\shprslt{\\*\\do{\\dptxbxtext 2\\par 3\\par}}}}'
    expect(await textOf(`1${box}${copy}4`)).toEqual(['14', '2', '3'])
  })
})

describe('at the end of a text', () => {
  const box = '{\\shp{\\*\\shpinst{\\shptxt 2\\par}}}'

  it('a text box without a paragraph to hang on is read', async () => {
    expect(paragraphsOf(await readRtf(`1\\par ${box}`))).toEqual(['1', '2'])
  })

  it('and of a row, which is in doubt, and no other one', async () => {
    const behind = (last: string) => rtfRow(['1', '3']).replace('\\row', `${last}\\row`)
    const picture = behind('{\\pict 00}')
    expect(await drawRtf(picture + rtfRow(['4', '5']))).toEqual(['1?|3?', '4|5'])
    expect((await drawRtf(behind(box) + rtfRow(['4', '5']))).at(-1)).toMatch(/^4\|5/)
  })
})

describe('a cell is in doubt', () => {
  it.each([
    ['where text in it is hidden', '1{\\v 2}', '1?'],
    ['where text in it is raised', '1{\\super 2}', '12?'],
    ['where text in it is raised by a measure', '1{\\up6 2}', '12?'],
    ['where text in it is as small as dust', '1{\\fs2 2}', '12?'],
    ['where figures in it are white', '{\\colortbl;\\red255\\green255\\blue255;}1{\\cf1 2}', '12?'],
    ['where text in it is struck out', '1{\\strike 2}', '12?'],
    ['where it holds a picture', '1{\\pict 00}', '1?'],
    ['where it holds a formula', '{\\mmath 1}', '?'],
    ['where a sign is not known', "1{\\f3\\'21}", '1?'],
    ['where bytes are no characters', "1{\\f1\\'d0}", '1\ufffd?'],
    ['where half a character is lost', '1\\u-10162?', '1\ufffd?'],
    ['where an escape is none', "1\\'4", '14?'],
    ['where a field has no result', '{\\field{\\*\\fldinst EQ 1}}', '?'],
    ['where a digit is taken for the twin of a character', '\\u20449 12', '信2?'],
    ['where a word took in the number behind it', '\\f012', '?'],
    ['where a word is none that programs write', '\\fss1 2', '2?'],
    ['where the scraps of a word are left', 'fs1812', 'fs1812?'],
    ['where its paragraph begins behind its text', '-\\pard\\intbl 12', '-12?'],
    ['where a note for old programs holds text', '{\\nonesttables 1}2', '2?'],
    ['where a comma belongs to no number', ', 12', ', 12?'],
  ])('%s', async (_, text, drawn) => {
    const [row] = await drawRtf(rtfRow(['0', text]))
    expect(row).toBe(`0|${drawn}`)
  })

  it.each([
    ['marks of saving and of languages', '{\\insrsid9440741\\lang1033\\langfe2052 12}'],
    ['a word that the program writes often', '\\own1 \\own1 \\own1 12'],
    ['a Chinese label', "\\f1\\'d0\\'c5\\'cf\\'a2 12.5%"],
    ['an accepted change', '{\\deleted 9}{\\revised 12}'],
  ])('but not for %s', async (_, text) => {
    const [row = ''] = await drawRtf(rtfRow(['0', text]))
    expect(row).toMatch(/12[^?]*$/)
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['is cut off', '{\\rtf1 text'],
    ['is cut off inside binary data', '{\\rtf1{\\pict\\bin100 }}'],
    ['is cut off inside what is left out', '{\\rtf1{\\info x'],
    ['goes on behind its last brace', '{\\rtf1 text}\\par}'],
    ['is none', 'text'],
  ])('is broken where it %s', async (_, text) => {
    const error = await rtfErrorOf(Buffer.from(text, 'latin1'))
    expect(error).toEqual({ code: 'damaged', reason: 'broken' })
  })

  it('is too large where it has too many rows, tables or groups inside one another', async () => {
    const table = { code: 'too-large', limit: 'table' }
    const nesting = { code: 'too-large', limit: 'nesting' }
    expect(await rtfErrorOf(rtfFile('\\cell\\row'.repeat(20_001)))).toEqual(table)
    expect(await rtfErrorOf(rtfFile('\\itap999999999 1\\nestcell'))).toEqual(nesting)
    const deepBox = '{\\*\\shpinst{\\shptxt\\itap999999999 1}}'
    expect(await rtfErrorOf(rtfFile(deepBox))).toBe('was read')
    expect(await rtfErrorOf(rtfFile('{'.repeat(20_000) + '}'.repeat(20_000)))).toEqual(nesting)
  })

  it('is read at once, however many brackets are open in a cell', async () => {
    expect(await rtfErrorOf(rtfFile(rtfRow([`${'('.repeat(160_000)})`])))).toBe('was read')
  }, 5_000)

  it('is read whatever it has very many of', async () => {
    expect(await rtfErrorOf(rtfFile('\\intbl 1\\par'.repeat(150_000)))).toBe('was read')
    expect(await rtfErrorOf(rtfFile('\\trowd1\\cell\\row\\pard\\par'.repeat(20_000)))).toBe(
      'was read',
    )
  })

  it('may begin with white space or a byte order mark, and end with filling', async () => {
    const file = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf, 0x0d, 0x0a]),
      rtfFile('1\\par'),
      Buffer.alloc(10),
    ])
    expect(await rtfErrorOf(file)).toBe('was read')
  })
})
