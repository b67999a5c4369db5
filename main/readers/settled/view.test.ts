import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { SourceDocument, TableCell } from '../../../shared/document/source-document.ts'
import {
  buildDocx,
  cell,
  type DocxParts,
  link,
  paragraph,
  rawCell,
  rawParagraph,
  row,
  run,
  table,
  textRow,
} from '../../../test/builders/docx.ts'
import { randomBody } from '../../../test/builders/random-docx.ts'
import { readResult, viewResult } from '../../../test/builders/read-result.ts'
import { docxReader } from '../docx/docx-reader.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

async function htmlOf(parts: DocxParts): Promise<string> {
  const view = await viewResult(docxReader, buildDocx(parts))
  return view.ok ? view.value : view.error.code
}

/** What the view shows at each id, and for cells where it stands in its table once spans are counted. */
interface Shown {
  readonly tag: string
  readonly text: string
  readonly place: string
}

function shownById(html: string): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>()
  const places = new Map<Element, string>()
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      if (node.tagName === 'table') placeCellsOf(node, places)
      const id = attribute(node, 'id')
      if (id !== undefined) {
        if (shown.has(id)) throw new Error(`two elements have the id ${id}`)
        const place = places.get(node) ?? ''
        shown.set(id, { tag: node.tagName, text: bare(textOf(node)), place })
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(parseFragment(html))
  return shown
}

/** The table as a browser lays it out: every cell takes the next free column of its row. */
function placeCellsOf(tableElement: Element, places: Map<Element, string>): void {
  const taken = new Set<string>()
  const rows = childrenOf(tableElement, 'tbody').flatMap((body) => childrenOf(body, 'tr'))
  rows.forEach((rowElement, rowIndex) => {
    let column = 0
    for (const cellElement of childrenOf(rowElement, 'td')) {
      while (taken.has(`${rowIndex}/${column}`)) column += 1
      const width = Number(attribute(cellElement, 'colspan') ?? 1)
      const height = Number(attribute(cellElement, 'rowspan') ?? 1)
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < width; right += 1) {
          taken.add(`${rowIndex + down}/${column + right}`)
        }
      }
      places.set(cellElement, `${rowIndex}/${column} ${height}x${width}`)
    }
  })
}

const childrenOf = (element: Element, tag: string): readonly Element[] =>
  element.childNodes.flatMap((child) =>
    'tagName' in child && child.tagName === tag ? [child] : [],
  )
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

/** The text of an element itself: tables inside a cell have cells of their own. */
function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (!('childNodes' in node)) return ''
  return node.childNodes.map((child) => (child.nodeName === 'table' ? '' : textOf(child))).join('')
}

const bare = (text: string): string => text.replace(/\s/g, '')
const idOf = (place: TableCell['at'][number] | undefined): string =>
  place?.kind === 'element' ? place.id : ''
const placeOf = (one: TableCell): string =>
  `${one.row}/${one.column} ${one.rowSpan}x${one.columnSpan}`

/** Checks every paragraph and every cell of the model against the view of the same file. */
function expectSame(document: SourceDocument, html: string): void {
  const shown = shownById(html)
  let count = 0
  for (const block of document.blocks) {
    const pieces = block.kind === 'table' ? block.cells : [block]
    for (const piece of pieces) {
      count += 1
      const id = idOf(piece.at[0])
      const seen = shown.get(id)
      expect(seen?.tag, id).toMatch('rowSpan' in piece ? /^td$/ : /^(p|h[1-6])$/)
      if ('rowSpan' in piece) expect(seen?.place, id).toBe(placeOf(piece))
      expect(seen?.text, id).toBe(bare(piece.numbering + piece.text))
    }
  }
  expect(shown.size).toBe(count)
}

describe('the view of a Word file', () => {
  it('carries the ids of the model on the elements that show the text', async () => {
    const body =
      paragraph('一、总体情况', '<w:outlineLvl w:val="0"/>') +
      paragraph('正文') +
      table(2, textRow('总计', '3'), textRow('', '4'))
    expect(await htmlOf({ body })).toBe(
      '<h1 id="p0">一、总体情况</h1><p id="p1">正文</p><table><tbody>' +
        '<tr><td id="t0-r0-c0"><p>总计</p></td><td id="t0-r0-c1"><p>3</p></td></tr>' +
        '<tr><td id="t0-r1-c0"></td><td id="t0-r1-c1"><p>4</p></td></tr></tbody></table>',
    )
  })

  it('shows automatic numbers, which mammoth alone loses', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>' +
      '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    const body = paragraph('总体情况', numbered) + paragraph('主动公开', numbered)
    expect(await htmlOf({ body, numbering })).toBe(
      '<p id="p0">一、总体情况</p><p id="p1">二、主动公开</p>',
    )
  })

  it('keeps columns where the first cells of a row are missing', async () => {
    const late = row(cell('4'), '<w:gridBefore w:val="1"/>')
    expect(await htmlOf({ body: table(2, textRow('1', '2'), late) })).toContain(
      '<tr><td></td><td id="t0-r1-c1"><p>4</p></td></tr>',
    )
  })

  it('does not show hidden or deleted text', async () => {
    const body = rawParagraph(
      `${run('见')}${run('密', '<w:vanish/>')}<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>`,
    )
    expect(await htmlOf({ body })).toBe('<p id="p0">见</p>')
  })

  it('shows emphasis', async () => {
    const body = rawParagraph(
      run('粗', '<w:b/>') + run('线', '<w:u w:val="single"/>') + run('删', '<w:dstrike/>'),
    )
    expect(await htmlOf({ body })).toBe('<p id="p0"><strong>粗</strong><u>线</u><s>删</s></p>')
  })

  it('is not led astray by bookmarks of the file that look like ids', async () => {
    const forged = '<w:bookmarkStart w:id="1" w:name="t0-r0-c1"/><w:bookmarkEnd w:id="1"/>'
    const body =
      rawParagraph(forged + run('甲')) + table(2, row(rawCell(rawParagraph(forged)) + cell('1')))
    expect(shownById(await htmlOf({ body })).get('t0-r0-c1')).toMatchObject({ text: '1' })
  })

  it('shows markup in the text as text, and no links', async () => {
    const body =
      paragraph('&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;') +
      rawParagraph(`<w:hyperlink r:id="x">${run('点')}</w:hyperlink>`)
    const links =
      '<Relationship Id="x" Type="http://x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>'
    expect(await htmlOf({ body, links })).toBe(
      '<p id="p0">&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;</p><p id="p1">点</p>',
    )
  })

  it('says why a file cannot be shown', async () => {
    expect(await viewResult(docxReader, new Uint8Array([0x50, 0x4b]))).toEqual({
      ok: false,
      error: { code: 'damaged', reason: 'broken' },
    })
  })
})

describe('pictures in the view', () => {
  const PNG = Buffer.from('89504e470d0a1a0a00', 'hex')
  const picture = (id: string) =>
    `<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`

  it('are embedded, whatever the file calls them', async () => {
    const parts = [{ name: 'word/media/seal.emf', content: PNG }]
    const links = link('p', 'image', 'media/seal.emf')
    const html = await htmlOf({ body: rawParagraph(run('章') + picture('p')), parts, links })
    expect(html).toBe('<p id="p0">章<img alt="图片" src="data:image/png;base64,iVBORw0KGgoA"></p>')
  })

  it('of the old kind are embedded too', async () => {
    const parts = [{ name: 'word/media/1.png', content: PNG }]
    const old = '<w:r><w:pict><v:shape><v:imagedata r:id="p"/></v:shape></w:pict></w:r>'
    const html = await htmlOf({
      body: rawParagraph(run('章') + old),
      parts,
      links: link('p', 'image', 'media/1.png'),
    })
    expect(html).toContain('src="data:image/png;base64,')
  })

  it.each([
    ['from outside the file', 'http://evil.example/x.png" TargetMode="External', PNG],
    ['that are no raster pictures', 'media/1.png', Buffer.from('<svg onload="alert(1)"/>')],
    ['that are missing', 'media/2.png', PNG],
  ])('%s are left out', async (_, target, content) => {
    const html = await htmlOf({
      body: rawParagraph(run('章') + picture('p')),
      parts: [{ name: 'word/media/1.png', content }],
      links: link('p', 'image', target),
    })
    expect(html).toBe('<p id="p0">章</p>')
  })

  it('are left out where one stands there too often for a screen', async () => {
    const big = Buffer.concat([PNG, Buffer.alloc(1024 * 1024)])
    const body = rawParagraph(run('章') + picture('p').repeat(100))
    const parts = [{ name: 'word/media/1.png', content: big }]
    const html = await htmlOf({ body, parts, links: link('p', 'image', 'media/1.png') })
    expect(html).toBe('<p id="p0">章</p>')
  })
})

describe('the view and the document model', () => {
  it('say the same of 100 made-up documents, cell by cell', async () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const bytes = buildDocx(randomBody(seed))
      const read = await readResult(docxReader, bytes)
      const view = await viewResult(docxReader, bytes)
      if (!read.ok || !view.ok) throw new Error(`seed ${seed} is not read`)
      expectSame(read.value, view.value)
    }
  })
})
