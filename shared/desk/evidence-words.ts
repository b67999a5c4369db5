import {
  type CellEvidence,
  CLEAR_LEAD,
  type ColumnEvidence,
  type RowEvidence,
  SURE_EVIDENCE,
} from '../report/evidence.ts'

/** How a cell was found, in plain words for the person who checks it: one line for the row, the column and the whole. */
export const evidenceWords = (evidence: CellEvidence): readonly string[] => [
  `行：${rowWords(evidence.row)}`,
  `列：${columnWords(evidence.column)}`,
  `把握：${percent(evidence.score)}${evidence.score < SURE_EVIDENCE ? `，不到 ${percent(SURE_EVIDENCE)}，请对照原文` : ''}`,
]

function rowWords(row: RowEvidence): string {
  const parts = [FOUND_ROW[row.by](likenessWords('标签', row.likeness))]
  if (row.numbering === 'agrees') parts.push('序号一致')
  if (row.numbering === 'differs') parts.push('但序号不同')
  if (row.heading === 'agrees') parts.push('所在的栏目一致')
  if (row.heading === 'differs') parts.push('但所在的栏目不同')
  if (row.lead < CLEAR_LEAD) parts.push('但放在另一行也说得通')
  return parts.join('，')
}

const FOUND_ROW = {
  label: (label) => label,
  'label-elsewhere': (label) => `${label}，但不在表样的次序上`,
  neighbours: () => '没有认出标签，按前后各行推断',
  'only-row': () => '这张表只有一行数，按先后次序对应',
} as const satisfies Record<RowEvidence['by'], (label: string) => string>

function columnWords(column: ColumnEvidence): string {
  const { by, values, columns, against } = column
  const parts = [column.likeness > 0 ? likenessWords('表头', column.likeness) : '没有认出表头']
  if (by === 'heading') parts.push('按表头下面的位置取数')
  else if (values === columns) parts.push(`本行 ${values} 个数与表样列数一致`)
  else parts.push(`本行的数与表样的 ${columns} 列依次对应`)
  if (against !== null) parts.push(OBJECTIONS[against])
  return parts.join('；')
}

const OBJECTIONS = {
  'heading-lost': '但这几列的表头不全',
  'heading-order': '但表头的次序与表样不同',
  'blank-place': '但空格的位置看不出来',
} as const satisfies Record<NonNullable<ColumnEvidence['against']>, string>

const likenessWords = (what: string, likeness: number): string =>
  likeness >= 1 ? `${what}与表样完全一致` : `${what}与表样相近（${percent(likeness)}）`

const percent = (share: number): string => `${Math.floor(share * 100)}%`
