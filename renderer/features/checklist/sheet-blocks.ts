import type { ChecklistItem } from '../../../shared/checklist/checklist.ts'
import {
  NOT_CHECKED_HEADING,
  placeWords,
  SEVERITY_WORDS,
  SIGNERS,
  VERDICT_ADVICE,
} from '../../../shared/checklist/checklist-words.ts'
import { VERDICT_WORDS } from '../../../shared/report/finding.ts'
import { dateWords } from '../../../shared/report/report-year.ts'
import { escapeHtml } from './escape-html.ts'
import type { Sheet } from './sheet.ts'

/** A piece of a sheet as HTML, never cut by a page end. A table's rows are pieces of their own. */
export interface SheetBlock {
  readonly html: string
  readonly table: TableName | null
  readonly staysWithNext: boolean
}

export type TableName = 'items' | 'aside'

/** The pieces of a sheet in order. */
export function sheetBlocks(sheet: Sheet): readonly SheetBlock[] {
  const content = [
    piece(facts(sheet)),
    ...itemBlocks(sheet),
    ...asideBlocks(sheet),
    ...notCheckedBlocks(sheet),
  ]
  const last = content.length - 1
  // Signatures never stand on a page by themselves: nobody would know what was signed.
  return [
    ...content.map((block, index) => (index === last ? { ...block, staysWithNext: true } : block)),
    piece(SIGNATURES),
  ]
}

/** A table on one page: its headings, and the rows that stand there. */
export function tableHtml(table: TableName, rows: readonly string[]): string {
  const columns = COLUMNS[table]
  const widths = columns.map(([, width]) => `<col style="width:${width}">`).join('')
  const heads = columns.map(([name]) => `<th scope="col">${name}</th>`).join('')
  return `<table class="list"><colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** Widths are parts of the page, so that large print keeps them. */
const COLUMNS: Readonly<Record<TableName, readonly (readonly [name: string, width: string])[]>> = {
  items: [
    ['序号', '8%'],
    ['位置', '20%'],
    ['表中现状', '10%'],
    ['应为及怎样改', '31%'],
    ['依据', '15%'],
    ['已改', '6%'],
    ['备注', '10%'],
  ],
  aside: [
    ['序号', '8%'],
    ['位置', '20%'],
    ['发现的问题', '34%'],
    ['搁置的理由', '38%'],
  ],
}

const piece = (html: string): SheetBlock => ({ html, table: null, staysWithNext: false })
const heading = (words: string): SheetBlock => ({
  html: `<h2>${words}</h2>`,
  table: null,
  staysWithNext: true,
})

function facts(sheet: Sheet): string {
  const { unit, year, title, file, version, date, verdict, office, contact } = sheet
  const yearWords = year === null ? '没有写明' : `${year} 年`
  const form = `${yearWords}，按 ${sheet.edition} 年式样（${sheet.notice}）填报`
  const rows = [
    row(['单位', unit ?? '标题中没有写明'], ['年度', form]),
    row(['报告标题', title ?? '没有找到'], ['核对日期', dateWords(date)]),
    row(['报告文件', file], ['版本', `第 ${version} 版`]),
    row(['核对单位', office], ['联系人', contact]),
  ]
  const words = `<b class="verdict">${VERDICT_WORDS[verdict]}</b>${escapeHtml(VERDICT_ADVICE[verdict])}`
  return `<table class="facts"><colgroup><col style="width:11%"><col style="width:45%"><col style="width:11%"><col></colgroup><tbody>${rows.join('')}<tr><th scope="row">结论</th><td colspan="3">${words}</td></tr></tbody></table>`
}

type Fact = readonly [name: string, text: string]

const row = (...facts: readonly Fact[]): string =>
  `<tr>${facts.map(([name, text]) => `<th scope="row">${name}</th><td>${escapeHtml(text)}</td>`).join('')}</tr>`

function itemBlocks({ items }: Sheet): readonly SheetBlock[] {
  if (items.length === 0) return [piece('<p class="none">没有需要更正的项目。</p>')]
  return [
    heading(`更正项目（共 ${items.length} 项）`),
    ...items.map((item): SheetBlock => {
      const { message, basis, stands, should, isFixed } = item
      const todo = should === null ? '' : `<p class="should">应为：${escapeHtml(should)}</p>`
      const cells = [
        numberCell(item),
        cell(escapeHtml(placeWords(item) || NOTHING)),
        cell(escapeHtml(stands ?? NOTHING)),
        cell(`${todo}<p>${escapeHtml(message)}</p>`, message),
        cell(escapeHtml(basis)),
        `<td class="middle"><span class="box">${isFixed ? '✓' : ''}</span></td>`,
        '<td></td>',
      ]
      return { html: `<tr>${cells.join('')}</tr>`, table: 'items', staysWithNext: false }
    }),
  ]
}

function asideBlocks({ setAside }: Sheet): readonly SheetBlock[] {
  if (setAside.length === 0) return []
  return [
    heading(`已搁置、不需更正的（共 ${setAside.length} 项）`),
    ...setAside.map((item): SheetBlock => {
      const cells = [
        numberCell(item),
        cell(escapeHtml(placeWords(item) || NOTHING)),
        cell(escapeHtml(item.message), item.message),
        cell(escapeHtml(item.reason), item.reason),
      ]
      return { html: `<tr>${cells.join('')}</tr>`, table: 'aside', staysWithNext: false }
    }),
  ]
}

const notCheckedBlocks = ({ notChecked }: Sheet): readonly SheetBlock[] =>
  notChecked.length === 0
    ? []
    : [
        heading(NOT_CHECKED_HEADING),
        ...notChecked.map((text) => piece(`<p class="unchecked">· ${escapeHtml(text)}</p>`)),
      ]

/** Longer texts are never set in large print: a row must fit on a page, for none is cut. In characters. */
const LONG_TEXT = 160

const cell = (html: string, text = ''): string =>
  text.length > LONG_TEXT ? `<td class="long">${html}</td>` : `<td>${html}</td>`

const numberCell = ({ number, severity }: ChecklistItem): string =>
  `<td class="middle"><p>${number}</p><p><span class="severity ${severity}">${SEVERITY_WORDS[severity]}</span></p></td>`

/** An empty cell would look as if something had been forgotten. */
const NOTHING = '—'

const SIGNATURES = `<div class="signatures">${SIGNERS.map(
  (signer) => `<p>${signer}：<span class="line"></span>日期：<span class="line"></span></p>`,
).join('')}</div>`
