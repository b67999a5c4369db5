import { useMemo } from 'react'
import type { SortColumn } from '../../../shared/desk/filters.ts'
import { STATE_WORDS } from '../../../shared/desk/report-identity.ts'
import { VERDICT_WORDS, type Verdict } from '../../../shared/report/finding.ts'
import type { ReportRow } from '../../db/rows.ts'
import { dayWords } from '../../ui/day-words.ts'
import { type Tone, ToneWord } from '../../ui/tone.tsx'
import { type TableColumn, type TableSort, VirtualTable } from '../../ui/virtual-table.tsx'
import { reportName } from './report-name.ts'
import type { ReportsView } from './use-reports-view.ts'

interface Props {
  readonly view: ReportsView
  readonly onOpen: (report: ReportRow) => void
}

/** The list itself; smooth with ten thousand. */
export function ReportsTable({ view, onOpen }: Props) {
  const { shown, namesakes, order, setOrder, selected, setSelected } = view
  const columns = useMemo(() => [unitColumn(namesakes), ...COLUMNS], [namesakes])
  const sort = useMemo<TableSort>(
    () => ({
      column: order.column,
      direction: order.descending ? 'descending' : 'ascending',
    }),
    [order],
  )
  return (
    <VirtualTable
      label="报告"
      columns={columns}
      rows={shown}
      keyOf={idOf}
      nameOf={reportName}
      sort={sort}
      onSort={({ column, direction }) => {
        const known = SORTABLE.find((name) => name === column)
        if (known !== undefined) setOrder({ column: known, descending: direction === 'descending' })
      }}
      selected={selected}
      onSelect={setSelected}
      onOpen={onOpen}
    />
  )
}

const idOf = ({ id }: ReportRow): number => id

const SORTABLE: readonly SortColumn[] = [
  'unit',
  'year',
  'edition',
  'verdict',
  'errors',
  'warnings',
  'state',
  'addedAt',
]

export const VERDICT_TONES = {
  clean: 'ok',
  'must-correct': 'error',
  'must-review': 'warning',
} as const satisfies Record<Verdict, Tone>

/** Offices of the same name are told apart by their files. */
const unitColumn = (namesakes: ReadonlySet<string>): TableColumn<ReportRow> => ({
  key: 'unit',
  title: '单位',
  width: 'flexible',
  render: (report) => (
    <span className="report-unit" title={report.title ?? report.fileName}>
      <b>{report.unit ?? report.title ?? report.fileName}</b>
      {report.versions > 1 ? <small>第 {report.versions} 版</small> : null}
      {namesakes.has(reportName(report)) ? <small>{report.fileName}</small> : null}
    </span>
  ),
})

const COLUMNS: readonly TableColumn<ReportRow>[] = [
  {
    key: 'year',
    title: '年度',
    width: 5.5,
    isNumeric: true,
    render: ({ year }) => year ?? '—',
  },
  {
    key: 'edition',
    title: '格式版本',
    width: 8,
    render: ({ edition }) => `${edition} 年式样`,
  },
  {
    key: 'verdict',
    title: '结论',
    width: 9,
    render: ({ verdict }) => (
      <ToneWord tone={VERDICT_TONES[verdict]}>{VERDICT_WORDS[verdict]}</ToneWord>
    ),
  },
  {
    key: 'errors',
    title: '错误',
    width: 5.5,
    isNumeric: true,
    render: ({ errors }) => <Count count={errors} tone="error" />,
  },
  {
    key: 'warnings',
    title: '请核对',
    width: 6.5,
    isNumeric: true,
    render: ({ warnings }) => <Count count={warnings} tone="warning" />,
  },
  {
    key: 'state',
    title: '处理',
    width: 9.5,
    render: ({ state, open, total }) => (
      <span className={`report-state report-${state}`}>
        {STATE_WORDS[state]}
        {state === 'in-review' && total > 0 ? (
          <small className="figures">
            {total - open}/{total}
          </small>
        ) : null}
      </span>
    ),
  },
  {
    key: 'addedAt',
    title: '添加时间',
    width: 10.5,
    render: ({ addedAt }) => <span className="figures">{dayWords(addedAt)}</span>,
  },
]

/** Zero is quiet; anything else stands out by weight as well as by colour. */
function Count({ count, tone }: { readonly count: number; readonly tone: Tone }) {
  return <span className={count === 0 ? 'count-none' : `count-some tone-${tone}`}>{count}</span>
}
