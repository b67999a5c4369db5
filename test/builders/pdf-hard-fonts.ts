import type { PdfObject } from './pdf-file.ts'
import type { HardCase } from './pdf-hard-cases.ts'
import { shown } from './pdf-raw-page.ts'

const OWN = '/T 10 0 R'
const chinese = (encoding: string, codes: string): HardCase[3] => ({
  cell: `BT /T 10 Tf 210 686 Td <${codes}> Tj ET `,
  fonts: OWN,
  objects: [
    {
      body: `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
    },
  ],
})

/** A font whose two glyphs, both a bar, are drawn by the file itself; they have the codes of 1 and 2. */
const drawn = (first: string, second: string, ...map: readonly PdfObject[]): HardCase[3] => ({
  cell: 'BT /T 10 Tf 210 686 Td (12) Tj ET ',
  fonts: OWN,
  objects: [
    {
      body:
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >> ' +
        `/FirstChar 49 /LastChar 50 /Widths [500 500] /CharProcs << /${first} 11 0 R /${second} 11 0 R >> ` +
        `/Encoding << /Type /Encoding /Differences [49 /${first} /${second}] >> ${map.length > 0 ? '/ToUnicode 12 0 R' : ''} >>`,
    },
    { body: '<< >>', stream: '500 0 0 0 500 700 d1 200 0 100 700 re f' },
    ...map,
  ],
})

const FIVE_AND_SIX: PdfObject = {
  body: '<< >>',
  stream:
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def ' +
    '1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <31> <0035> <32> <0036> endbfchar endcmap end end',
}

const latin = (operators: string): HardCase[3] => ({ cell: `BT /H 10 Tf ${operators} ET ` })

/** Fonts and placings as print drivers and WPS write them. */
export const FONT_CASES: readonly HardCase[] = [
  ['letters of GBK', '12', 'certain', chinese('GBK-EUC-H', '3132')],
  ['wide letters of GBK', '１２', 'certain', chinese('GBK-EUC-H', 'A3B1A3B2')],
  ['letters of GB 2312', '12', 'certain', chinese('GB-EUC-H', '3132')],
  ['letters of Unicode', '12', 'certain', chinese('UniGB-UTF16-H', '00310032')],
  ['digits of full width', '１２', 'certain', { cell: shown(210, 686, '１２') }],
  ['drawn glyphs named as digits', '12', 'certain', drawn('one', 'two')],
  ['drawn glyphs that are numbered', 'bars', 'doubt', drawn('g51', 'g52')],
  [
    'drawn glyphs that are numbered, with a map',
    '56',
    'certain',
    drawn('g51', 'g52', FIVE_AND_SIX),
  ],
  ['a negative size turned back', '12', 'certain', latin('/H -10 Tf -1 0 0 -1 210 686 Tm (12) Tj')],
  ['narrowed to sixty per cent', '12', 'certain', latin('60 Tz 210 686 Td (12) Tj 100 Tz')],
  ['mirrored', 'mirrored', 'doubt', latin('-1 0 0 1 230 686 Tm (12) Tj')],
  ['two numbers of two cells in one text', '2', 'certain', latin('185 686 Td [(1) -3000 (2)] TJ')],
  ['over the border of two cells', 'both', 'doubt', latin('194 686 Td (1234) Tj')],
  ['digits one over the other', 'blot', 'doubt', latin('210 686 Td [(1) 556 (2)] TJ')],
  ['digits from the last to the first', '12', 'certain', latin('215.56 686 Td [(2) 1112 (1)] TJ')],
]
