import { quote } from '../report/quote.ts'
import { yearOf } from '../report/report-year.ts'
import { fold } from '../text/fold.ts'
import type { ReportRule } from './rule.ts'
import { BEFORE_FIRST_SECTION } from './section-place.ts'

/** The title is not `<机关名称><年>年政府信息公开工作年度报告`. */
export const titleWording: ReportRule = {
  meta: {
    id: 'title-wording',
    severity: 'warning',
    basis: (form) => form.source,
    about: '标题不是“机关名称＋年份＋年政府信息公开工作年度报告”，或者没有找到标题。',
  },

  check: (report) => {
    const official = `「机关名称＋${yearOf(report) ?? '年份＋'}年政府信息公开工作年度报告」`
    const { title } = report
    if (title === null)
      return [
        {
          message: `没有找到报告的标题，应为${official}。`,
          cells: [],
          section: BEFORE_FIRST_SECTION,
        },
      ]
    if (OFFICIAL.test(fold(title.text).replace(ENCLOSING, ''))) return []
    return [
      {
        message: `标题写的是${quote(title.text)}，应为${official}，请核对。`,
        cells: [],
        at: title.at,
        section: BEFORE_FIRST_SECTION,
      },
    ]
  },
}

/** The year may be in Chinese numerals. */
const OFFICIAL =
  /^.*\D(?:(?:19|20)\d{2}|[一二][〇零○O0一二三四五六七八九]{3})年政府信息公开工作年度报告$/u

const ENCLOSING = /^[《"'(]+|[》"').]+$/gu
