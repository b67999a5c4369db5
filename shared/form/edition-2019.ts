import type { Edition, FormColumn } from './edition.ts'
import { OFFICIAL_SECTIONS } from './official-sections.ts'
import { applicationTable, LITIGATION_TABLE, RESULTS_HEADING } from './shared-tables.ts'

const ITEM_COLUMNS: readonly FormColumn[] = [
  { id: 'previous', label: '上一年项目数量', measure: 'count' },
  { id: 'change', label: '本年增/减', measure: 'change' },
  { id: 'decisions', label: '处理决定数量', measure: 'count' },
]

/** The form for report years 2019 and 2020. */
export const edition2019: Edition = {
  id: '2019',
  reportYears: { from: 2019, to: 2020 },
  source: '国办公开办函〔2019〕60号',
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
            { id: 'made', label: '本年新制作数量', measure: 'count' },
            { id: 'disclosed', label: '本年新公开数量', measure: 'count' },
            { id: 'total', label: '对外公开总数量', measure: 'count' },
          ],
          rows: [
            { id: 'rule', label: '规章' },
            { id: 'normative', label: '规范性文件' },
          ],
        },
        {
          article: '第二十条第（五）项',
          columns: ITEM_COLUMNS,
          rows: [
            { id: 'license', label: '行政许可' },
            { id: 'otherService', label: '其他对外管理服务事项' },
          ],
        },
        {
          article: '第二十条第（六）项',
          columns: ITEM_COLUMNS,
          rows: [
            { id: 'penalty', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
        },
        {
          article: '第二十条第（八）项',
          columns: ITEM_COLUMNS.slice(0, 2),
          rows: [{ id: 'fee', label: '行政事业性收费' }],
        },
        {
          article: '第二十条第（九）项',
          columns: [
            { id: 'count', label: '采购项目数量', measure: 'count' },
            { id: 'amount', label: '采购总金额', measure: 'money' },
          ],
          rows: [{ id: 'procurement', label: '政府集中采购' }],
        },
      ],
    },
    t3: applicationTable([{ id: 'other.all', label: '（六）其他处理', under: [RESULTS_HEADING] }]),
    t4: LITIGATION_TABLE,
  },
}
