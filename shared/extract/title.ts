import type { Title } from '../report/report.ts'
import { readYear, YEAR_PATTERN } from '../text/chinese-date.ts'
import { joinLines } from '../text/display.ts'
import { fold } from '../text/fold.ts'
import type { Line } from './lines.ts'

/** The title above the first section; null where no line looks like one. */
export function findTitle(linesBefore: readonly Line[]): Title | null {
  let best: { title: Title; score: number } | null = null
  for (let start = 0; start < linesBefore.length; start++) {
    for (let count = 1; count <= MOST_LINES; count++) {
      const lines = linesBefore.slice(start, start + count)
      if (lines.length < count || lines.some((line) => line.text.length > LONGEST_RAW_LINE)) break
      const title = toTitle(lines)
      if (title === null) continue
      const score = scoreOf(title, lines)
      // The report's own title stands nearest above its text; lists of other reports stand before it.
      if (best === null || score >= best.score) best = { title, score }
    }
  }
  return best?.title ?? null
}

/** A title stands on so many lines at most: office, year, words. */
const MOST_LINES = 3
/** In characters. */
const LONGEST_TITLE = 60
const LONGEST_UNIT = 30
/** White space included; a longer line is prose. */
const LONGEST_RAW_LINE = 120

const SENTENCE = /[。；;，,？?！!]|^根据|^按照|现公布|如下/u
const SUBJECT = /(?:政府|政务)?信息公开|政务公开/u
const KIND = /年度报告|年度.{0,4}报告|工作报告|年报|报告$|总结/u
const WITH_YEAR = new RegExp(`^(.*?)(${YEAR_PATTERN})年(.*)$`, 'u')

function toTitle(lines: readonly Line[]): Title | null {
  const text = joinLines(lines.map((line) => line.text))
  if (text.length > LONGEST_TITLE || text.length < 6 || SENTENCE.test(text)) return null
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return null
  // Every line must add to the title: the words at its end, the office or the year at its head.
  if (
    lines.length > 1 &&
    (!/[告报结)）]$/u.test(joinLines([last.text])) || !isHead(joinLines([first.text])))
  )
    return null
  const at = lines.flatMap((line) => line.at)
  const plain = text.replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  const match = WITH_YEAR.exec(plain)
  const [, before = '', yearText = '', after = ''] = match ?? []
  const subject = match === null ? plain : after
  if (!SUBJECT.test(fold(subject)) && !SUBJECT.test(fold(plain))) return null
  if (!KIND.test(fold(subject))) return null
  const unit =
    toUnit(before) ??
    toUnit(/^(.*?)(?:人民政府)?(?:政府|政务)?(?:信息公开|政务公开)/u.exec(subject)?.[1] ?? '')
  if (unit !== null && (unit.length > LONGEST_UNIT || /[:：>\d|]/u.test(unit))) return null
  return { text, unit, year: match === null ? null : readYear(fold(yearText)), at }
}

/** An office, or a title that goes on in the next line. */
const isHead = (text: string): boolean =>
  /(?:镇|乡|街道|办事处|政府|局|委|委员会|办公室|中心|县|区|市|旗|苏木|农场|林场|开发区|院|处|所|站|厅|部|队|公司)$/u.test(
    text,
  ) ||
  SUBJECT.test(text) ||
  WITH_YEAR.test(text)

function toUnit(text: string): string | null {
  const unit = text
    .replace(/^(?:附件\d*[:：]?|关于|[（(【[]|\p{P})+/u, '')
    .replace(/人民政府$/u, '')
    .replace(/(?:关于|\p{P})+$/u, '')
    .replace(/人民政府$/u, '')
  return unit === '' || /^(?:年|度|政府|政务|工作)$/u.test(unit) ? null : unit
}

function scoreOf(title: Title, lines: readonly Line[]): number {
  const isMarked = lines.some((line) => line.level > 0)
  return (
    (title.year === null ? 0 : 2) +
    (title.unit === null ? 0 : 2) +
    (isMarked ? 0.5 : 0) +
    (title.text.endsWith('政府信息公开工作年度报告') ? 1 : 0) -
    (lines.length - 1) * 0.3
  )
}
