import {
  type Checklist,
  countItems,
  type SeverityCounts,
} from '../../shared/checklist/checklist.ts'
import { SEVERITY_WORDS, SUMMARY_TITLE, subjectOf } from '../../shared/checklist/checklist-words.ts'
import { VERDICT_WORDS, type Verdict } from '../../shared/report/finding.ts'
import { dateWords } from '../../shared/report/report-year.ts'
import type { CalendarDate } from '../../shared/text/chinese-date.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { htmlPage } from './html-page.ts'

/** What the summary keeps of a checklist; small, since a batch may have thousands. */
export type SummaryEntry = ReportEntry | UnreadableEntry

interface ReportEntry {
  readonly kind: 'report'
  readonly file: string
  readonly subject: string
  readonly year: number | null
  readonly verdict: Verdict
  readonly counts: SeverityCounts
  /** Name of the checklist beside the summary; null where it could not be written. */
  readonly checklist: string | null
}

interface UnreadableEntry {
  readonly kind: 'unreadable'
  readonly file: string
  readonly advice: string
  readonly checklist: string | null
}

/** The summary's entry for a checklist that stands under that name beside the summary, or nowhere. */
export function toSummaryEntry(checklist: Checklist, name: string | null): SummaryEntry {
  const { file } = checklist
  if (checklist.kind === 'unreadable')
    return { kind: 'unreadable', file, advice: checklist.advice, checklist: name }
  return {
    kind: 'report',
    file,
    subject: subjectOf(checklist),
    year: checklist.year,
    verdict: checklist.verdict,
    counts: countItems(checklist),
    checklist: name,
  }
}

/** The summary of a batch as one self-contained page: every report with its verdict, and the files that could not be read. */
export function indexHtml(entries: readonly SummaryEntry[], checkedOn: CalendarDate): string {
  const reports = entries.filter((entry) => entry.kind === 'report')
  const unreadable = entries.filter((entry) => entry.kind === 'unreadable')
  const body = [
    `<h1>${SUMMARY_TITLE}</h1>`,
    `<p>核对日期：${dateWords(checkedOn)}。${totals(reports, unreadable)}</p>`,
    reportTable(reports),
    unreadableTable(unreadable),
  ]
  return htmlPage(SUMMARY_TITLE, body.filter((part) => part !== '').join('\n'))
}

const VERDICTS: readonly Verdict[] = ['must-correct', 'must-review', 'clean']

function totals(reports: readonly ReportEntry[], unreadable: readonly UnreadableEntry[]): string {
  const counts = VERDICTS.map((verdict) => {
    const number = reports.filter((entry) => entry.verdict === verdict).length
    return `${VERDICT_WORDS[verdict]} ${number} 份`
  })
  const all = reports.length + unreadable.length
  return `共 ${all} 份：${[...counts, `${VERDICT_WORDS.unreadable} ${unreadable.length} 份`].join('，')}。`
}

const REPORT_COLUMNS = [
  ['序号', '13mm'],
  ['单位', '50mm'],
  ['年度', '16mm'],
  ['结论', '30mm'],
  [SEVERITY_WORDS.error, '15mm'],
  [SEVERITY_WORDS.warning, '17mm'],
  [SEVERITY_WORDS.info, '15mm'],
  ['报告文件（点开看更正清单）', 'auto'],
] as const

function reportTable(entries: readonly ReportEntry[]): string {
  if (entries.length === 0) return ''
  const rows = entries.map((entry, index) => {
    const { subject, year, verdict, counts } = entry
    const words = escapeMarkup(VERDICT_WORDS[verdict])
    return row([
      ['number', `${index + 1}`],
      ['', escapeMarkup(subject)],
      ['number', year === null ? '' : `${year}`],
      ['', verdict === 'clean' ? words : `<b>${words}</b>`],
      ['number', `${counts.error}`],
      ['number', `${counts.warning}`],
      ['number', `${counts.info}`],
      ['', link(entry)],
    ])
  })
  return table(REPORT_COLUMNS, rows)
}

const UNREADABLE_COLUMNS = [
  ['序号', '13mm'],
  ['文件', '40%'],
  ['原因和办法', 'auto'],
] as const

function unreadableTable(entries: readonly UnreadableEntry[]): string {
  if (entries.length === 0) return ''
  const rows = entries.map((entry, index) =>
    row([
      ['number', `${index + 1}`],
      ['', link(entry)],
      ['', escapeMarkup(entry.advice)],
    ]),
  )
  return `<h2>读不了的文件（共 ${entries.length} 份，没有核对）</h2>\n${table(UNREADABLE_COLUMNS, rows)}`
}

const link = ({ file, checklist }: SummaryEntry): string =>
  checklist === null
    ? escapeMarkup(file)
    : `<a href="./${encodeURIComponent(checklist)}">${escapeMarkup(file)}</a>`

/** The cells are HTML. */
const row = (cells: readonly (readonly [className: string, html: string])[]): string =>
  `<tr>${cells.map(([name, html]) => `<td${name === '' ? '' : ` class="${name}"`}>${html}</td>`).join('')}</tr>`

const table = (
  columns: readonly (readonly [name: string, width: string])[],
  rows: readonly string[],
): string => `<table><colgroup>${columns.map(([, width]) => `<col style="width:${width}">`).join('')}</colgroup>
<thead><tr>${columns.map(([name]) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`
