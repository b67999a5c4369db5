import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react'
import { lensOf } from '../../../../shared/desk/cell-lens.ts'
import type { HandSet } from '../../../../shared/desk/corrections.ts'
import { tablesOf } from '../../../../shared/form/cell-id.ts'
import type { CellId, Edition, FormTable, TableId } from '../../../../shared/form/edition.ts'
import { headingOf } from '../../../../shared/form/official-sections.ts'
import type { Severity } from '../../../../shared/report/finding.ts'
import type { Report } from '../../../../shared/report/report.ts'
import { isComposing } from '../../../ui/shortcut.ts'
import { ToneWord } from '../../../ui/tone.tsx'
import { scrollIntoMiddle } from '../source/scroll-to.ts'
import { cellAfterKey, spotsOf } from './cell-moves.ts'
import { type CellActions, FormCell } from './form-cell.tsx'
import { type FormLayout, type LayoutCell, layoutOf } from './form-layout.ts'
import './form-tables.css'

interface Props extends CellActions {
  readonly form: Edition
  readonly report: Report
  readonly handSet: HandSet
  readonly severities: ReadonlyMap<CellId, Severity>
  readonly related: ReadonlySet<CellId>
  readonly selected: CellId | null
  readonly edited: CellId | null
  readonly hasLens: boolean
}

/** The three tables as the official form prints them. */
export function FormTables(props: Props) {
  const { form, selected, related, hasLens, onSelect, onEdit } = props
  const view = useRef<HTMLDivElement>(null)
  const drawn = useMemo(
    () => tablesOf(form).map((table) => ({ table, layout: layoutOf(table) })),
    [form],
  )
  const spots = useMemo(() => spotsOf(drawn.map(({ layout }) => layout)), [drawn])
  const reachable = selected ?? spots[0]?.id ?? null
  useShownCell(view, selected, related)
  useFocusAfterEdit(view, props.edited)

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || reachable === null) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = cellAfterKey(spots, reachable, event.key)
    if (next !== null) {
      onSelect(next)
      cellElement(view.current, next)?.focus({ preventScroll: true })
    } else if (event.key === 'Enter' || event.key === 'F2') onEdit(reachable)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the grids in it.
    <div ref={view} className={`form-view${hasLens ? ' has-lens' : ''}`} onKeyDown={onKeyDown}>
      {drawn.map(({ table, layout }) => (
        <FormTableView
          key={table.id}
          table={table}
          layout={layout}
          {...props}
          reachable={reachable}
        />
      ))}
    </div>
  )
}

interface TableProps extends Props {
  readonly table: FormTable
  readonly layout: FormLayout
  readonly reachable: CellId | null
}

function FormTableView(props: TableProps) {
  const { form, report, table, layout } = props
  const section = form.sections.find(({ number }) => number === table.section)
  const isMissing = report.tables[table.id].status === 'missing'
  return (
    <table
      id={tableAnchor(table.id)}
      className={`form-table form-${table.id}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, on a real table.
      role="grid"
    >
      <caption>
        {section === undefined ? '' : headingOf(section)}
        {isMissing ? <ToneWord tone="error">原文中没有找到这张表</ToneWord> : null}
      </caption>
      <colgroup>
        {layout.columns.map((kind, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a form never change their order.
          <col key={index} className={`form-col-${kind}`} />
        ))}
      </colgroup>
      {layout.headRows === 0 ? null : (
        <thead>
          <FormRows {...props} from={0} to={layout.headRows} />
        </thead>
      )}
      <tbody>
        <FormRows {...props} from={layout.headRows} to={layout.rows.length} />
      </tbody>
    </table>
  )
}

function FormRows(props: TableProps & { readonly from: number; readonly to: number }) {
  return props.layout.rows.slice(props.from, props.to).map((row, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a form never change their order.
    <tr key={index}>
      {row.map((cell, column) =>
        cell.kind === 'heading' ? (
          // Words return in a row: table 4 heads its columns alike three times.
          // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a form never change their order.
          <Heading key={column} {...cell} />
        ) : (
          <ValueCell key={cell.id} id={cell.id} columnSpan={cell.columnSpan} table={props} />
        ),
      )}
    </tr>
  ))
}

const Heading = memo(function Heading(cell: Extract<LayoutCell, { kind: 'heading' }>) {
  return (
    <th
      scope={cell.scope}
      rowSpan={cell.rowSpan}
      colSpan={cell.columnSpan}
      className={cell.level === 0 ? 'form-outermost' : undefined}
    >
      <span>{cell.text}</span>
    </th>
  )
})

interface ValueProps {
  readonly id: CellId
  readonly columnSpan: number
  readonly table: TableProps
}

function ValueCell({ id, columnSpan, table }: ValueProps) {
  const { report, handSet, onSelect, onEdit, onSave, onCancel } = table
  return (
    <FormCell
      id={id}
      columnSpan={columnSpan}
      raw={report.cells.get(id)?.raw ?? null}
      lens={lensOf(report, id)}
      severity={table.severities.get(id) ?? null}
      isRelated={table.related.has(id)}
      isSelected={table.selected === id}
      isReachable={table.reachable === id}
      isHandSet={handSet.has(id)}
      isEdited={table.edited === id}
      onSelect={onSelect}
      onEdit={onEdit}
      onSave={onSave}
      onCancel={onCancel}
    />
  )
}

/** The id by which a table is jumped to. */
export const tableAnchor = (table: TableId): string => `form-${table}`

const cellElement = (view: Element | null, id: CellId): HTMLElement | null =>
  view?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(id)}"]`) ?? null

/** The input takes the focus with it when it goes; the cell gets it back, so that the arrow keys go on from there. */
function useFocusAfterEdit(
  view: { readonly current: Element | null },
  edited: CellId | null,
): void {
  const before = useRef<CellId | null>(null)
  useEffect(() => {
    const last = before.current
    before.current = edited
    if (last === null || edited !== null || document.activeElement !== document.body) return
    cellElement(view.current, last)?.focus({ preventScroll: true })
  }, [view, edited])
}

/** Brings the selected cell, or the first one of the finding, into view. */
function useShownCell(
  view: { readonly current: Element | null },
  selected: CellId | null,
  related: ReadonlySet<CellId>,
): void {
  const [first = null] = related
  const target = selected ?? first
  useEffect(() => {
    if (view.current === null || target === null) return
    const cell = cellElement(view.current, target)
    if (cell !== null) scrollIntoMiddle(view.current, cell)
  }, [view, target])
}
