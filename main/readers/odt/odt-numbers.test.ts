import { describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../../test/builders/docx-reading.ts'
import { odfParagraph } from '../../../test/builders/odt.ts'
import { readOdt } from '../../../test/builders/odt-reading.ts'

const level = (attributes: string, kind = 'number'): string =>
  `<text:list-level-style-${kind} ${attributes}/>`
const listStyle = (name: string, ...levels: readonly string[]): string =>
  `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`

/** 一、 with （一.1） below it, as LibreOffice writes them. */
const CHINESE = listStyle(
  'L',
  level('text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"'),
  level(
    'text:level="2" style:num-format="1" style:num-prefix="（" style:num-suffix="）" text:display-levels="2"',
  ),
)

const item = (inside: string, attributes = ''): string =>
  `<text:list-item${attributes}>${inside}</text:list-item>`
const list = (inside: string, attributes = ' text:style-name="L"'): string =>
  `<text:list${attributes}>${inside}</text:list>`

async function numbered(
  body: string,
  automatic = CHINESE,
  styles = '',
): Promise<readonly string[]> {
  return paragraphsOf(await readOdt({ body, automatic, styles }))
}

describe('the items of a list', () => {
  it('have the numbers that are shown before them', async () => {
    const body = list(item(odfParagraph('总体情况')) + item(odfParagraph('主动公开')))
    expect(await numbered(body)).toEqual(['一、总体情况', '二、主动公开'])
  })

  it('have one number each, however many paragraphs they hold', async () => {
    const body = list(
      item(odfParagraph('甲') + odfParagraph('又')) +
        `<text:list-header>${odfParagraph('题')}</text:list-header>` +
        item(odfParagraph('乙')),
    )
    expect(await numbered(body)).toEqual(['一、甲', '又', '题', '二、乙'])
  })

  it('count by levels, and a list inside an item begins anew', async () => {
    const inner = (...texts: readonly string[]): string =>
      list(texts.map((text) => item(odfParagraph(text))).join(''), '')
    const body = list(
      item(odfParagraph('甲') + inner('子', '丑')) + item(odfParagraph('乙') + inner('寅')),
    )
    expect(await numbered(body)).toEqual([
      '一、甲',
      '（一.1）子',
      '（一.2）丑',
      '二、乙',
      '（二.1）寅',
    ])
  })

  it('go on in a later list where it says so', async () => {
    const one = (text: string, attributes: string): string =>
      list(item(odfParagraph(text)), attributes)
    const body = [
      one('甲', ' xml:id="a" text:style-name="L"'),
      odfParagraph('之间'),
      one('乙', ' text:style-name="L" text:continue-numbering="true"'),
      one('另', ' text:style-name="L"'),
      one('丙', ' text:style-name="L" text:continue-list="a"'),
    ].join('')
    expect(await numbered(body)).toEqual(['一、甲', '之间', '二、乙', '一、另', '三、丙'])
  })

  it('begin where the style or the item says', async () => {
    const style = listStyle(
      'L',
      level('text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"'),
    )
    const body = list(
      item(odfParagraph('甲')) +
        item(odfParagraph('乙'), ' text:start-value="9"') +
        item(odfParagraph('丙')),
    )
    expect(await numbered(body, style)).toEqual(['3.甲', '9.乙', '10.丙'])
  })

  it('take the list style of their paragraph where the list names none', async () => {
    const paragraphStyle =
      '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>'
    const body = list(item(odfParagraph('甲', 'P')), '') + odfParagraph('外', 'P')
    expect(await numbered(body, CHINESE + paragraphStyle)).toEqual(['一、甲', '外'])
  })

  it('show no number for bullets, and none where the style is not there', async () => {
    const bullets = listStyle('L', level('text:level="1" text:bullet-char="•"', 'bullet'))
    expect(await numbered(list(item(odfParagraph('甲'))), bullets)).toEqual(['甲'])
    expect(await numbered(list(item(odfParagraph('甲'))), '')).toEqual(['甲'])
  })

  it('show what the program printed that wrote the file', async () => {
    const body = list(item('<text:p><text:number>第一条</text:number>甲</text:p>'))
    expect(await numbered(body)).toEqual(['第一条甲'])
  })
})

describe('number formats', () => {
  it.each([
    ['1', '12'],
    ['a', 'l'],
    ['I', 'XII'],
    ['一, 二, 三, ...', '十二'],
    ['壹, 贰, 叁, ...', '壹拾贰'],
    ['壹, 貳, 參, ...', '壹拾貳'],
    ['甲, 乙, 丙, ...', '12'],
    ['①, ②, ③, ...', '⑫'],
    ['１, ２, ３, ...', '１２'],
    ['', ''],
    ['ア, イ, ウ, ...', '12'],
  ])('%s prints 12 as %s', async (format, printed) => {
    const style = listStyle('L', level(`text:level="1" style:num-format="${format}"`))
    const body = list(item(odfParagraph('。'), ' text:start-value="12"'))
    expect(await numbered(body, style)).toEqual([`${printed}。`])
  })

  it('follow the pattern that newer files give', async () => {
    const style = listStyle(
      'L',
      level(
        'text:level="1" style:num-format="一, 二, 三, ..." loext:num-list-format="第%1%章" style:num-prefix="第" style:num-suffix="章"',
      ),
    )
    expect(await numbered(list(item(odfParagraph('总则'))), style)).toEqual(['第一章总则'])
  })
})

describe('headings outside lists', () => {
  const OUTLINE =
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
  const heading = (text: string, depth: number, attributes = ''): string =>
    `<text:h text:outline-level="${depth}"${attributes}>${text}</text:h>`

  it('are numbered by the outline, unless they or their style refuse', async () => {
    const refusing =
      '<style:style style:name="Q" style:family="paragraph" style:list-style-name=""/>'
    const body = [
      heading('甲', 1),
      heading('子', 2),
      heading('题', 1, ' text:is-list-header="true"'),
      heading('无', 1, ' text:style-name="Q"'),
      heading('乙', 1),
      heading('八', 1, ' text:restart-numbering="true" text:start-value="8"'),
    ].join('')
    expect(await numbered(body, refusing, OUTLINE)).toEqual([
      '一、甲',
      '一.1子',
      '题',
      '无',
      '二、乙',
      '八、八',
    ])
  })

  it('are numbered by the list of their own style', async () => {
    const own = '<style:style style:name="H" style:family="paragraph" style:list-style-name="L"/>'
    const body = heading('甲', 1, ' text:style-name="H"') + heading('乙', 1)
    expect(await numbered(body, CHINESE + own)).toEqual(['一、甲', '乙'])
  })
})
