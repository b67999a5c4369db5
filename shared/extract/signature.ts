import type { Signature } from '../report/report.ts'
import { readDate, YEAR_PATTERN } from '../text/chinese-date.ts'
import { joinLines, repairRadicals } from '../text/display.ts'
import { fold } from '../text/fold.ts'
import type { Line } from './lines.ts'

/** The office and the date under the report; null where the lines after the last section hold neither. */
export function findSignature(linesAfter: readonly Line[]): Signature | null {
  for (const [i, line] of linesAfter.entries()) {
    const date = readDate(line.text)
    if (date !== null) {
      const before = linesAfter[i - 1]
      const unit = before === undefined ? null : toUnit(before.text)
      const at = [...(unit === null || before === undefined ? [] : before.at), ...line.at]
      return { unit, date: { ...date, raw: repairRadicals(line.text.trim()) }, at }
    }
    const both = inOneLine(line)
    if (both !== null) return both
  }
  const last = linesAfter.findLast((line) => ends(line.text))
  return last === undefined ? null : { unit: toUnit(last.text), date: null, at: last.at }
}

const OFFICE = /(?:政府|办公室|办事处|委员会|局|厅|院|处|中心|镇|乡|街道)$/u
/** In characters. */
const LONGEST_OFFICE = 30

const ends = (text: string): boolean => toUnit(text) !== null

function toUnit(text: string): string | null {
  const unit = joinLines([text])
  return unit.length <= LONGEST_OFFICE && OFFICE.test(fold(unit)) && !/[。，,；;：:]/u.test(unit)
    ? unit
    : null
}

const DATE_AT_END = new RegExp(`^(.{2,30}?)(${YEAR_PATTERN}年.{1,3}月.{1,3}日)$`, 'u')

function inOneLine(line: Line): Signature | null {
  const match = DATE_AT_END.exec(joinLines([line.text]))
  if (match === null) return null
  const unit = toUnit(match[1] ?? '')
  const date = readDate(match[2] ?? '')
  return unit === null || date === null
    ? null
    : { unit, date: { ...date, raw: match[2] ?? '' }, at: line.at }
}
