import type { PdfObject } from './pdf-file.ts'
import type { HardCase } from './pdf-hard-cases.ts'
import { number, picture } from './pdf-raw-page.ts'

const ANNOTS = '/Annots [10 0 R]'
const FIELDS =
  '/AcroForm << /Fields [10 0 R] /NeedAppearances true /DA (/H 10 Tf 0 g) /DR << /Font << /H 8 0 R >> >> >>'
const FIELD = '/Subtype /Widget /FT /Tx /T (a) /V (12) /DA (/H 10 Tf 0 g)'
const DRAWN = '/AP << /N 11 0 R >>'

const note = (entries: string): PdfObject => ({
  body: `<< /Type /Annot /Rect [205 682 260 698] ${entries} >>`,
})

const form = (stream: string, entries = ''): PdfObject => ({
  body:
    '<< /Type /XObject /Subtype /Form /BBox [0 0 55 16] ' +
    `/Resources << /Font << /F 3 0 R /H 8 0 R >> /XObject << /Im 12 0 R >> >> ${entries} >>`,
  stream,
})

const TWELVE = 'BT /H 10 Tf 5 4 Td (12) Tj ET '
const WHITE_BOX = '1 g 0 0 55 16 re f 0 g '

const layers = (state: string) => `/OCProperties << /OCGs [10 0 R] /D << ${state} >> >>`
const LAYER: PdfObject = { body: '<< /Type /OCG /Name (Layer) >>' }
const ON_LAYER = {
  resources: '/Properties << /L 10 0 R >>',
  cell: `/OC /L BDC ${number('99')} EMC`,
  objects: [LAYER],
}

/** Form fields, notes and layers. */
export const NOTE_CASES: readonly HardCase[] = [
  ['a form field with its picture', '12', 'doubt', field(`${FIELD} /F 4 ${DRAWN}`, TWELVE)],
  ['a form field without a picture', '12', 'doubt', field(`${FIELD} /F 4`)],
  [
    'a form field of an empty picture',
    '12',
    'doubt',
    field(`${FIELD} /F 4 ${DRAWN}`, '/Tx BMC EMC'),
  ],
  [
    'a form field over a number',
    '12',
    'doubt',
    { ...field(`${FIELD} /F 4 ${DRAWN}`, WHITE_BOX + TWELVE), cell: number('99') },
  ],
  ['a hidden form field', '', 'certain', field(`${FIELD} /F 2 ${DRAWN}`, TWELVE)],
  ['a free text over a number', '12', 'doubt', noted('/Subtype /FreeText', WHITE_BOX + TWELVE)],
  [
    'a free text without a picture',
    '12',
    'doubt',
    {
      page: ANNOTS,
      objects: [note('/Subtype /FreeText /F 4 /Contents (12) /DA (/H 10 Tf 0 g)')],
    },
  ],
  ['a white note over a number', '', 'doubt', noted('/Subtype /Square /IC [1 1 1]', WHITE_BOX)],
  [
    'a white note without a picture of its own',
    '',
    'doubt',
    {
      page: ANNOTS,
      cell: number('99'),
      objects: [note('/Subtype /Square /F 4 /IC [1 1 1] /C [1 1 1] /BS << /W 1 >>')],
    },
  ],
  [
    'a stamp that is a picture over a number',
    '',
    'doubt',
    noted('/Subtype /Stamp', 'q 55 0 0 16 0 0 cm /Im Do Q'),
  ],
  [
    'a note that strikes a number out',
    'struck',
    'doubt',
    {
      page: ANNOTS,
      cell: number('99'),
      objects: [
        note('/Subtype /StrikeOut /F 4 /C [1 0 0] /QuadPoints [209 696 222 696 209 684 222 684]'),
      ],
    },
  ],
  ['a layer that is off', '', 'certain', { ...ON_LAYER, catalog: layers('/OFF [10 0 R]') }],
  [
    'layers that are off unless named',
    '',
    'certain',
    { ...ON_LAYER, catalog: layers('/BaseState /OFF') },
  ],
  ['a layer that is on', '99', 'certain', { ...ON_LAYER, catalog: layers('') }],
  [
    'a form on a layer that is off',
    '',
    'certain',
    {
      catalog: layers('/OFF [10 0 R]'),
      resources: '/XObject << /X 11 0 R >>',
      cell: 'q 1 0 0 1 205 682 cm /X Do Q',
      objects: [LAYER, form(TWELVE, '/OC 10 0 R'), picture()],
    },
  ],
  [
    'a note on a layer that is off',
    '',
    'certain',
    {
      page: '/Annots [13 0 R]',
      catalog: layers('/OFF [10 0 R]'),
      objects: [
        LAYER,
        form(TWELVE),
        picture(),
        note(`/Subtype /FreeText /F 4 /OC 10 0 R ${DRAWN}`),
      ],
    },
  ],
]

function field(entries: string, stream = ''): HardCase[3] {
  return { page: ANNOTS, catalog: FIELDS, objects: [note(entries), form(stream), picture()] }
}

function noted(entries: string, stream: string): HardCase[3] {
  const objects = [note(`${entries} /F 4 /Contents (12) ${DRAWN}`), form(stream), picture()]
  return { page: ANNOTS, cell: number('99'), objects }
}
