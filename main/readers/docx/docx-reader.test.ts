import { describe, expect, it } from 'vitest'
import {
  buildDocx,
  cell,
  NAMESPACES,
  paragraph,
  rawCell,
  rawParagraph,
  row,
  run,
  table,
  textRow,
} from '../../../test/builders/docx.ts'
import {
  draw,
  errorOf,
  outline,
  paragraphsOf,
  readDocument,
  tablesOf,
} from '../../../test/builders/docx-reading.ts'
import { randomBody } from '../../../test/builders/random-docx.ts'
import { buildZip } from '../../../test/builders/zip.ts'

async function drawFirst(body: string): Promise<readonly string[]> {
  const [first] = tablesOf(await readDocument({ body }))
  return first === undefined ? [] : draw(first)
}

describe('what other programs lose in a Word file', () => {
  it('gridBefore leaves the first columns free: the cells keep their true column', async () => {
    const late = row(cell('3') + cell('4'), '<w:gridBefore w:val="2"/>')
    expect(await drawFirst(table(4, textRow('a', 'b', 'c', 'd'), late))).toEqual([
      'a|b|c|d',
      '×|×|3|4',
    ])
  })

  it('gridAfter leaves the last columns free without doubt', async () => {
    const short = row(cell('1') + cell('2'), '<w:gridAfter w:val="2"/>')
    expect(await drawFirst(table(4, textRow('a', 'b', 'c', 'd'), short))).toEqual([
      'a|b|c|d',
      '1|2|×|×',
    ])
  })

  it('gridSpan and vMerge make one cell of many', async () => {
    const upper = row(
      cell('a', '<w:vMerge w:val="restart"/>') + cell('b', '<w:gridSpan w:val="2"/>') + cell('c'),
    )
    const lower = row(cell('', '<w:vMerge/>') + cell('1') + cell('2') + cell('3'))
    expect(await drawFirst(table(4, upper, lower))).toEqual(['a|b|<|c', '^|1|2|3'])
  })

  it('hMerge, the old way to merge across, makes no extra blank cell', async () => {
    const merged = row(
      cell('a', '<w:hMerge w:val="restart"/>') + cell('', '<w:hMerge/>') + cell('b') + cell('c'),
    )
    expect(await drawFirst(table(4, merged, textRow('1', '2', '3', '4')))).toEqual([
      'a|<|b|c',
      '1|2|3|4',
    ])
  })

  it('a bookmark between rows does not undo the vertical merges', async () => {
    const bookmark = '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
    const upper = row(cell('a', '<w:vMerge w:val="restart"/>') + cell('1'))
    const lower = row(cell('', '<w:vMerge/>') + cell('2'))
    expect(await drawFirst(table(2, upper, bookmark, lower))).toEqual(['a|1', '^|2'])
  })

  it('rows and cells in content controls, custom XML and insertions are rows and cells', async () => {
    const control = (inside: string) =>
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
    const rows = [
      control(row(cell('a') + control(cell('b')))),
      `<w:customXml w:element="e">${textRow('c', 'd')}</w:customXml>`,
      `<w:ins w:id="1" w:author="x">${textRow('e', 'f')}</w:ins>`,
    ]
    expect(await drawFirst(table(2, ...rows))).toEqual(['a|b', 'c|d', 'e|f'])
  })

  it('a tracked change from 12 to 15 is read as 15, and noted', async () => {
    const change =
      '<w:p><w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del>' +
      `<w:ins w:id="2">${run('15')}</w:ins></w:p>`
    const document = await readDocument({ body: table(2, row(cell('总计') + rawCell(change))) })
    expect(tablesOf(document).map(draw)).toEqual([['总计|15']])
    expect(document.notes).toEqual([{ kind: 'revisions', count: 2 }])
  })

  it('moved text stands once, where it was moved to, and is noted', async () => {
    const body =
      `<w:p>${run('前')}<w:moveFrom w:id="1">${run('移')}</w:moveFrom></w:p>` +
      `<w:p><w:moveTo w:id="2">${run('移')}</w:moveTo>${run('后')}</w:p>`
    const document = await readDocument({ body })
    expect(paragraphsOf(document)).toEqual(['前', '移后'])
    expect(document.notes).toEqual([{ kind: 'revisions', count: 2 }])
  })

  it('hidden text is left out and noted, and its cell is in doubt', async () => {
    const hidden = `<w:p>${run('9', '<w:vanish/>')}${run('1')}</w:p>`
    const body = table(2, row(rawCell(hidden) + cell('2'))) + rawParagraph(run('x', '<w:vanish/>'))
    const document = await readDocument({ body })
    expect(outline(document)).toEqual([['1?|2']])
    expect(document.notes).toEqual([{ kind: 'hidden-text', count: 2 }])
  })

  it('a text box without a fallback for old programs is read', async () => {
    const box = `<wps:txbx><w:txbxContent>${paragraph('框内')}</w:txbxContent></wps:txbx>`
    const drawing = `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>${box}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
    const body =
      `<w:p>${run('锚')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice>` +
      `</mc:AlternateContent></w:r></w:p>${paragraph('后')}`
    expect(paragraphsOf(await readDocument({ body }))).toEqual(['锚', '框内', '后'])
  })

  it('the automatic number 一、 is read', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>' +
      '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    const body =
      paragraph('总体情况', numbered) + paragraph('正文') + paragraph('主动公开', numbered)
    const document = await readDocument({ body, numbering })
    expect(paragraphsOf(document)).toEqual(['一、总体情况', '正文', '二、主动公开'])
    expect(document.blocks[0]).toMatchObject({ text: '总体情况', numbering: '一、' })
  })

  it('the results of fields are text, their instructions never', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body =
      `<w:p>${run('共')}${mark('begin')}<w:r><w:instrText>=SUM(LEFT) 99</w:instrText></w:r>` +
      `${mark('separate')}${run('12')}${mark('end')}<w:fldSimple w:instr="PAGE">${run('件')}</w:fldSimple></w:p>`
    expect(paragraphsOf(await readDocument({ body }))).toEqual(['共12件'])
  })

  it('a table in a cell is read after the table around it, and that cell is in doubt', async () => {
    const inner = table(2, textRow('内', '9'))
    const outer = table(
      2,
      textRow('甲', '1'),
      textRow('乙', '2'),
      row(cell('丙') + rawCell(inner + paragraph('3'))),
    )
    const document = await readDocument({ body: outer + paragraph('后') })
    expect(outline(document)).toEqual([['甲|1', '乙|2', '丙|3?'], ['内|9'], '后'])
  })
})

describe('a Word file that no honest program writes', () => {
  const DAMAGED = { code: 'damaged', reason: 'broken' }
  const HOSTILE = { code: 'damaged', reason: 'hostile' }

  it('is broken where the zip is cut off', async () => {
    const whole = buildDocx({ body: paragraph('年报') })
    expect(await errorOf(whole.subarray(0, whole.length - 30))).toEqual(DAMAGED)
    expect(await errorOf(new Uint8Array())).toEqual(DAMAGED)
  })

  it('is broken where only the zip signature is right', async () => {
    const noise = Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 251)
    noise.set([0x50, 0x4b, 3, 4])
    expect(await errorOf(noise)).toEqual(DAMAGED)
  })

  it.each([
    '<!DOCTYPE w:document>',
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE d SYSTEM "file:///etc/passwd">',
  ])('is hostile with the DTD %s', async (dtd) => {
    const document = `${dtd}<w:document ${NAMESPACES}><w:body>${paragraph('&b;')}</w:body></w:document>`
    expect(await errorOf(buildDocx({ document }))).toEqual(HOSTILE)
  })

  it('is hostile with a DTD in its styles', async () => {
    const styles = `<!DOCTYPE s><w:styles ${NAMESPACES}/>`
    const bytes = buildDocx({
      body: paragraph('年报'),
      links:
        '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="s.xml"/>',
      parts: [{ name: 'word/s.xml', content: styles }],
    })
    expect(await errorOf(bytes)).toEqual(HOSTILE)
  })

  it('is hostile with an entry that leaves the archive', async () => {
    const parts = [{ name: '../../evil.exe', content: 'x' }]
    expect(await errorOf(buildDocx({ body: paragraph('年报'), parts }))).toEqual(HOSTILE)
  })

  it('is too large as a zip bomb', async () => {
    const bytes = buildDocx({ document: Buffer.alloc(60 * 1024 * 1024, ' ') })
    expect(bytes.length).toBeLessThan(100_000)
    expect(await errorOf(bytes)).toEqual({ code: 'too-large', limit: 'unpacked' })
  })

  it('is too large when nested 501 deep, and is read when 500 deep', async () => {
    // document, body, p, r and t are five of them.
    const nested = (depth: number) =>
      `${'<w:ins>'.repeat(depth - 5)}<w:p>${'<w:r><w:t>x</w:t></w:r>'}</w:p>${'</w:ins>'.repeat(depth - 5)}`
    expect(await errorOf(buildDocx({ body: nested(501) }))).toEqual({
      code: 'too-large',
      limit: 'nesting',
    })
    expect(paragraphsOf(await readDocument({ body: nested(500) }))).toEqual(['x'])
  })

  it('is too large with tables nested in one another without end', async () => {
    const open = '<w:tbl><w:tr><w:tc>'.repeat(5000)
    expect(await errorOf(buildDocx({ body: open }))).toEqual({
      code: 'too-large',
      limit: 'nesting',
    })
  })

  it('is too large with 50,000 table rows', async () => {
    const body = table(2, textRow('总计', '3').repeat(50_000))
    expect(await errorOf(buildDocx({ body }))).toEqual({ code: 'too-large', limit: 'table' })
  })

  it('is read or refused, never thrown out, whatever tags are lost or doubled', async () => {
    const { body = '', numbering = '' } = randomBody(11)
    const tags = body.split(/(?=<)/)
    for (let index = 0; index < tags.length; index += Math.ceil(tags.length / 300)) {
      const lost = tags.toSpliced(index, 1).join('')
      const doubled = tags.toSpliced(index, 0, tags[index] ?? '').join('')
      for (const broken of [lost, doubled]) {
        const error = await errorOf(buildDocx({ body: broken, numbering }))
        expect(['was read', DAMAGED]).toContainEqual(error)
      }
    }
  })

  it('keeps its spans within reason', async () => {
    const wide = row(cell('x', '<w:gridSpan w:val="999999999"/>') + cell('y'))
    const [first] = tablesOf(await readDocument({ body: table(2, textRow('a', 'b'), wide) }))
    expect(first?.columnCount).toBeLessThanOrEqual(1001)
  })
})

describe('a file that is no Word file inside', () => {
  it('names the type where it is a spreadsheet', async () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    const bytes = buildZip([
      { name: '_rels/.rels', content: rels },
      { name: 'xl/workbook.xml', content: '<workbook/>' },
    ])
    expect(await errorOf(bytes)).toEqual({ code: 'unsupported-type', extension: 'xlsx' })
  })

  it('is a zip where nothing of an office file is in it', async () => {
    expect(await errorOf(buildZip([{ name: 'a.txt', content: 'x' }]))).toEqual({
      code: 'unsupported-type',
      extension: 'zip',
    })
  })
})
