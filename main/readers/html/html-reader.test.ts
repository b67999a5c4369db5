import { describe, expect, it } from 'vitest'
import { toGb18030 } from '../../../test/builders/encode-text.ts'
import { errorWith, readWith, sketchBlocks } from '../sketch-blocks.ts'
import { htmlReader } from './html-reader.ts'

const read = (page: string | Uint8Array) => readWith(htmlReader, page)
const sketchOf = async (page: string) => sketchBlocks((await read(page)).blocks)
const errorOf = (page: string) => errorWith(htmlReader, page)
const notesOf = async (page: string) =>
  (await read(page)).notes.filter((note) => note.kind !== 'encoding')

describe('the text of a page', () => {
  it.each([
    ['paragraphs and headings', '<h2>一、总体情况</h2><p>正文</p>', ['一、总体情况', '正文']],
    ['white space as one space', '<p>\n  a\t\tb \n c </p>', ['a b c']],
    ['spaces between inline elements once', '<p>a <b> b</b> <i>c</i></p>', ['a b c']],
    [
      'spans of one word together',
      '<p><span>20</span><span lang=EN-US>21</span>年</p>',
      ['2021年'],
    ],
    ['no-break spaces as spaces', '<p>&nbsp;&nbsp;第&nbsp;&nbsp;一项&nbsp;</p>', ['第  一项']],
    ['paragraphs of no-break spaces not at all', '<p>&nbsp;</p><p>　</p><p>x</p>', ['x']],
    ['line breaks as paragraphs', '<div>甲<br>乙<br/><br>丙</div>', ['甲', '乙', '丙']],
    ['blocks inside blocks', '<div>甲<div>乙</div>丙</div>', ['甲', '乙', '丙']],
    ['definition lists', '<dl><dt>甲<dd>乙</dl>', ['甲', '乙']],
    ['each line of preformatted text', '<pre>\n甲  0\n\n 乙\t1</pre>', ['甲  0', '乙\t1']],
    ['lines kept by a style', '<p style="white-space: pre-wrap">甲\n乙</p>', ['甲', '乙']],
    [
      'inline blocks apart',
      '<p><span style="display:inline-block">甲</span><span>0</span></p>',
      ['甲 0'],
    ],
    [
      'spans shown as blocks',
      '<span style="display:block">甲</span><span style="float:right">乙</span>',
      ['甲', '乙'],
    ],
    [
      'blocks shown inline',
      '<div style="display:inline">甲</div><p style="display:inline">乙</p>',
      ['甲乙'],
    ],
    [
      'numbered lists',
      '<ol><li>甲<li>乙<ol type=a><li>丙</ol><li value=9>丁</ol>',
      ['1.甲', '2.乙', 'a.丙', '9.丁'],
    ],
    [
      'other numbers',
      '<ol start=3><li>甲</ol><ol reversed><li>乙<li>丙</ol>',
      ['3.甲', '2.乙', '1.丙'],
    ],
    [
      'Chinese numbers',
      '<ol style="list-style-type:cjk-ideographic" start=10><li>甲<li>乙</ol>',
      ['十、甲', '十一、乙'],
    ],
    ['points without numbers', '<ul><li>甲<li><p>乙</p></ul>', ['甲', '乙']],
    [
      'what stands in fields',
      '<p>受理<input value=12>件<input type=hidden value=7></p>',
      ['受理12件'],
    ],
    ['text outside the body', '<p>甲</p></body></html>乙', ['甲', '乙']],
  ])('has %s', async (_, page, expected) => {
    expect(await sketchOf(page)).toEqual(expected)
  })

  it('has the level of headings, also of each line of one', async () => {
    expect(
      (await read('<h1>某镇<br>年度报告</h1><h4><span>一</span></h4><p>x')).blocks,
    ).toMatchObject([
      { text: '某镇', level: 1 },
      { text: '年度报告', level: 1 },
      { text: '一', level: 4 },
      { text: 'x', level: 0 },
    ])
  })

  it('has nothing of code, fallbacks, furniture and comments', async () => {
    const page = `<html><head><title>标题</title><style>p{}</style></head><body>
      <!-- 旧稿 --><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
      <script>document.write("<p>脚本</p>")</script><noscript>请打开</noscript><template><p>模板</p></template>
      <iframe src="x">框</iframe><object>对象</object><svg><text>图</text></svg><video>影</video>
      <select><option>部门</option></select><xml><w:Zoom>0</w:Zoom></xml><p>正文</p></body></html>`
    expect(await sketchOf(page)).toEqual(['正文'])
  })

  it('has what conditional comments show to browsers', async () => {
    expect(
      await sketchOf('<p><![if !supportEmptyParas]>甲<![endif]>乙<!--[if mso]>丙<![endif]--></p>'),
    ).toEqual(['甲乙'])
  })

  it('keeps what stands around the report', async () => {
    expect(
      await sketchOf(
        '<nav><a>首页</a></nav><header>站名</header><main>正文</main><footer>版权</footer>',
      ),
    ).toEqual(['首页', '站名', '正文', '版权'])
  })
})

describe('markup of office programs', () => {
  it('is read as the text it shows', async () => {
    const page =
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoNormal style="mso-pagination:none">' +
      '<b style="mso-bidi-font-weight:normal"><span style="font-size:16.0pt;font-family:仿宋">本年新收</span></b>' +
      '<span lang=EN-US>12<o:p></o:p></span><st1:chsdate year="2021">件</st1:chsdate><o:p>&nbsp;</o:p></p>'
    expect(await sketchOf(page)).toEqual(['本年新收12件'])
  })

  it("gives Word's own number as the numbering", async () => {
    const page =
      '<p style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">一、' +
      '<span style="font:7.0pt">&nbsp;&nbsp;</span></span><![endif]>总体情况</p><p>正文</p>'
    expect((await read(page)).blocks).toMatchObject([
      { text: '总体情况', numbering: '一、' },
      { text: '正文', numbering: '' },
    ])
  })
})

describe('hidden content', () => {
  it.each([
    ['display', '<p>甲<span style="COLOR:red; DISPLAY: none">乙</span></p>'],
    ['visibility', '<p>甲<b style="visibility:hidden">乙</b></p>'],
    ['an attribute', '<p>甲<i hidden>乙</i></p>'],
    ['Word', '<p>甲<span style="mso-hide:all">乙</span></p>'],
    ['no size', '<p>甲<font style="font-size:0px;color:red">乙</font></p>'],
    ['a hidden paragraph', '<p>甲</p><p style="display:none">乙</p>'],
  ])('is left out with a note: %s', async (_, page) => {
    expect(await sketchOf(page)).toEqual(['甲'])
    expect(await notesOf(page)).toEqual([{ kind: 'hidden-text', count: 1 }])
  })

  it.each([
    ['a menu', '<ul><li>甲<ul style="display:none"><li>乙</ul></ul>'],
    ['a message', '<div style="display:none"><p>乙</p></div><p>甲</p>'],
    ['nothing', '<p>甲<span style="display:none"> </span></p>'],
    ['code', '<p>甲<script>乙</script></p>'],
    ['a menu in a layout', '<table><tr><td><div style="display:none">乙</div>甲</table>'],
  ])('is left out without a note where it is %s', async (_, page) => {
    expect(await sketchOf(page)).toEqual(['甲'])
    expect(await notesOf(page)).toEqual([])
  })

  it('is shown where the style only looks alike', async () => {
    const page =
      '<p style="font-size:0.9em">甲</p><p style="background-position:0">乙</p><p data-x="display:none">丙'
    expect(await sketchOf(page)).toEqual(['甲', '乙', '丙'])
  })

  it('takes a cell out of its row, or leaves its place blank, as a browser does', async () => {
    const page =
      '<table><tr><td>甲<td style="display:none">7<td>0<tr style="display:none"><td>8<td>9' +
      '<tr><td>乙<td style="visibility:hidden">5<td>1</table>'
    expect(await sketchOf(page)).toEqual([
      [
        ['甲', '0'],
        ['乙', '?', '1'],
      ],
    ])
    expect(await notesOf(page)).toEqual([{ kind: 'hidden-text', count: 3 }])
  })

  it('counts deletions as revisions', async () => {
    const page = '<p>收到<del>12</del><ins>15</ins>件</p>'
    expect(await sketchOf(page)).toEqual(['收到15件'])
    expect(await notesOf(page)).toEqual([{ kind: 'revisions', count: 1 }])
  })
})

describe('the encoding', () => {
  const page = (charset: string) =>
    `<html><head><meta charset="${charset}"></head><body><p>一、总体情况</p>`
  it.each([
    ['UTF-8', new TextEncoder().encode(page('utf-8')), 'UTF-8', true],
    ['GB18030 declared as gb2312', toGb18030(page('gb2312')), 'GB18030', true],
    ['GB18030 declared as utf-8', toGb18030(page('utf-8')), 'GB18030', false],
    ['UTF-8 declared as gbk', new TextEncoder().encode(page('gbk')), 'UTF-8', false],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le'), 'UTF-16LE', true],
    ['none declared', toGb18030('<p>一、总体情况</p>'), 'GB18030', false],
    [
      'declared far down',
      toGb18030(
        `<!--${'　'.repeat(1500)}--><meta http-equiv=Content-Type content="text/html; charset=gb2312"><p>一、总体情况`,
      ),
      'GB18030',
      true,
    ],
  ])('is right for %s', async (_, bytes, label, declared) => {
    const document = await read(bytes)
    expect(sketchBlocks(document.blocks)).toEqual(['一、总体情况'])
    expect(document.notes).toEqual([{ kind: 'encoding', label, declared }])
  })
})

describe('limits', () => {
  it.each(['<div>', '<span>', '<b>', '<font color=1>', '<center><p>'])(
    'reads 5,000 nested %s',
    async (tag) => {
      expect(await sketchOf(`${tag.repeat(5000)}甲`)).toEqual(['甲'])
    },
  )

  it('reads 2,000 nested tables and lists', async () => {
    expect(await sketchOf(`${'<table><tr><td>'.repeat(2000)}甲`)).toEqual(['甲'])
    expect(await sketchOf(`${'<ul><li>'.repeat(2000)}甲`)).toEqual(['甲'])
  })

  it.each([
    ['too deep', '<div>'.repeat(100_000), 'nesting'],
    ['deep tables', '<table><tr><td>'.repeat(5000), 'nesting'],
    [
      'formatting that unfolds',
      Array.from({ length: 3000 }, (_, i) => `<p><font color=${i}>`).join(''),
      'nesting',
    ],
    ['50,000 rows', `<table>${'<tr><td>0<td>1'.repeat(50_000)}</table>`, 'table'],
    ['a million cells', `<table>${`<tr>${'<td>'.repeat(47)}`.repeat(21_000)}</table>`, 'table'],
  ])('refuses %s', async (_, page, limit) => {
    expect(await errorOf(page)).toEqual({ code: 'too-large', limit })
  })

  it('reads broken markup without throwing', async () => {
    const bits = [
      '<table>',
      '<tr>',
      '<td colspan=9 rowspan=0>',
      '</table>',
      '<p>',
      '</p>',
      '0',
      '<b>',
      '</b>',
      '<li>',
      '<ol>',
      '</td>',
      '<select>',
      '<caption>',
      '<form>',
      '<pre>\n',
      '<!--',
      '-->',
      '&nbsp;',
      '<svg>',
      '<math>',
      '<template>',
      '<plaintext',
      '<button>',
      '</body>',
      '<h1>',
      '<style>',
      '</style>',
    ]
    let seed = 5
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed >> 8
    }
    for (let round = 0; round < 300; round++) {
      const page = Array.from({ length: 60 }, () => bits[random() % bits.length]).join('')
      expect((await read(page)).format).toBe('html')
    }
  })
})
