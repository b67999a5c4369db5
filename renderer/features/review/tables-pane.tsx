import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { stripsOfCell, stripsOfFinding } from '../../../shared/desk/equation-strip.ts'
import type { KeyedFinding } from '../../../shared/desk/finding-key.ts'
import { TABLE_IDS } from '../../../shared/form/cell-order.ts'
import { TABLE_WORDS } from '../../../shared/form/cell-words.ts'
import type { CellId, TableId } from '../../../shared/form/edition.ts'
import { CellBar } from './cell-bar.tsx'
import { EquationView } from './equation-view.tsx'
import { severityByCell } from './finding-order.ts'
import type { CellActions } from './form/form-cell.tsx'
import { FormTables, tableAnchor } from './form/form-tables.tsx'
import { LensLegend } from './lens-legend.tsx'
import type { ReviewReport } from './review-report.ts'

interface Props extends CellActions {
  readonly review: ReviewReport
  readonly open: KeyedFinding | null
  readonly cell: CellId | null
  readonly edited: CellId | null
  readonly hasLens: boolean
  readonly onRestore: (id: CellId) => void
}

/** The three tables, and under them the selected cell and the sums it stands in. */
export function TablesPane(props: Props) {
  const { review, open, cell, edited, hasLens } = props
  const { form, report, handSet, findings, decisions } = review
  const severities = useMemo(() => severityByCell(findings, decisions), [findings, decisions])
  const related = useMemo(() => new Set(open?.finding.cells), [open])
  return (
    <section className="tables-pane" aria-label="读出的三张表">
      <header className="pane-head">
        <h2>读出的三张表</h2>
        {hasLens ? (
          <LensLegend form={form} report={report} />
        ) : (
          <p className="lens-legend">双击一格可改读数</p>
        )}
        <TableJumps />
      </header>
      <FormTables
        form={form}
        report={report}
        handSet={handSet}
        severities={severities}
        related={related}
        selected={cell}
        edited={edited}
        hasLens={hasLens}
        onSelect={props.onSelect}
        onEdit={props.onEdit}
        onSave={props.onSave}
        onCancel={props.onCancel}
      />
      <Dock {...props} />
    </section>
  )
}

function TableJumps() {
  const jump = useCallback((table: TableId) => {
    const target = document.getElementById(tableAnchor(table))
    const view = target?.closest('.form-view')
    if (target === null || view === null || view === undefined) return
    view.scrollTo({ top: target.offsetTop })
  }, [])
  return (
    <nav className="table-jumps" aria-label="跳到一张表">
      {TABLE_IDS.map((table) => (
        <Button key={table} onClick={() => jump(table)}>
          {TABLE_WORDS[table]}
        </Button>
      ))}
    </nav>
  )
}

/** Always there and of one height, so that nothing moves when something is selected. */
function Dock({ review, open, cell, onEdit, onSelect, onRestore }: Props) {
  const { form, report, handSet, isCurrent } = review
  const strips = useMemo(() => {
    if (open !== null) return stripsOfFinding(open.finding, report, form)
    return cell === null ? [] : stripsOfCell(cell, report, form)
  }, [open, cell, report, form])
  return (
    <section className="dock" aria-label="算式">
      {cell === null ? null : (
        <CellBar
          form={form}
          report={report}
          cell={cell}
          handSet={handSet.get(cell)}
          isReadOnly={!isCurrent}
          onEdit={onEdit}
          onRestore={onRestore}
        />
      )}
      {strips.map((strip) => (
        <EquationView
          key={`${strip.kind} ${strip.place}`}
          strip={strip}
          selected={cell}
          onSelect={onSelect}
        />
      ))}
      {cell === null && strips.length === 0 ? (
        <p className="dock-hint">
          {open === null
            ? '点一格或一条问题，这里写出它的算式。'
            : '这个问题不是合计不符，没有算式。'}
        </p>
      ) : null}
    </section>
  )
}
