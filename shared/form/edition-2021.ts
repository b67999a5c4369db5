import type { Edition } from './edition.ts'
import { OFFICIAL_SECTIONS } from './official-sections.ts'
import { applicationTable, LITIGATION_TABLE, RESULTS_HEADING } from './shared-tables.ts'

const OTHER = [RESULTS_HEADING, '（六）其他处理']

/** The form for report years from 2021. */
export const edition2021: Edition = {
  id: '2021',
  reportYears: { from: 2021, to: null },
  source: '国办公开办函〔2021〕30号',
  sections: OFFICIAL_SECTIONS,
  tables: {
    t2: {
      id: 't2',
      layout: 'blocks',
      section: 2,
      rowHeading: '信息内容',
      blocks: [
        {
          article: '第二十条第（一）项',
          columns: [
            { id: 'issued', label: '本年制发件数', measure: 'count' },
            { id: 'repealed', label: '本年废止件数', measure: 'count' },
            { id: 'effective', label: '现行有效件数', measure: 'count' },
          ],
          rows: [
            { id: 'rule', label: '规章' },
            { id: 'normative', label: '行政规范性文件', variants: ['规范性文件'] },
          ],
        },
        {
          article: '第二十条第（五）项',
          columns: [{ id: 'decisions', label: '本年处理决定数量', measure: 'count' }],
          rows: [{ id: 'license', label: '行政许可' }],
        },
        {
          article: '第二十条第（六）项',
          columns: [{ id: 'decisions', label: '本年处理决定数量', measure: 'count' }],
          rows: [
            { id: 'penalty', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
        },
        {
          article: '第二十条第（八）项',
          columns: [
            {
              id: 'amount',
              label: '本年收费金额（单位：万元）',
              measure: 'money-10k',
              variants: ['本年收费金额'],
            },
          ],
          rows: [{ id: 'fee', label: '行政事业性收费' }],
        },
      ],
    },
    t3: applicationTable([
      {
        id: 'other.overdueCorrection',
        label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        under: OTHER,
      },
      {
        id: 'other.overdueFee',
        label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        under: OTHER,
      },
      { id: 'other.misc', label: '3.其他', under: OTHER },
    ]),
    t4: LITIGATION_TABLE,
  },
}
