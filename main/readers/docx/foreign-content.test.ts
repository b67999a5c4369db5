import { describe, expect, it } from 'vitest'
import { buildDocx, link, paragraph } from '../../../test/builders/docx.ts'
import { readWith, sketchBlocks } from '../sketch-blocks.ts'
import { docxReader } from './docx-reader.ts'

const PAGE = '<html><body><p>一、总体情况</p><table><tr><td>规章<td>3</table></body></html>'
const ARCHIVE = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${PAGE}\r\n--x--\r\n`

const docx = (body: string, part: string, content: string): Uint8Array =>
  buildDocx({
    body,
    links: link('chunk', 'aFChunk', part),
    parts: [{ name: `word/${part}`, content }],
  })

const CHUNK = '<w:altChunk r:id="chunk"/>'

describe('a page in place of the text of a Word file', () => {
  it.each([
    ['as a web archive', 'page.mht', ARCHIVE],
    ['as HTML', 'page.html', PAGE],
  ])('is read %s', async (_, part, content) => {
    const { blocks } = await readWith(docxReader, docx(`${CHUNK}<w:p/><w:sectPr/>`, part, content))
    expect(sketchBlocks(blocks)).toEqual(['一、总体情况', [['规章', '3']]])
  })

  it('does not replace a text that is there', async () => {
    const bytes = docx(paragraph('二、公开情况') + CHUNK, 'page.html', PAGE)
    expect(sketchBlocks((await readWith(docxReader, bytes)).blocks)).toEqual(['二、公开情况'])
  })

  it('that is not there, or is no page, leaves the file blank', async () => {
    for (const [part, content] of [
      ['page.rtf', 'text'],
      ['page.html', ''],
    ] as const) {
      expect((await readWith(docxReader, docx(CHUNK, part, content))).blocks).toEqual([])
    }
    const bytes = buildDocx({ body: CHUNK })
    expect((await readWith(docxReader, bytes)).blocks).toEqual([])
  })
})
