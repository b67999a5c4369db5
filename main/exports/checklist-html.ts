import type { Checklist, ChecklistItem, ReportChecklist } from '../../shared/checklist/checklist.ts'
import {
  CHECKLIST_TITLE,
  formWords,
  NOT_CHECKED_HEADING,
  placeWords,
  SEVERITY_WORDS,
  SIGNERS,
  subjectOf,
  VERDICT_ADVICE,
} from '../../shared/checklist/checklist-words.ts'
import { VERDICT_WORDS } from '../../shared/report/finding.ts'
import { dateWords } from '../../shared/report/report-year.ts'
import type { CalendarDate } from '../../shared/text/chinese-date.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { htmlPage } from './html-page.ts'

/** The correction checklist as one self-contained page, to be read in a browser and printed on A4. */
export function checklistHtml(checklist: Checklist, checkedOn: CalendarDate): string {
  const subject = subjectOf(checklist)
  const title = [subject === '' ? checklist.file : subject, '更正清单'].join(' ')
  const parts =
    checklist.kind === 'report'
      ? [reportFacts(checklist, checkedOn), itemTable(checklist.items), notChecked(checklist)]
      : [unreadableFacts(checklist.file, checklist.advice, checkedOn)]
  const body = [`<h1>${CHECKLIST_TITLE}</h1>`, ...parts, SIGNATURES]
  return htmlPage(title, body.filter((part) => part !== '').join('\n'))
}

function reportFacts(checklist: ReportChecklist, checkedOn: CalendarDate): string {
  const { title, unit, year, file, verdict } = checklist
  const yearWords = year === null ? '没有写明' : `${year} 年`
  return facts([
    [
      ['单位', escapeMarkup(unit ?? '标题中没有写明')],
      ['年度', `${yearWords}，按 ${escapeMarkup(formWords(checklist))}填报`],
    ],
    [['报告标题', escapeMarkup(title ?? '没有找到')], dateFact(checkedOn)],
    [['报告文件', escapeMarkup(file)]],
    [['结论', verdictHtml(VERDICT_WORDS[verdict], VERDICT_ADVICE[verdict])]],
  ])
}

const unreadableFacts = (file: string, advice: string, checkedOn: CalendarDate): string =>
  facts([
    [['报告文件', escapeMarkup(file)], dateFact(checkedOn)],
    [['结论', verdictHtml(VERDICT_WORDS.unreadable, advice)]],
  ])

const dateFact = (checkedOn: CalendarDate): Fact => ['核对日期', dateWords(checkedOn)]

const verdictHtml = (words: string, advice: string): string =>
  `<p class="verdict">${escapeMarkup(words)}</p><p>${escapeMarkup(advice)}</p>`

type Fact = readonly [name: string, html: string]

/** A table of names and contents, one or two in a row. */
const facts = (rows: readonly (readonly [Fact] | readonly [Fact, Fact])[]): string =>
  `<table class="facts"><colgroup><col class="name"><col class="short"><col class="name"><col></colgroup><tbody>
${rows.map(factRow).join('\n')}
</tbody></table>`

function factRow(row: readonly Fact[]): string {
  const span = row.length === 1 ? ' colspan="3"' : ''
  const cells = row.map(([name, html]) => `<th scope="row">${name}</th><td${span}>${html}</td>`)
  return `<tr>${cells.join('')}</tr>`
}

const COLUMNS = [
  ['序号', '20mm'],
  ['位置', '58mm'],
  ['表中现状', '26mm'],
  ['应为及怎样改', 'auto'],
  ['依据', '44mm'],
  ['已改', '14mm'],
  ['备注', '22mm'],
] as const

function itemTable(items: readonly ChecklistItem[]): string {
  if (items.length === 0) return ''
  const columns = COLUMNS.map(([, width]) => `<col style="width:${width}">`).join('')
  const heads = COLUMNS.map(([name]) => `<th scope="col">${name}</th>`).join('')
  return `<h2>更正项目（共 ${items.length} 项）</h2>
<table><colgroup>${columns}</colgroup>
<thead><tr>${heads}</tr></thead>
<tbody>
${items.map(itemRow).join('\n')}
</tbody></table>`
}

function itemRow(item: ChecklistItem): string {
  const { number, severity, stands, should, message, basis } = item
  const todo = [
    should === null ? '' : `<p class="should">应为：${escapeMarkup(should)}</p>`,
    `<p>${escapeMarkup(message)}</p>`,
  ]
  const cells = [
    `<td class="number"><p>${number}</p><p><span class="severity ${severity}">${SEVERITY_WORDS[severity]}</span></p></td>`,
    `<td>${escapeMarkup(placeWords(item) || NOTHING)}</td>`,
    `<td>${escapeMarkup(stands ?? NOTHING)}</td>`,
    `<td>${todo.join('')}</td>`,
    `<td>${escapeMarkup(basis)}</td>`,
    '<td class="number"><span class="box"></span></td>',
    '<td></td>',
  ]
  return `<tr>${cells.join('')}</tr>`
}

/** An empty cell would look as if something had been forgotten. */
const NOTHING = '—'

const notChecked = (checklist: ReportChecklist): string =>
  checklist.notChecked.length === 0
    ? ''
    : `<h2>${NOT_CHECKED_HEADING}</h2>
<ul>${checklist.notChecked.map((text) => `<li>${escapeMarkup(text)}</li>`).join('')}</ul>`

const SIGNATURES = `<div class="signatures">
${SIGNERS.map((signer) => `<p>${signer}：<span class="line"></span>日期：<span class="line"></span></p>`).join('\n')}
</div>`
