import { tablesOf } from '../form/cell-id.ts'
import { noticeOf, TABLE_WORDS } from '../form/cell-words.ts'
import type { Edition, FormTable } from '../form/edition.ts'
import { quote } from '../report/quote.ts'
import type { Deviation, Report } from '../report/report.ts'
import { readContent } from '../text/number.ts'
import type { ReportRule, RuleFinding } from './rule.ts'

/** A row, column or label that the form does not have, or not there. */
export const tableStructure: ReportRule = {
  meta: {
    id: 'table-structure',
    severity: 'warning',
    basis: (form) => form.source,
    about: '表的行、列、名称或次序与官方格式不同。',
  },

  check: (report, form) => tablesOf(form).flatMap((table) => findingsFor(table, report, form)),
}

const findingsFor = (table: FormTable, report: Report, form: Edition): readonly RuleFinding[] =>
  mergeSameLabels(report.tables[table.id].deviations).map((deviation) => ({
    ...describe(deviation, `${TABLE_WORDS[table.id]}`, form),
    at: deviation.at,
    section: table.section,
  }))

/** One wording that names several rows or columns is one slip. */
function mergeSameLabels(deviations: readonly Deviation[]): readonly Deviation[] {
  const merged = new Map<string, Deviation>()
  for (const [index, deviation] of deviations.entries()) {
    const isLabel = deviation.kind === 'label-differs'
    const key = isLabel ? JSON.stringify([deviation.official, deviation.found]) : `${index}`
    const known = merged.get(key)
    const isRepeated = isLabel && known?.kind === 'label-differs'
    merged.set(
      key,
      isRepeated
        ? {
            ...known,
            cells: [...known.cells, ...deviation.cells],
            at: [...known.at, ...deviation.at],
          }
        : deviation,
    )
  }
  return [...merged.values()]
}

function describe(
  deviation: Deviation,
  table: string,
  form: Edition,
): Pick<RuleFinding, 'message' | 'cells' | 'expected' | 'actual'> {
  switch (deviation.kind) {
    case 'extra-row':
      return { message: extraRowMessage(deviation, table), cells: [] }
    case 'extra-column':
      return {
        message: `${table}多出一列${named(deviation.label)}，官方格式没有这一列，请核对后删去。`,
        cells: [],
      }
    case 'label-differs':
      return {
        message: `${table}的「${deviation.official}」写成了${quote(deviation.found)}，请改为官方格式的名称。`,
        cells: deviation.cells,
        expected: deviation.official,
        actual: deviation.found,
      }
    case 'out-of-order':
      return {
        message: `${table}的${named(deviation.label)}不在官方格式规定的位置，请按官方格式的次序排列。`,
        cells: deviation.cells,
      }
    case 'other-edition':
      return {
        message: `${table}用的是${noticeOf(deviation.edition)}规定的格式，而表三用的是${form.source}规定的格式，请统一改用现行格式。`,
        cells: [],
      }
    case 'duplicate-table':
      return {
        message: `文件里有两张${table}，这里只核对了其中一张，请对照原文，删去多余的一张。`,
        cells: [],
      }
  }
}

function extraRowMessage(
  deviation: Extract<Deviation, { kind: 'extra-row' }>,
  table: string,
): string {
  const where = deviation.under.trim() === '' ? table : `${table}${named(deviation.under)}下`
  const filled = deviation.values.filter((value) => !isZeroOrBlank(value))
  const advice =
    filled.length === 0
      ? '该行没有大于 0 的数，请删去'
      : `该行填有${filled.map(quote).join('、')}，请并入官方格式相应的行后删去`
  return `${where}多出一行${named(deviation.label)}，官方格式没有这一行；${advice}。`
}

function isZeroOrBlank(value: string): boolean {
  const content = readContent(value, 'count')
  return content.kind === 'blank' || (content.kind === 'number' && content.value === 0)
}

const named = (label: string): string => (label.trim() === '' ? '（没有名称）' : quote(label))
