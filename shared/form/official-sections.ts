import type { FormSection } from './edition.ts'

/** The six sections, worded alike by both notices. */
export const OFFICIAL_SECTIONS: readonly FormSection[] = [
  { number: 1, numeral: '一', title: '总体情况', table: null },
  { number: 2, numeral: '二', title: '主动公开政府信息情况', table: 't2' },
  { number: 3, numeral: '三', title: '收到和处理政府信息公开申请情况', table: 't3' },
  { number: 4, numeral: '四', title: '政府信息公开行政复议、行政诉讼情况', table: 't4' },
  { number: 5, numeral: '五', title: '存在的主要问题及改进情况', table: null },
  { number: 6, numeral: '六', title: '其他需要报告的事项', table: null },
]

/** `一、总体情况`, as the form prints it. */
export const headingOf = (section: FormSection): string => `${section.numeral}、${section.title}`
