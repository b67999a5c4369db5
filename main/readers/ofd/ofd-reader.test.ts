import { describe, expect, it } from 'vitest'
import type { PdfMark, PdfRow } from '../../../test/builders/pdf.ts'
import { pdfTable } from '../../../test/builders/pdf.ts'
import { drawn, paragraphsOf, tablesOf } from '../../../test/builders/pdf-reading.ts'
import { printedReport } from '../../../test/builders/printed-report.ts'
import { randomReport } from '../../../test/builders/random-report.ts'
import { differences, readBack } from '../../../test/builders/read-back.ts'
import { readResult, viewResult } from '../../../test/builders/read-result.ts'
import { type OfdOptions, ofdFile, toOfd } from '../../../test/builders/write-ofd.ts'
import { buildZip } from '../../../test/builders/zip.ts'
import { ofdReader } from './ofd-reader.ts'

const row = (...texts: readonly string[]): PdfRow => ({ cells: texts.map((text) => ({ text })) })

const ROWS = [row('信息内容', '制发件数'), row('规章', '0'), row('规范性文件', '12')]
const ROWS_DRAWN = ['信息内容 | 制发件数', '规章 | 0', '规范性文件 | 12']

const MARKS: readonly PdfMark[] = [
  { kind: 'text', x: 72, y: 72, text: '二、主动公开政府信息情况' },
  ...pdfTable({ x: 72, y: 100, columnWidths: [120, 80], rows: ROWS }),
]

async function read(bytes: Uint8Array) {
  const document = await readResult(ofdReader, bytes)
  if (!document.ok) throw new Error(JSON.stringify(document.error))
  return document.value
}

async function errorOf(bytes: Uint8Array): Promise<string> {
  const document = await readResult(ofdReader, bytes)
  return document.ok ? 'was read' : document.error.code
}

/** One page whose only layer holds these objects. */
const pageOf = (objects: string, resources = ''): Uint8Array =>
  buildZip([
    {
      name: 'OFD.xml',
      content: '<OFD><DocBody><DocRoot>/D/Document.xml</DocRoot></DocBody></OFD>',
    },
    {
      name: 'D/Document.xml',
      content:
        '<Document><CommonData><DocumentRes>../R/Res.xml</DocumentRes></CommonData><Pages><Page BaseLoc="./P.xml"/></Pages></Document>',
    },
    { name: 'r/res.XML', content: `<Res>${resources}</Res>` },
    {
      name: 'D/P.xml',
      content: `<Page><Area><PhysicalBox>10 10 100 50</PhysicalBox></Area><Content><Layer>${objects}</Layer></Content></Page>`,
    },
  ])

const textObject = (text: string, attributes = '', inner = ''): string =>
  `<TextObject Boundary="20 20 60 10" Size="5" ${attributes}>${inner}<TextCode X="0" Y="5">${text}</TextCode></TextObject>`

const WHITE = '<FillColor Value="255 255 255"/>'

describe('ofdReader', () => {
  it.each<[string, OfdOptions]>([
    ['one text a line', {}],
    ['one text a character', { unit: 'glyph' }],
    ['steps written short', { shortSteps: true }],
    ['objects under a transform', { transforms: true }],
    ['lines on a template page', { template: true }],
    ['names without a prefix', { prefix: '' }],
  ])('reads paragraphs and ruled tables: %s', async (_, options) => {
    const document = await read(ofdFile([{ marks: MARKS }], options))
    expect(paragraphsOf(document)).toEqual(['二、主动公开政府信息情况'])
    expect(tablesOf(document).map(drawn)).toEqual([ROWS_DRAWN])
    expect(document.format).toBe('ofd')
  })

  it.each([3, 4, 5, 6])('reads report %i back cell for cell, over pages', async (seed) => {
    const truth = randomReport(seed)
    const bytes = toOfd(printedReport(truth), { repeatsHead: seed % 2 === 0 })
    const { report, findings } = await readBack({ name: '年报.ofd', bytes })
    expect(differences(truth, report)).toEqual([])
    expect(findings).toEqual([])
  })

  it('follows locations from the root, from the part and upwards, whatever their capitals', async () => {
    expect(paragraphsOf(await read(pageOf(textObject('总体情况'))))).toEqual(['总体情况'])
  })

  it('reads a drawing that is used as one object', async () => {
    const unit = `<CompositeGraphicUnits><CompositeGraphicUnit ID="8"><Content>${textObject('其他')}</Content></CompositeGraphicUnit></CompositeGraphicUnits>`
    const use = '<CompositeObject ResourceID="8" Boundary="5 5 60 10"/>'
    expect(paragraphsOf(await read(pageOf(use, unit)))).toEqual(['其他'])
  })

  it.each([
    ['made invisible', textObject('暗', 'Visible="false"')],
    ['wholly transparent', textObject('暗', 'Alpha="0"')],
    ['white on paper', textObject('暗', '', WHITE)],
  ])('leaves out and counts a text %s', async (_, hidden) => {
    const document = await read(pageOf(textObject('明') + hidden))
    expect(paragraphsOf(document)).toEqual(['明'])
    expect(document.notes).toContainEqual({ kind: 'hidden-text', count: 1 })
  })

  it.each([
    ['grey', textObject('暗', '', '<FillColor ColorSpace="7" Value="255"/>')],
    ['of ink', textObject('暗', '', '<FillColor ColorSpace="8" Value="0 0 0 0"/>')],
    ['in hexadecimal', textObject('暗', '', '<FillColor Value="#ff #ff #ff"/>')],
    ['nearly', textObject('暗', '', '<FillColor Value="252 255 250"/>')],
  ])('leaves out a text that is white in another way: %s', async (_, hidden) => {
    const spaces =
      '<ColorSpaces><ColorSpace ID="7" Type="GRAY"/><ColorSpace ID="8" Type="CMYK"/></ColorSpaces>'
    const document = await read(pageOf(textObject('明') + hidden, spaces))
    expect(paragraphsOf(document)).toEqual(['明'])
  })

  const CELL = 'M 10 10 L 110 10 L 110 60 L 10 60 C'
  const surface = (colour: string, attributes = ''): string =>
    `<PathObject Boundary="0 0 110 60" Fill="true" Stroke="false" ${attributes}><FillColor ${colour}/><AbbreviatedData>${CELL}</AbbreviatedData></PathObject>`

  it.each([
    ['a white surface', surface('Value="255 255 255"')],
    ['a coloured surface', surface('Value="200 220 255"')],
  ])('leaves out and counts a text under %s', async (_, over) => {
    const document = await read(pageOf(textObject('暗') + over + textObject('明')))
    expect(paragraphsOf(document)).toEqual(['明'])
    expect(document.notes).toContainEqual({ kind: 'hidden-text', count: 1 })
  })

  it.each([
    ['under a thin veil', surface('Value="255 255 0"', 'Alpha="100"')],
    ['before it', ''],
  ])('keeps a text that is seen %s', async (_, over) => {
    const document = await read(pageOf(surface('Value="255 255 255"') + textObject('明') + over))
    expect(paragraphsOf(document)).toEqual(['明'])
    expect(document.notes).toEqual([])
  })

  it('leaves out what a clip cuts off', async () => {
    const clips = (data: string) =>
      `<Clips><Clip><Area><Path><AbbreviatedData>${data}</AbbreviatedData></Path></Area></Clip></Clips>`
    const seen = textObject('明', '', clips('M 0 0 L 60 0 L 60 10 L 0 10 C'))
    const cut = textObject('暗', '', clips('M 50 0 L 60 0 L 60 10 L 50 10 C'))
    expect(paragraphsOf(await read(pageOf(seen + cut)))).toEqual(['明'])
  })

  it('begins a piece of text that names no place where the one before it began', async () => {
    const pieces =
      '<TextObject Boundary="20 20 60 10" Size="5"><TextCode X="3" Y="5">甲</TextCode><TextCode X="8">乙</TextCode></TextObject>'
    expect(paragraphsOf(await read(pageOf(pieces)))).toEqual(['甲乙'])
  })

  it('refuses a page with more objects than it will paint, instead of leaving some out', async () => {
    expect(await errorOf(pageOf('<PathObject/>'.repeat(500_001) + textObject('明')))).toBe(
      'too-large',
    )
  })

  it('takes a path of very many pieces', async () => {
    const data = 'M 10 10 L 20 10 '.repeat(150_000)
    const path = `<PathObject Boundary="0 0 110 60"><AbbreviatedData>${data}</AbbreviatedData></PathObject>`
    expect(paragraphsOf(await read(pageOf(path + textObject('明'))))).toEqual(['明'])
  })

  it('reads white text on a dark ground', async () => {
    const ground =
      '<PathObject Boundary="0 0 110 60" Fill="true" Stroke="false"><AbbreviatedData>M 10 10 L 110 10 L 110 60 L 10 60 C</AbbreviatedData></PathObject>'
    const document = await read(pageOf(ground + textObject('明', '', WHITE)))
    expect(paragraphsOf(document)).toEqual(['明'])
  })

  it.each([
    ['no document', buildZip([{ name: 'OFD.xml', content: '<OFD/>' }]), 'damaged'],
    [
      'a part that is not there',
      buildZip([
        { name: 'OFD.xml', content: '<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>' },
      ]),
      'damaged',
    ],
    ['XML cut off', buildZip([{ name: 'OFD.xml', content: '<OFD><DocBody>' }]), 'damaged'],
    [
      'a DTD',
      buildZip([
        { name: 'OFD.xml', content: '<!DOCTYPE OFD [<!ENTITY a "b">]><OFD><DocBody/></OFD>' },
      ]),
      'damaged',
    ],
    [
      'encryption',
      buildZip([
        { name: 'OFD.xml', content: '<OFD/>' },
        { name: 'Encryptions.xml', content: '<Encryptions/>' },
      ]),
      'encrypted',
    ],
    ['only a picture', pageOf('<ImageObject Boundary="0 0 100 50"/>'), 'no-text-layer'],
    [
      'elements too deep',
      pageOf('<PageBlock>'.repeat(200) + '</PageBlock>'.repeat(200)),
      'too-large',
    ],
  ])('refuses a file with %s', async (_, bytes, code) => {
    expect(await errorOf(bytes)).toBe(code)
  })

  it('refuses a drawing that holds itself', async () => {
    const inner = '<CompositeObject ResourceID="8" Boundary="0 0 9 9"/>'
    const unit = `<CompositeGraphicUnits><CompositeGraphicUnit ID="8"><Content>${textObject('环')}${inner}</Content></CompositeGraphicUnit></CompositeGraphicUnits>`
    expect(await errorOf(pageOf(inner, unit))).toBe('too-large')
  })
})

describe('the view of an OFD file', () => {
  it('has one element for every place, at the place of the cell', async () => {
    const bytes = ofdFile([{ marks: MARKS }])
    const document = await read(bytes)
    const view = await viewResult(ofdReader, bytes)
    if (!view.ok) throw new Error(view.error.code)
    const places = document.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.at : block.cells.flatMap(({ at }) => at),
    )
    expect(places).toHaveLength(7)
    for (const place of places)
      expect(view.value.split(`id="${place.kind === 'element' ? place.id : '?'}"`)).toHaveLength(2)
    expect(view.value).toContain('left:72pt')
  })

  it('shows every text, and nothing of it as markup', async () => {
    const marks: readonly PdfMark[] = [
      { kind: 'text', x: 72, y: 72, text: '<img src=x onerror=alert(1)>&amp;' },
    ]
    const view = await viewResult(ofdReader, ofdFile([{ marks }]))
    expect(view.ok && view.value).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;amp;')
    expect(view.ok && view.value).not.toContain('<img')
  })
})
