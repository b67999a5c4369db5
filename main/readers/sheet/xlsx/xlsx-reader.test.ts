import { describe, expect, it } from 'vitest'
import { buildXlsx, type XlsxParts } from '../../../../test/builders/xlsx.ts'
import { buildZip } from '../../../../test/builders/zip.ts'
import { readWith, sketchBlocks } from '../../sketch-blocks.ts'
import { xlsxReader } from './xlsx-reader.ts'

const rows = (...cells: readonly string[]): string =>
  `<sheetData>${cells.map((inside) => `<row>${inside}</row>`).join('')}</sheetData>`

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`

async function sketch(content: string, parts: Partial<XlsxParts> = {}) {
  const document = await readWith(xlsxReader, buildXlsx({ sheets: [{ content }], ...parts }))
  return sketchBlocks(document.blocks)
}

/** What one cell shows beside a cell that makes its row a table. */
async function shown(cell: string, parts: Partial<XlsxParts> = {}): Promise<string | undefined> {
  const [table] = await sketch(rows(`${inline('a')}${cell}<c><v>1</v></c>`), parts)
  return typeof table === 'string' ? table : table?.[0]?.[1]
}

/** A text of two runs, the first with these properties. */
const runs = (properties: string): string =>
  `<c t="inlineStr"><is><r><rPr>${properties}</rPr><t>8</t></r><r><t>12</t></r></is></c>`

async function errorOf(bytes: Uint8Array) {
  const opened = await xlsxReader.open(bytes)
  return opened.ok ? undefined : opened.error
}

const BROKEN = { code: 'damaged', reason: 'broken' }

describe('a number that is seen as something else is in doubt', () => {
  const styles = [
    '<fonts><font/><font><color rgb="FFFFFFFF"/></font><font><strike/></font><font><color theme="0"/></font></fonts>',
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill></fills>',
    '<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="1" fillId="1"/><xf><alignment horizontal="fill"/></xf></cellXfs>',
  ].join('')
  it.each([
    ['white', '<c s="1"><v>12</v></c>', '12?'],
    ['struck out', '<c s="2"><v>12</v></c>', '12?'],
    ["in the colour of the theme's paper", '<c s="3"><v>12</v></c>', '12?'],
    ['repeated over the width of its cell', '<c s="5"><v>1</v></c>', '1?'],
    ['with a struck part', runs('<strike/>'), '812?'],
    ['with a raised part', runs('<vertAlign val="superscript"/>'), '812?'],
  ])('%s', async (_, cell, text) => {
    expect(await shown(cell, { styles })).toBe(text)
  })

  it.each([
    ['white on blue', '<c s="4"><v>12</v></c>', '12'],
    ['with a part that is not struck', runs('<strike val="0"/>'), '812'],
  ])('but not one %s', async (_, cell, text) => {
    expect(await shown(cell, { styles })).toBe(text)
  })

  it.each([
    ['white letters', '<font><color rgb="FFFFFFFF"/></font>', 'B1:C9', '2?'],
    ['another format', '<numFmt numFmtId="200" formatCode=";;;"/>', 'A9 B1', '2?'],
    ['white letters on red', '<font><color rgb="FFFFFFFF"/></font><fill/>', 'B1:C9', '2'],
    ['white letters elsewhere', '<font><color rgb="FFFFFFFF"/></font>', 'B2:C9', '2'],
  ])('where a condition may give it %s', async (_, format, place, text) => {
    const condition = `<conditionalFormatting sqref="${place}"><cfRule dxfId="0"><formula>B1=2</formula></cfRule></conditionalFormatting>`
    const cells = rows(`${inline('a')}<c><v>2</v></c>${inline('b')}`)
    const [table] = await sketch(cells + condition, { styles: `<dxfs><dxf>${format}</dxf></dxfs>` })
    expect(typeof table === 'string' ? table : table?.[0]?.[1]).toBe(text)
  })

  it('where the sheet shows formulas', async () => {
    const view = '<sheetViews><sheetView showFormulas="1"/></sheetViews>'
    const cells = rows(`${inline('a')}<c><f>1+1</f><v>2</v></c><c><v>1</v></c>`)
    expect(await sketch(view + cells)).toEqual([[['a', '2?', '1']]])
  })
})

describe('a cell shows', () => {
  const texts =
    '<si><t>规章</t></si><si><r><t>规</t></r><r><rPr/><t xml:space="preserve">章 </t></r><rPh sb="0" eb="1"><t>guī</t></rPh></si>'
  it.each([
    ['a shared text', '<c t="s"><v>0</v></c>', '规章'],
    ['its runs without their pronunciation', '<c t="s"><v>1</v></c>', '规章 '],
    ['a text of its own', inline('甲'), '甲'],
    ['an escaped line break', inline('甲_x000D_\n乙'), '甲\n乙'],
    ['the text of a formula', '<c t="str"><f>A1</f><v>乙</v></c>', '乙'],
    ['an empty text of a formula', '<c t="str"><f>A1</f><v></v></c>', ''],
    ['the number of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['a number stored as a double', '<c><v>12.000000000000002</v></c>', '12'],
    ['a number with an exponent', '<c><v>1.2E1</v></c>', '12'],
    ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!'],
    ['a yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['nothing', '<c/>', ''],
    ['in doubt: a formula never reckoned', '<c><f>SUM(B1)</f></c>', '?'],
    ['in doubt: a date by its ISO name', '<c t="d"><v>2025-01-08</v></c>', '2025-01-08?'],
  ])('%s', async (_, cell, text) => {
    expect(await shown(cell, { texts })).toBe(text)
  })

  it.each([
    ['0.00', '12.50'],
    ['#,##0_ ', '13'],
    ['[DBNum2]0', '12.5?'],
  ])('its number under the format %s', async (format, text) => {
    const styles = `<numFmts><numFmt numFmtId="176" formatCode="${format}"/></numFmts><cellXfs><xf/><xf numFmtId="176"/></cellXfs>`
    expect(await shown('<c s="1"><v>12.5</v></c>', { styles })).toBe(text)
  })

  it('no zero where the sheet hides them', async () => {
    const view = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>'
    const [table] = await sketch(view + rows(`${inline('a')}<c><v>0</v></c><c><v>1</v></c>`))
    expect(table).toEqual([['a', '?', '1']])
  })

  it('a day counted from 1904 where the workbook says so', async () => {
    const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>'
    const properties = '<workbookPr date1904="1"/>'
    expect(await shown('<c s="1"><v>44203</v></c>', { styles, properties })).toBe('2025/1/8')
  })
})

describe('a sheet', () => {
  it('is read by the places of its cells, in any order and from anywhere', async () => {
    const content =
      '<sheetData><row r="7"><c r="C7"><v>3</v></c></row><row r="6"><c r="D6"><v>2</v></c><c r="C6"><v>1</v></c></row></sheetData>'
    expect(await sketch(content)).toEqual([
      [
        ['1', '2'],
        ['3', ''],
      ],
    ])
  })

  it('may be saved as strict Open XML', async () => {
    const content = rows(inline('a') + inline('b'), inline('c') + inline('d'))
    expect(await sketch(content, { strict: true })).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ])
  })

  it('loses its hidden rows and columns, those of no height or width among them', async () => {
    const content =
      '<cols><col min="2" max="2" hidden="1"/><col min="4" max="9" width="0"/></cols><sheetData>' +
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>99</v></c><c r="C1"><v>2</v></c><c r="D1"><v>99</v></c></row>' +
      '<row r="2" hidden="1"><c r="A2"><v>99</v></c></row><row r="3" ht="0"><c r="A3"><v>99</v></c></row>' +
      '<row r="4"><c r="A4"><v>3</v></c><c r="C4"><v>4</v></c></row></sheetData>'
    const document = await readWith(xlsxReader, buildXlsx({ sheets: [{ content }] }))
    expect(sketchBlocks(document.blocks)).toEqual([
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ])
    expect(document.notes).toEqual([{ kind: 'hidden-text', count: 4 }])
  })

  it('follows the sheets before it, and is left out where it is hidden', async () => {
    const content = (text: string): string => rows(inline(text))
    const document = await readWith(
      xlsxReader,
      buildXlsx({
        sheets: [
          { content: content('甲') },
          { content: content('藏'), state: 'veryHidden' },
          { content: content('乙') },
        ],
      }),
    )
    expect(sketchBlocks(document.blocks)).toEqual(['甲', '乙'])
    expect(document.notes).toEqual([{ kind: 'hidden-text', count: 1 }])
  })
})

describe('a file that cannot be trusted is refused', () => {
  it.each([
    ['a place twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a cell in another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a place that no sheet has', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>5</v></c></row>'],
    ['a number that is none', '<row r="1"><c r="A1"><v>12x</v></c></row>'],
    ['a kind of cell that is none', '<row r="1"><c r="A1" t="q"><v>1</v></c></row>'],
    ['a style that is not there', '<row r="1"><c r="A1" s="2"><v>0.12</v></c></row>'],
  ])('%s', async (_, inside) => {
    const content = `<sheetData>${inside}</sheetData>`
    const styles = '<cellXfs><xf/><xf numFmtId="9"/></cellXfs>'
    expect(await errorOf(buildXlsx({ sheets: [{ content }], styles }))).toEqual(BROKEN)
  })

  it('but not one whose list of hidden columns is very long', async () => {
    const columns = '<col min="2" max="16383" hidden="1"/>'.repeat(100_000)
    expect(await sketch(`<cols>${columns}</cols>${rows(inline('a'))}`)).toEqual(['a'])
  }, 5_000)

  it('merges that are no ranges, and too many of them', async () => {
    const merged = (reference: string, count: number): Uint8Array => {
      const merges = `<mergeCell ref="${reference}"/>`.repeat(count)
      return buildXlsx({
        sheets: [{ content: `${rows(inline('a'))}<mergeCells>${merges}</mergeCells>` }],
      })
    }
    expect(await errorOf(merged('B2:A1', 1))).toEqual(BROKEN)
    expect(await errorOf(merged('A1:A2', 5_001))).toEqual({ code: 'too-large', limit: 'table' })
  })

  it('a workbook without its sheet, and one in the binary form', async () => {
    const links = (target: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`
    const file = (target: string): Uint8Array =>
      buildZip([{ name: '_rels/.rels', content: links(target) }])
    expect(await errorOf(file('xl/workbook.xml'))).toEqual(BROKEN)
    expect(await errorOf(file('xl/workbook.bin'))).toEqual({
      code: 'unsupported-type',
      extension: 'xlsb',
    })
  })
})
