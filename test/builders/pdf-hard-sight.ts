import type { HardCase } from './pdf-hard-cases.ts'
import { number, picture } from './pdf-raw-page.ts'

const WHITE_NUMBER = `1 g ${number('99')} 0 g`
const WHITE_BOX = '1 g 205 682 55 16 re f 0 g '
const PICTURE = { resources: '/XObject << /Im 10 0 R >>', objects: [picture()] }
const OVER_CELL = 'q 55 0 0 16 205 682 cm /Im Do Q '
const SHADING =
  '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [205 0 260 0] /Extend [true true] ' +
  '/Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >> >>'
const MASK =
  '<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> >>'

/** Numbers that the eye does not see, or not as the content has them. */
export const SIGHT_CASES: readonly HardCase[] = [
  ['white on white', '', 'doubt', { cell: WHITE_NUMBER }],
  [
    'white on white, a picture elsewhere',
    '',
    'doubt',
    { ...PICTURE, cell: WHITE_NUMBER, after: 'q 50 0 0 50 400 100 cm /Im Do Q' },
  ],
  ['black on black', '', 'doubt', { cell: `0 g 205 682 55 16 re f ${number('99')}` }],
  ['white on black', '99', 'certain', { cell: `0 g 205 682 55 16 re f ${WHITE_NUMBER}` }],
  ['very pale', 'pale', 'doubt', { cell: `0.93 g ${number('99')} 0 g` }],
  [
    'too faint to be seen',
    '',
    'certain',
    { cell: `/G gs ${number('99')}`, resources: '/ExtGState << /G << /ca 0.02 >> >>' },
  ],
  ['tiny', '', 'doubt', { cell: 'BT /H 0.5 Tf 210 686 Td (99) Tj ET ' }],
  ['a white box over it', '', 'doubt', { cell: number('99'), after: WHITE_BOX }],
  ['a black box over it', '', 'doubt', { cell: number('99'), after: '205 682 55 16 re f' }],
  [
    'another number on a white box over it',
    '12',
    'doubt',
    { cell: number('99'), after: WHITE_BOX + number('12') },
  ],
  ['a white picture over it', '', 'doubt', { ...PICTURE, cell: number('99'), after: OVER_CELL }],
  [
    'a picture of the content itself over it',
    '',
    'doubt',
    {
      cell: number('99'),
      after: 'q 55 0 0 16 205 682 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q ',
    },
  ],
  ['a picture under it', '99', 'doubt', { ...PICTURE, before: OVER_CELL, cell: number('99') }],
  [
    'a large picture under it',
    '99',
    'certain',
    { ...PICTURE, before: 'q 400 0 0 400 90 400 cm /Im Do Q', cell: number('99') },
  ],
  [
    'a large seal with a ground to look through over it',
    '99',
    'certain',
    {
      ...PICTURE,
      cell: number('99'),
      after: 'q 110 0 0 110 180 640 cm /Im Do Q',
      objects: [picture('/SMask 11 0 R'), picture()],
    },
  ],
  ['a picture of a number', 'picture', 'doubt', { ...PICTURE, cell: OVER_CELL }],
  [
    'a shading over it',
    '',
    'doubt',
    {
      cell: number('99'),
      after: 'q 205 682 55 16 re W n /Sh sh Q',
      resources: '/Shading << /Sh 10 0 R >>',
      objects: [{ body: SHADING }],
    },
  ],
  [
    'shown in no mode, as behind a scan',
    '',
    'certain',
    { cell: 'BT 3 Tr /H 10 Tf 210 686 Td (99) Tj ET ' },
  ],
  [
    'a clip that is painted through',
    '12',
    'doubt',
    { cell: 'q BT 7 Tr /H 10 Tf 210 686 Td (12) Tj ET 200 680 100 20 re f Q' },
  ],
  [
    'after a clip of letters elsewhere',
    '',
    'doubt',
    { cell: 'q BT 7 Tr /H 10 Tf 110 640 Td (1) Tj ET BT 0 Tr 210 686 Td (99) Tj ET Q' },
  ],
  ['cut off by a clip', '', 'doubt', { cell: `q 300 600 10 10 re W n ${number('99')} Q` }],
  ['half cut off by a clip', '1', 'doubt', { cell: `q 210 680 5.5 20 re W n ${number('12')} Q` }],
  [
    'behind a mask',
    '',
    'doubt',
    {
      cell: `q /G gs ${number('99')} Q`,
      resources: '/ExtGState << /G << /SMask << /S /Luminosity /G 10 0 R >> >> >>',
      objects: [{ body: MASK, stream: '0 g 0 0 595 842 re f' }],
    },
  ],
  [
    'a minus that is a line',
    '-12',
    'doubt',
    { cell: `0.6 w 205 689.5 m 209 689.5 l S ${number('12')}` },
  ],
  ['struck out', 'struck', 'doubt', { cell: `${number('12')} 0.6 w 208 689.5 m 223 689.5 l S` }],
  [
    'struck out by a thin bar',
    'struck',
    'doubt',
    { cell: `${number('12')} 208 689.2 15 0.6 re f` },
  ],
  ['crossed out', 'struck', 'doubt', { cell: `${number('12')} 0.6 w 208 684 m 223 696 l S` }],
  ['a line below', '12', 'certain', { cell: `${number('12')} 0.6 w 208 684.5 m 223 684.5 l S` }],
  [
    'a replacement text that says another',
    '12',
    'certain',
    { cell: `/Span << /ActualText (99) >> BDC ${number('12')} EMC` },
  ],
]
