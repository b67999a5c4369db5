import fc from 'fast-check'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Place } from '../../../shared/document/source-document.ts'
import { readResult, viewResult } from '../../../test/builders/read-result.ts'
import { htmlReader } from './html-reader.ts'
import { parseHtml } from './parse-html.ts'
import { serialiseSafe } from './sanitise.ts'
import { attributeOf, findElement, isElement, isText, type Node, type ParentNode } from './tree.ts'

const bytesOf = (page: string): Uint8Array => new TextEncoder().encode(page)

async function viewOf(page: string): Promise<string> {
  const view = await viewResult(htmlReader, bytesOf(page))
  if (!view.ok) throw new Error(view.error.code)
  return view.value
}

/** All nodes below, in document order. */
function* nodesBelow(root: ParentNode): Generator<Node> {
  const pending: Node[] = [...root.childNodes].reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node
    if (isElement(node)) pending.push(...[...node.childNodes].reverse())
  }
}

const withoutSpace = (text: string): string => text.replace(/[\s\u200b]/g, '')

/** Text by element id, as a browser builds the tree from the view; an id may stand there once only. */
function textsById(html: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const node of nodesBelow(parse(`<!doctype html><body>${html}`))) {
    const id = isElement(node) ? attributeOf(node, 'id') : undefined
    if (id === undefined || !isElement(node)) continue
    expect(texts.has(id)).toBe(false)
    const parts = [...nodesBelow(node)].map((part) => (isText(part) ? part.value : ''))
    texts.set(id, withoutSpace(parts.join('')))
  }
  return texts
}

const idsOf = (at: readonly Place[]) =>
  at.map((place) => (place.kind === 'element' ? place.id : ''))

/** Every place of the document is in the view, on an element that holds the text. */
async function expectPlaces(page: string): Promise<void> {
  const document = await readResult(htmlReader, bytesOf(page))
  if (!document.ok) throw new Error(document.error.code)
  const texts = textsById(await viewOf(page))
  for (const block of document.value.blocks) {
    for (const { text, at } of block.kind === 'paragraph' ? [block] : block.cells) {
      expect(at.length).toBeGreaterThan(0)
      const shown = idsOf(at)
        .map((id) => texts.get(id) ?? `no element ${id}`)
        .join('')
      expect(shown).toContain(withoutSpace(text))
    }
  }
}

describe('every place of a document is in its view', () => {
  it.each([
    ['paragraphs', '<h1>标题</h1><p>正<b>文</b></p><div>甲<br>乙 <i>丙</i>丁<p>戊</div>己'],
    [
      'tables',
      '<table><thead><tr><th colspan=2>甲<tbody><tr><td>0<br>1<td><p>2</p><p>3</p></table>',
    ],
    ['layout tables', '<table><tr><td>导航<td><table><tr><td>规章<td>0</table>文<p>字</p></table>'],
    ['lists', '<ol><li>甲<li>乙<p>丙</p></ol><dl><dt>丁<dd>戊</dl>'],
    ['lines', '<pre>甲\n乙</pre><xmp>丙</xmp><textarea>丁</textarea>'],
    [
      'fields',
      '<form><p>甲<input value="12&quot;<">件</p></form><table><tr><td>甲<td><input value=0></table>',
    ],
    ['odd nesting', '<p>甲<button>乙<p>丙</p><div>丁</div></button>戊</p><marquee><p>己</marquee>'],
    [
      'old pages',
      '<p>甲<table><tr><td>乙<td>0</table>丙</p><center>丁<form>戊</form></center><font>己',
    ],
    [
      'details',
      '<details><summary>甲</summary><p>乙</p></details><dialog open>丙</dialog><fieldset><legend>丁</legend>戊</fieldset>',
    ],
    ['formulas', '<p>甲<math><mi>x</mi><p>乙</math>丙'],
    [
      'hidden parts',
      '<table><tr><td>甲<td style="visibility:hidden">1<td style="display:none">2<td>3<span hidden>4</span></table>',
    ],
    [
      'office markup',
      '<p class=MsoNormal><span style="mso-list:Ignore">一、</span>甲<o:p>&nbsp;</o:p></p><v:textbox><p>乙</v:textbox>',
    ],
    ['empty pages', ''],
  ])('%s', async (_, page) => {
    await expectPlaces(page)
  })

  it('whatever the markup', async () => {
    const tag = fc.constantFrom(
      ...[
        'p',
        'div',
        'span',
        'b',
        'a',
        'li',
        'ol',
        'ul',
        'table',
        'tr',
        'td',
        'th',
        'caption',
        'thead',
        'tbody',
      ],
      ...[
        'h1',
        'h2',
        'center',
        'form',
        'button',
        'pre',
        'dl',
        'dd',
        'dt',
        'font',
        'nobr',
        'select',
        'option',
        'del',
        'input',
      ],
      ...[
        'details',
        'address',
        'section',
        'math',
        'svg',
        'marquee',
        'sup',
        'ruby',
        'rt',
        'o:p',
        'body',
        'fieldset',
        'label',
      ],
    )
    const bit = fc.oneof(
      { weight: 3, arbitrary: tag.map((name) => `<${name}>`) },
      { weight: 2, arbitrary: tag.map((name) => `</${name}>`) },
      fc.constantFrom(
        '<br>',
        '<hr>',
        '<img src=x>',
        '<td colspan=2 rowspan=2>',
        '<input value=9>',
        '<p hidden>',
        '<td style="visibility:hidden">',
      ),
      { weight: 4, arbitrary: fc.constantFrom('甲', '乙 ', ' 0', '\n', '&nbsp;', '<!--x-->') },
    )
    const page = fc.array(bit, { maxLength: 40 }).map((bits) => bits.join(''))
    await fc.assert(fc.asyncProperty(page, expectPlaces), { numRuns: 2000 })
  })
})

describe('the view is harmless', () => {
  it.each([
    [
      'scripts',
      '<script>alert(1)</script><p onclick="alert(1)">x</p><svg onload=alert(1)><script>1</script></svg>',
    ],
    ['links', '<a href="javascript:alert(1)">x</a><a href="http://x/">y</a><area href=x>'],
    [
      'frames and objects',
      '<iframe src=x></iframe><object data=x></object><embed src=x><applet code=x></applet>',
    ],
    [
      'styles',
      '<style>@import "x"</style><link rel=stylesheet href=x><p style="background:url(http://x)">x',
    ],
    [
      'pictures from outside',
      '<img src="http://x/a.png" onerror=alert(1)><img srcset=x><input type=image src=x>',
    ],
    [
      'pictures that are programs',
      '<img src="data:image/svg+xml;base64,PHN2Zz4="><img src="data:text/html,x">',
    ],
    [
      'forms',
      '<form action=x><input name=a value=1><button formaction=x>y</button><textarea>z</textarea>',
    ],
    ['refreshes', '<meta http-equiv=refresh content="0;url=x"><base href=x>'],
    [
      'tags in text',
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><xmp><script>x</script></xmp><input value="<img src=x>">',
    ],
    ['tags in names', '<p/onclick=x id="a" class="b" data-x="c"><x-y onclick=z>w</x-y>'],
    [
      'ends of raw text',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><title></title><img src=x>',
    ],
    [
      'foreign content',
      '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    ],
  ])('without %s', async (_, page) => {
    const allowed = /^(?:id|colspan|rowspan|start|type|value|alt|style)$/
    for (const node of nodesBelow(parse(await viewOf(page)))) {
      if (!isElement(node)) continue
      expect(node.tagName).not.toMatch(
        /^(?:script|style|iframe|object|embed|applet|link|meta|base|form|input|button|textarea|svg|math|a|area)$/,
      )
      for (const { name, value } of node.attrs) {
        expect(name).toMatch(allowed)
        expect(value).not.toMatch(/javascript|http|url/i)
      }
    }
  })

  it('keeps spans, alignment, list numbers and pictures of its own', async () => {
    const png = 'data:image/png;base64,iVBORw0KGgo='
    const html = await viewOf(
      `<table><tr><td colspan=2 rowspan=" 3 " width=9 align=CENTER>甲</table><p style="color:red;text-align:right">乙</p><ol start=3 type=a><li value=7>丙</ol><img src="${png}">`,
    )
    expect(html).toContain('<td id="n1" colspan="2" rowspan="3" style="text-align:center">甲</td>')
    expect(html).toContain('<p id="n2" style="text-align:right">乙</p>')
    expect(html).toContain('<ol start="3" type="a"><li id="n3" value="7">丙</li></ol>')
    expect(html).toContain(`<img alt="图片" src="${png}">`)
  })

  it('gives out no ids of the page itself', async () => {
    expect(await viewOf('<p id="n9">甲</p><div id="zoom"><p>乙</div>')).toBe(
      '<div><p id="n1">甲</p><div><p id="n2">乙</p></div></div>',
    )
  })

  it('is the same each time', async () => {
    const page = '<p>甲<table><tr><td>乙<td>0</table>丙'
    expect(await viewOf(page)).toBe(await viewOf(page))
  })

  it('does not overflow on deep pages', async () => {
    expect(await viewOf(`${'<div>'.repeat(5000)}甲`)).toContain('甲')
    expect(await viewOf(`${'<table><tr><td>'.repeat(2000)}甲`)).toContain('甲')
  })
})

describe('serialiseSafe', () => {
  it('carries the ids it is given, also on texts', () => {
    const tree = parseHtml('<p>甲<b>乙</b></p>')
    const root = tree.ok ? findElement(tree.value, 'p') : undefined
    const [text, bold] = root?.childNodes ?? []
    if (root === undefined || text === undefined || bold === undefined) throw new Error('no tree')
    const ids = new Map<Node, string>([
      [text, 'a1'],
      [bold, 'a2'],
    ])
    expect(serialiseSafe(root, ids)).toBe('<p><span id="a1">甲</span><b id="a2">乙</b></p>')
  })
})
