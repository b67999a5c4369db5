import { describe, expect, it } from 'vitest'
import { draw, outline, tablesOf } from '../../../test/builders/docx-reading.ts'
import {
  buildFlatOdt,
  buildOdt,
  type OdtParts,
  odfCell,
  odfParagraph,
  odfRow,
  odfTable,
} from '../../../test/builders/odt.ts'
import { printedReport } from '../../../test/builders/printed-report.ts'
import { randomReport } from '../../../test/builders/random-report.ts'
import { differences, readBack } from '../../../test/builders/read-back.ts'
import { readResult, viewResult } from '../../../test/builders/read-result.ts'
import { type OdtOptions, toOdt } from '../../../test/builders/write-odt.ts'
import { buildZip } from '../../../test/builders/zip.ts'
import { odtReader } from './odt-reader.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const BROKEN = { code: 'damaged', reason: 'broken' }

async function errorOf(bytes: Uint8Array): Promise<unknown> {
  const read = await readResult(odtReader, bytes)
  return read.ok ? 'was read' : read.error
}

const errorOfBody = (parts: OdtParts): Promise<unknown> => errorOf(buildOdt(parts))

describe('a report', () => {
  const LAYOUTS: readonly (readonly [string, OdtOptions])[] = [
    ['as LibreOffice writes it', {}],
    ['in a flat file', { container: 'flat' }],
    ['numbered by lists', { numbering: 'list' }],
    ['numbered by the outline', { numbering: 'outline' }],
    ['without places for covered cells', { merges: 'left-out' }],
    ['without merged cells', { merges: 'empty-cells' }],
    ['with repeated cells and rows', { repeated: true }],
    ['with tables in sections', { around: 'section' }],
    ['with tables in text boxes', { around: 'text-box' }],
    ['with tables in a layout table', { around: 'layout-table' }],
    ['full of revisions and hidden text', { revised: true }],
    ['with a span for each character', { brokenSpans: true, repeated: true }],
  ]

  it.each(LAYOUTS)('%s is read cell for cell', async (_, options) => {
    for (const seed of [1, 2, 3, 4]) {
      const truth = randomReport(seed)
      const bytes = toOdt(printedReport(truth), options)
      const { report } = await readBack({ name: '年报.odt', bytes })
      expect(differences(truth, report)).toEqual([])
    }
  })
})

describe('the XML of a file', () => {
  it('may use any prefixes', async () => {
    const xml = Buffer.from(
      buildFlatOdt({ body: odfTable(odfRow(odfCell('总计'), odfCell('3'))) }),
    ).toString()
    const renamed = xml.replace(/(<\/?|xmlns:| )(text|table|office)(?==|:[a-z])/g, '$1my-$2')
    const read = await readResult(odtReader, utf8(renamed))
    expect(read.ok && tablesOf(read.value).map(draw)).toEqual([['总计|3']])
  })

  it('may have a mark, be UTF-16, and have comments and CDATA in its text', async () => {
    const xml = Buffer.from(buildFlatOdt({ body: '<text:p>一<!-- x --><![CDATA[<二>]]></text:p>' }))
    for (const bytes of [
      utf8(`\ufeff${xml}`),
      Buffer.from(`\ufeff${xml.toString().replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    ]) {
      const read = await readResult(odtReader, bytes)
      expect(read.ok && outline(read.value)).toEqual(['一<二>'])
    }
  })

  it('needs no styles', async () => {
    const bytes = buildZip([
      {
        name: 'content.xml',
        content: Buffer.from(buildFlatOdt({ body: odfParagraph('一') })).toString(),
      },
    ])
    const read = await readResult(odtReader, bytes)
    expect(read.ok && outline(read.value)).toEqual(['一'])
  })
})

describe('what is not read', () => {
  const encrypted = (path: string): string =>
    `<manifest:file-entry manifest:full-path="${path}"><manifest:encryption-data/></manifest:file-entry>`

  it('is a file with a password, whose parts or whole package are encrypted', async () => {
    const parts = [{ name: 'encrypted-package', content: 'x' }]
    expect(await errorOfBody({ manifest: encrypted('content.xml') })).toEqual({ code: 'encrypted' })
    expect(await errorOfBody({ manifest: encrypted('encrypted-package'), parts })).toEqual({
      code: 'encrypted',
    })
  })

  it.each([
    [
      'a workbook',
      'office:text',
      'office:spreadsheet',
      { code: 'unsupported-type', extension: 'ods' },
    ],
    ['no content at all', 'office:text', 'office:nothing', BROKEN],
    ['another document', 'office:body', 'office:head', BROKEN],
    ['an undeclared prefix', 'office:text', 'nowhere:text', BROKEN],
  ])('is %s', async (_, from, to, error) => {
    const xml = Buffer.from(buildFlatOdt({ body: '' })).toString()
    expect(await errorOf(utf8(xml.replaceAll(from, to)))).toEqual(error)
  })

  it('is a file that is cut off, not well formed, or has a DTD', async () => {
    const zip = buildOdt({ body: odfParagraph('一') })
    const flat = Buffer.from(buildFlatOdt({ body: odfParagraph('一') }))
    expect(await errorOf(zip.subarray(0, -30))).toEqual(BROKEN)
    expect(await errorOf(flat.subarray(0, -30))).toEqual(BROKEN)
    expect(await errorOf(flat.subarray(0, 300))).toEqual(BROKEN)
    expect(await errorOfBody({ body: '<text:p>' })).toEqual(BROKEN)
    expect(await errorOf(utf8(`<!DOCTYPE x [<!ENTITY a "b">]>${flat}`))).toEqual({
      code: 'damaged',
      reason: 'hostile',
    })
    expect(await errorOf(buildZip([{ name: 'mimetype', content: 'x' }]))).toEqual(BROKEN)
  })
})

describe('limits', () => {
  const tooLarge = (limit: string) => ({ code: 'too-large', limit })
  const cell = (attributes: string): string => odfCell('0', attributes)

  it.each([
    [
      'rows that are repeated',
      odfTable(
        '<table:table-row table:number-rows-repeated="999999999"><table:table-cell/></table:table-row>',
      ),
      'table',
    ],
    [
      'cells that are repeated',
      odfTable(odfRow(cell('table:number-columns-repeated="1048576"'))),
      'table',
    ],
    [
      'rows of repeated tables',
      odfTable(
        `<table:table-row table:number-rows-repeated="10000"><table:table-cell>${odfTable(odfRow(cell('')), odfRow(cell('')), odfRow(cell('')))}</table:table-cell></table:table-row>`,
      ),
      'table',
    ],
    [
      'merges without end',
      odfTable(
        odfRow(
          ...Array.from({ length: 1000 }, () =>
            cell('table:number-rows-spanned="99999" table:number-columns-spanned="99999"'),
          ),
        ),
      ),
      'table',
    ],
    ['spaces that are counted', '<text:p>一<text:s text:c="999999999"/></text:p>', 'unpacked'],
    [
      'elements inside one another',
      `<text:p>${'<text:span>'.repeat(600)}${'</text:span>'.repeat(600)}</text:p>`,
      'nesting',
    ],
  ])('stop %s', async (_, body, limit) => {
    expect(await errorOfBody({ body })).toEqual(tooLarge(limit))
  })

  it('leave a table alone whose merges are longer than it is', async () => {
    const body = odfTable(
      odfRow(odfCell('A', 'table:number-rows-spanned="500"'), odfCell('B')),
      odfRow('<table:covered-table-cell/>', odfCell('1')),
    )
    const read = await readResult(odtReader, buildOdt({ body }))
    expect(read.ok && tablesOf(read.value).map(draw)).toEqual([['A|B', '^|1']])
  })
})

describe('the view', () => {
  const PNG = Buffer.from('89504e470d0a1a0a00', 'hex')

  it('shows numbers, emphasis and pictures, and has an element for every place', async () => {
    const automatic =
      '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>'
    const picture =
      '<draw:frame text:anchor-type="as-char"><draw:image xlink:href="Pictures/1.png"/></draw:frame>'
    const body = [
      `<text:list text:style-name="L"><text:list-item><text:h text:outline-level="1">总体<text:span text:style-name="B">情况</text:span></text:h></text:list-item></text:list>`,
      odfTable(
        odfRow(odfCell('总计', 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>'),
        odfRow(odfCell('a'), odfCell('3')),
      ),
      `<text:p>章${picture}</text:p>`,
    ].join('')
    const parts = [{ name: 'Pictures/1.png', content: PNG }]
    expect(await viewResult(odtReader, buildOdt({ body, automatic, parts }))).toEqual({
      ok: true,
      value:
        '<h1 id="p0">一、总体<strong>情况</strong></h1><table><tbody><tr><td id="t0-r0-c0" colspan="2"><p>总计</p></td></tr><tr><td id="t0-r1-c0"><p>a</p></td><td id="t0-r1-c1"><p>3</p></td></tr></tbody></table><p id="p1">章<img alt="图片" src="data:image/png;base64,iVBORw0KGgoA"></p>',
    })
  })

  it('shows no links, and markup in the text as text', async () => {
    const body =
      '<text:p>&lt;script&gt;<text:a xlink:href="javascript:alert(1)">点</text:a></text:p>'
    expect(await viewResult(odtReader, buildFlatOdt({ body }))).toEqual({
      ok: true,
      value: '<p id="p0">&lt;script&gt;点</p>',
    })
  })
})
