import { styleText } from 'node:util'
import type { Checklist, ChecklistItem, ReportChecklist } from '../../shared/checklist/checklist.ts'
import {
  formWords,
  NOT_CHECKED_HEADING,
  pageWords,
  placeWords,
  SEVERITY_WORDS,
  VERDICT_ADVICE,
} from '../../shared/checklist/checklist-words.ts'
import { type Severity, VERDICT_WORDS, type Verdict } from '../../shared/report/finding.ts'
import type { Output } from './output.ts'
import { totalsWords } from './totals.ts'

/** For a person to read in a terminal or in a text file. */
export function textOutput(colour: 'colour' | 'plain'): Output {
  const paint: Paint = (style, text) =>
    colour === 'colour' ? styleText(STYLES[style], text, { validateStream: false }) : text
  return {
    order: 'input',
    wants: { json: false, checklist: true },
    start: '',
    one: ({ checklist }) => {
      if (checklist === null) throw new Error('an answer without the checklist that was wanted')
      return `${linesOf(checklist, paint).join('\n')}\n\n`
    },
    end: (totals) => `${totalsWords(totals)}。\n`,
  }
}

type Style = Verdict | 'unreadable' | Severity | 'file'
type Paint = (style: Style, text: string) => string

/** Colour only repeats what the words say. */
const STYLES = {
  file: 'bold',
  clean: 'green',
  'must-correct': 'red',
  'must-review': 'yellow',
  unreadable: 'magenta',
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
} as const satisfies Record<Style, string>

function linesOf(checklist: Checklist, paint: Paint): readonly string[] {
  const file = paint('file', checklist.file)
  if (checklist.kind === 'unreadable') {
    const words = paint('unreadable', VERDICT_WORDS.unreadable)
    return [file, `  ${words}：${checklist.advice}`]
  }
  const { verdict, items } = checklist
  const advice = items.length === 0 ? '' : `（${items.length} 项）`
  return [
    file,
    `  ${subjectLine(checklist)}`,
    `  ${paint(verdict, VERDICT_WORDS[verdict])}${advice}：${VERDICT_ADVICE[verdict]}`,
    ...items.flatMap((item) => itemLines(item, `${items.length}`.length, paint)),
    ...notCheckedLines(checklist),
  ]
}

function subjectLine(checklist: ReportChecklist): string {
  const { unit, title, year } = checklist
  const subject = unit ?? title ?? '标题中没有写明单位'
  const yearWords = year === null ? '年度没有写明' : `${year} 年度`
  return [subject, yearWords, formWords(checklist)].join('，')
}

/** The number and the severity, then everything else aligned under the sentence. */
function itemLines(item: ChecklistItem, digits: number, paint: Paint): readonly string[] {
  const number = `${item.number}`.padStart(digits)
  const mark = paint(item.severity, `[${SEVERITY_WORDS[item.severity]}]`)
  const indent = ' '.repeat(digits + 6)
  const stands = item.stands === null ? '' : `现为：${item.stands}`
  const should = item.should === null ? '' : `应为：${item.should}`
  // Most sentences name the cells themselves.
  const isNamed = item.place !== null && item.message.includes(item.place)
  const details = [
    ['位置：', isNamed ? pageWords(item.pages) : placeWords(item)],
    ['', [stands, should].filter((part) => part !== '').join('　')],
    ['依据：', item.basis],
  ] as const
  return [
    `    ${number}. ${mark} ${item.message}`,
    ...details.flatMap(([name, text]) => (text === '' ? [] : [`${indent}${name}${text}`])),
  ]
}

const notCheckedLines = ({ notChecked }: ReportChecklist): readonly string[] =>
  notChecked.length === 0
    ? []
    : [`  ${NOT_CHECKED_HEADING}：`, ...notChecked.map((sentence) => `    · ${sentence}`)]
