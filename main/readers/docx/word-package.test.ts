import { describe, expect, it } from 'vitest'
import { buildDocx, link, NAMESPACES, paragraph } from '../../../test/builders/docx.ts'
import { errorOf, paragraphsOf, readDocument } from '../../../test/builders/docx-reading.ts'
import { readResult } from '../../../test/builders/read-result.ts'
import { buildZip } from '../../../test/builders/zip.ts'
import { docxReader } from './docx-reader.ts'

async function textOf(bytes: Uint8Array): Promise<unknown> {
  const read = await readResult(docxReader, bytes)
  return read.ok ? paragraphsOf(read.value) : read.error
}

describe('the main part of a Word file', () => {
  it('is found by the link of the package, whatever its name', async () => {
    const body = paragraph('年报')
    expect(paragraphsOf(await readDocument({ body, mainPart: 'word/document2.xml' }))).toEqual([
      '年报',
    ])
    expect(paragraphsOf(await readDocument({ body, mainPart: 'main.xml' }))).toEqual(['年报'])
  })

  it('is found by its content type where the link is lost', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
    const bytes = buildZip([
      {
        name: '[Content_Types].xml',
        content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/w/d.xml" ContentType="${type}"/></Types>`,
      },
      {
        name: 'w/d.xml',
        content: `<w:document ${NAMESPACES}><w:body>${paragraph('年报')}</w:body></w:document>`,
      },
    ])
    expect(await textOf(bytes)).toEqual(['年报'])
  })

  it('is broken where it is missing from an office file', async () => {
    const bytes = buildZip([{ name: '[Content_Types].xml', content: '<Types/>' }])
    expect(await errorOf(bytes)).toEqual({ code: 'damaged', reason: 'broken' })
  })
})

describe('the parts a main part links to', () => {
  it('are found in other folders, and never outside the package', async () => {
    const styles = `<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
    const parts = [{ name: 'shared/styles.xml', content: styles }]
    const body = paragraph('年报')
    for (const target of ['../shared/styles.xml', '/shared/styles.xml']) {
      const document = await readDocument({ body, parts, links: link('s', 'styles', target) })
      expect(paragraphsOf(document)).toEqual([])
    }
    const outside = link('s', 'styles', '../../shared/styles.xml')
    expect(paragraphsOf(await readDocument({ body, parts, links: outside }))).toEqual(['年报'])
  })
})

describe('namespaces', () => {
  it('may be the strict ones', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const document = `<w:document xmlns:w="${strict}"><w:body><w:p><w:r><w:t>年报</w:t></w:r></w:p></w:body></w:document>`
    expect(await textOf(buildDocx({ document }))).toEqual(['年报'])
  })

  it('may have any prefix, or none, or one declared late', async () => {
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const document =
      `<document xmlns="${word}" xmlns:w="urn:other"><body>` +
      '<p><pPr><w:rPr/></pPr><r><w:t>別</w:t><t>年</t></r></p>' +
      `<x:p xmlns:x="${word}"><x:pPr x:outlineLvl="1"/><x:r><x:t>报</x:t></x:r></x:p></body></document>`
    expect(await textOf(buildDocx({ document }))).toEqual(['年', '报'])
  })

  it('are needed: a prefix never declared makes the file broken', async () => {
    const document = '<w:document><w:body/></w:document>'
    expect(await errorOf(buildDocx({ document }))).toEqual({ code: 'damaged', reason: 'broken' })
  })
})

describe('the XML of a part', () => {
  const xml = `<w:document ${NAMESPACES}><w:body>${paragraph('年报')}</w:body></w:document>`

  it('may be UTF-16, with a mark at its beginning', async () => {
    const content = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le')
    expect(await textOf(buildDocx({ document: content }))).toEqual(['年报'])
  })

  it('may begin with the mark of UTF-8', async () => {
    expect(await textOf(buildDocx({ document: `\ufeff${xml}` }))).toEqual(['年报'])
  })

  it.each([
    ['bytes that are not UTF-8', Buffer.concat([Buffer.from(xml), Buffer.from([0xff])])],
    ['an end cut off', xml.slice(0, -10)],
    ['tags that do not match', xml.replace('</w:body>', '</w:p>')],
    ['an entity never declared', xml.replace('年报', '&evil;')],
    ['two roots', xml + xml],
    ['nothing', ''],
  ])('is broken with %s', async (_, document) => {
    expect(await errorOf(buildDocx({ document }))).toEqual({ code: 'damaged', reason: 'broken' })
  })

  it('cannot reach what all objects inherit', async () => {
    const document = xml.replace('<w:pPr>', '<w:pPr __proto__="x" constructor="y">')
    expect(await textOf(buildDocx({ document }))).toEqual(['年报'])
    expect(Object.hasOwn(Object.prototype, 'w:val')).toBe(false)
  })
})
