import type { FormColumn, FormRow, GroupTable, MatrixTable } from './edition.ts'

const RESULTS = '三、本年度办理结果'
const DENIED = [RESULTS, '（三）不予公开']
const UNAVAILABLE = [RESULTS, '（四）无法提供']
const DECLINED = [RESULTS, '（五）不予处理']
const LEGAL_PERSONS = '法人或其他组织'

const APPLICANT_COLUMNS: readonly FormColumn[] = [
  { id: 'natural', label: '自然人', measure: 'count' },
  { id: 'company', label: '商业企业', group: LEGAL_PERSONS, measure: 'count' },
  { id: 'research', label: '科研机构', group: LEGAL_PERSONS, measure: 'count' },
  { id: 'charity', label: '社会公益组织', group: LEGAL_PERSONS, measure: 'count' },
  { id: 'legal', label: '法律服务机构', group: LEGAL_PERSONS, measure: 'count' },
  { id: 'other', label: '其他', group: LEGAL_PERSONS, measure: 'count' },
  { id: 'total', label: '总计', measure: 'count' },
]

const ROWS_BEFORE_OTHER: readonly FormRow[] = [
  { id: 'new', label: '一、本年新收政府信息公开申请数量' },
  { id: 'carriedIn', label: '二、上年结转政府信息公开申请数量' },
  { id: 'granted', label: '（一）予以公开', under: [RESULTS] },
  {
    id: 'partial',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    under: [RESULTS],
    variants: ['（二）部分公开'],
  },
  { id: 'denied.secret', label: '1.属于国家秘密', under: DENIED },
  { id: 'denied.forbidden', label: '2.其他法律行政法规禁止公开', under: DENIED },
  { id: 'denied.security', label: '3.危及“三安全一稳定”', under: DENIED },
  { id: 'denied.thirdParty', label: '4.保护第三方合法权益', under: DENIED },
  { id: 'denied.internal', label: '5.属于三类内部事务信息', under: DENIED },
  { id: 'denied.process', label: '6.属于四类过程性信息', under: DENIED },
  { id: 'denied.enforcement', label: '7.属于行政执法案卷', under: DENIED },
  { id: 'denied.query', label: '8.属于行政查询事项', under: DENIED },
  { id: 'unavailable.notHeld', label: '1.本机关不掌握相关政府信息', under: UNAVAILABLE },
  { id: 'unavailable.create', label: '2.没有现成信息需要另行制作', under: UNAVAILABLE },
  { id: 'unavailable.unclear', label: '3.补正后申请内容仍不明确', under: UNAVAILABLE },
  { id: 'declined.petition', label: '1.信访举报投诉类申请', under: DECLINED },
  { id: 'declined.repeat', label: '2.重复申请', under: DECLINED },
  { id: 'declined.publication', label: '3.要求提供公开出版物', under: DECLINED },
  { id: 'declined.abusive', label: '4.无正当理由大量反复申请', under: DECLINED },
  { id: 'declined.reissue', label: '5.要求行政机关确认或重新出具已获取信息', under: DECLINED },
]

const ROWS_AFTER_OTHER: readonly FormRow[] = [
  { id: 'handled', label: '（七）总计', under: [RESULTS] },
  { id: 'carriedOut', label: '四、结转下年度继续办理' },
]

/** Table 3, which the editions share but for the rows of （六）其他处理. */
export function applicationTable(otherRows: readonly FormRow[]): MatrixTable {
  const rows = [...ROWS_BEFORE_OTHER, ...otherRows, ...ROWS_AFTER_OTHER]
  const outside = new Set(['new', 'carriedIn', 'handled', 'carriedOut'])
  return {
    id: 't3',
    layout: 'matrix',
    section: 3,
    note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    columnsHeading: '申请人情况',
    columns: APPLICANT_COLUMNS,
    rows,
    sums: {
      inflow: ['new', 'carriedIn'],
      outflow: ['handled', 'carriedOut'],
      handled: 'handled',
      handledParts: rows.map((row) => row.id).filter((id) => !outside.has(id)),
      total: 'total',
      totalParts: APPLICANT_COLUMNS.map((column) => column.id).filter((id) => id !== 'total'),
    },
  }
}

/** The heading that rows of （六）其他处理 stand under. */
export const RESULTS_HEADING = RESULTS

/** Table 4, the same in both editions so far. */
export const LITIGATION_TABLE: GroupTable = {
  id: 't4',
  layout: 'groups',
  section: 4,
  groups: [
    { id: 'review', label: '行政复议' },
    { id: 'direct', label: '未经复议直接起诉', under: ['行政诉讼'] },
    { id: 'afterReview', label: '复议后起诉', under: ['行政诉讼'] },
  ],
  columns: [
    { id: 'upheld', label: '结果维持', measure: 'count' },
    { id: 'corrected', label: '结果纠正', measure: 'count' },
    { id: 'otherResult', label: '其他结果', measure: 'count' },
    { id: 'pending', label: '尚未审结', measure: 'count' },
    { id: 'total', label: '总计', measure: 'count' },
  ],
  total: 'total',
  totalParts: ['upheld', 'corrected', 'otherResult', 'pending'],
}
