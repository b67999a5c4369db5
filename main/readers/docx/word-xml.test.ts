import { describe, expect, it } from 'vitest'
import { NAMESPACES, paragraph, table, textRow } from '../../../test/builders/docx.ts'
import { draw, paragraphsOf, tablesOf } from '../../../test/builders/docx-reading.ts'
import { readWith } from '../sketch-blocks.ts'
import { sniffType } from '../sniff.ts'
import { docxReader } from './docx-reader.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const WORD_2003 = [
  'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"',
  'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"',
  'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"',
].join(' ')

/** A document of Word 2003; what stands before its body may be styles and lists. */
const old = (body: string, before = ''): Uint8Array =>
  utf8(
    `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument ${WORD_2003}>${before}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`,
  )

const p = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`
const r = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
const tc = (inside: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
const change = (kind: string, inside: string) =>
  `<aml:annotation aml:id="1" w:type="Word.${kind}"><aml:content>${inside}</aml:content></aml:annotation>`

describe('a document of Word 2003', () => {
  it('is told by what it holds, whatever its name is', () => {
    for (const name of ['年报.xml', '年报.doc']) {
      expect(sniffType(old(p(r('甲'))), name)).toEqual({ ok: true, value: 'docx' })
    }
  })

  it('has its tables with their merges', async () => {
    const rows = [
      `<w:tr>${tc(p(r('一')), '<w:vmerge w:val="restart"/>')}${tc(p(r('甲')), '<w:gridSpan w:val="2"/>')}</w:tr>`,
      `<w:tr>${tc(p(''), '<w:vmerge/>')}${tc(p(r('乙')), '<w:hmerge w:val="restart"/>')}${tc(p(''), '<w:hmerge/>')}</w:tr>`,
    ]
    const read = await readWith(docxReader, old(`<w:tbl>${rows.join('')}</w:tbl>`))
    expect(tablesOf(read).map(draw)).toEqual([['一|甲|<', '^|乙|<']])
  })

  it('is read with its changes accepted, and says that it holds some', async () => {
    const deleted = change('Deletion', '<w:r><w:delText>12</w:delText></w:r>')
    const body = p(deleted + change('Insertion', r('15')) + r(' 件') + change('Comment', ''))
    const read = await readWith(docxReader, old(body))
    expect(paragraphsOf(read)).toEqual(['15 件'])
    expect(read.notes).toEqual([
      { kind: 'revisions', count: 2 },
      { kind: 'comments', count: 1 },
    ])
  })

  it('has the numbers of its lists', async () => {
    const lists =
      '<w:lists><w:listDef w:listDefId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="39"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="4"/></w:list></w:lists>'
    const place = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr>'
    const read = await readWith(
      docxReader,
      old(p(r('总体情况'), place) + p(r('公开情况'), place), lists),
    )
    expect(paragraphsOf(read)).toEqual(['一、总体情况', '二、公开情况'])
  })

  it('hides what its styles hide', async () => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    const shown = '<w:r><w:rPr><w:vanish w:val="off"/></w:rPr><w:t>乙</w:t></w:r>'
    const read = await readWith(docxReader, old(p(r('甲') + shown), styles))
    expect(paragraphsOf(read)).toEqual(['乙'])
  })
})

describe('a package in one XML file', () => {
  const flat = (parts: string) =>
    utf8(
      `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts}</pkg:package>`,
    )
  const part = (name: string, content: string) =>
    `<pkg:part pkg:name="${name}" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.x+xml"><pkg:xmlData>${content}</pkg:xmlData></pkg:part>`

  it('is read like a .docx', async () => {
    const body = paragraph('一、总体情况') + table(2, textRow('规章', '3'))
    const bytes = flat(
      part('/word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    )
    expect(sniffType(bytes, '年报.xml')).toEqual({ ok: true, value: 'docx' })
    const read = await readWith(docxReader, bytes)
    expect(paragraphsOf(read)).toEqual(['一、总体情况'])
    expect(tablesOf(read).map(draw)).toEqual([['规章|3']])
  })

  it('without a document is refused', async () => {
    const opened = await docxReader.open(flat(part('/ppt/presentation.xml', '<x/>')))
    expect(opened).toEqual({ ok: false, error: { code: 'unsupported-type', extension: 'xml' } })
  })
})
