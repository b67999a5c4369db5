import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { CheckCell } from './check-cell.tsx'
import { useElementSize } from './use-element-size.ts'
import { useRem } from './use-rem.ts'
import { rowAfterKey, scrollTopFor, visibleRows } from './visible-rows.ts'
import './virtual-table.css'

export interface TableColumn<Row> {
  readonly key: string
  readonly title: string
  /** In rem; `flexible` takes what is left, at least 12 rem. */
  readonly width: number | 'flexible'
  readonly isNumeric?: true
  readonly render: (row: Row) => ReactNode
}

export interface TableSort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

interface Props<Row> {
  readonly label: string
  /** Should not change from one drawing to the next. */
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => number
  /** What a screen reader calls the row. */
  readonly nameOf: (row: Row) => string
  readonly sort: TableSort
  readonly onSort: (sort: TableSort) => void
  readonly selected: ReadonlySet<number>
  readonly onSelect: (selected: ReadonlySet<number>) => void
  readonly onOpen: (row: Row) => void
}

/** Of a row, in rem. */
const ROW_HEIGHT = 3

/**
 * A table that draws only the rows in view, and so stays smooth with ten thousand. A real `<table>`, so that a screen
 * reader can walk it, though every row is laid out by itself: the browser's table layout would go over all of them at
 * each step. Arrow keys, space, Enter and Ctrl+A work as in any list of files.
 */
export function VirtualTable<Row>(props: Props<Row>) {
  const { columns, rows, keyOf, selected, onSelect, onOpen } = props
  const frame = useRef<HTMLDivElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const [active, setActive] = useState(0)
  const { height } = useElementSize(frame)
  const id = useId()
  const rowHeight = ROW_HEIGHT * useRem()
  const viewHeight = Math.max(0, height - rowHeight)
  const { first, end } = visibleRows(scrollTop, viewHeight, rowHeight, rows.length)
  const lastToggled = useRef<number | null>(null)

  const goTo = (row: number): void => {
    setActive(row)
    const view = frame.current
    if (view !== null) view.scrollTop = scrollTopFor(row, view.scrollTop, viewHeight, rowHeight)
  }
  const toggle = useCallback(
    (index: number, isRange: boolean) => {
      const from = isRange && lastToggled.current !== null ? lastToggled.current : index
      lastToggled.current = index
      const keys = rows.slice(Math.min(from, index), Math.max(from, index) + 1).map(keyOf)
      onSelect(withToggled(selected, keys, rows[index] === undefined ? -1 : keyOf(rows[index])))
    },
    [rows, keyOf, selected, onSelect],
  )
  const open = useCallback(
    (index: number) => {
      const row = rows[index]
      if (row !== undefined) onOpen(row)
    },
    [rows, onOpen],
  )
  const draw = useCallback(
    (index: number) => {
      const row = rows[index]
      return row === undefined ? null : columns.map((column) => drawCell(column, row))
    },
    [rows, columns],
  )
  const grid = useMemo(() => gridOf(columns), [columns])
  const allKeys = useMemo(() => rows.map(keyOf), [rows, keyOf])
  const selectedHere = allKeys.reduce((count, key) => count + (selected.has(key) ? 1 : 0), 0)
  const isAll = rows.length > 0 && selectedHere === rows.length
  const toggleAll = (): void => onSelect(isAll ? new Set() : new Set(allKeys))

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor(viewHeight / rowHeight) - 1)
    const next = rowAfterKey(event.key, active, page, rows.length)
    if (next !== null) goTo(next)
    else if (event.key === 'Enter') open(active)
    else if (event.key === ' ') toggle(active, event.shiftKey)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(new Set(allKeys))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={frame}
      className="virtual-table"
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, on a real table.
        role="grid"
        aria-label={props.label}
        style={{ '--columns': grid }}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        aria-activedescendant={active >= first && active < end ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <Head
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          check={{ isAll, isSome: selectedHere > 0, onToggle: toggleAll }}
        />
        <tbody style={{ height: rows.length * rowHeight }}>
          {rows.slice(first, end).map((row, offset) => (
            <MemoRow
              key={keyOf(row)}
              id={`${id}-${first + offset}`}
              index={first + offset}
              name={props.nameOf(row)}
              draw={draw}
              top={(first + offset) * rowHeight}
              isActive={first + offset === active}
              isSelected={selected.has(keyOf(row))}
              onToggle={toggle}
              onOpen={open}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The keys all get the state that the one clicked gets. */
function withToggled(
  selected: ReadonlySet<number>,
  keys: readonly number[],
  clicked: number,
): ReadonlySet<number> {
  const next = new Set(selected)
  const isOn = !selected.has(clicked)
  for (const key of keys) {
    if (isOn) next.add(key)
    else next.delete(key)
  }
  return next
}

/** The columns as the style sheet lays them out, the tick boxes before them. */
const gridOf = (columns: readonly { readonly width: number | 'flexible' }[]): string =>
  `3.25rem ${columns.map(({ width }) => (width === 'flexible' ? 'minmax(12rem, 1fr)' : `${width}rem`)).join(' ')}`

const classOf = ({ isNumeric }: { readonly isNumeric?: true }): string | undefined =>
  isNumeric === true ? 'virtual-numeric' : undefined

const drawCell = <Row,>(column: TableColumn<Row>, row: Row): ReactNode => (
  <td key={column.key} className={classOf(column)}>
    {column.render(row)}
  </td>
)

interface HeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[]
  readonly sort: TableSort
  readonly onSort: (sort: TableSort) => void
  readonly check: {
    readonly isAll: boolean
    readonly isSome: boolean
    readonly onToggle: () => void
  }
}

function Head<Row>({ columns, sort, onSort, check }: HeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="virtual-check">
          <CheckCell
            label={check.isAll ? '取消全选' : '全选'}
            isChecked={check.isAll}
            isPartly={check.isSome && !check.isAll}
            isReachable
            onToggle={check.onToggle}
          />
        </th>
        {columns.map((column) => {
          const isSorted = sort.column === column.key
          const turned = sort.direction === 'ascending' ? 'descending' : 'ascending'
          const direction = isSorted ? turned : 'ascending'
          return (
            <th
              key={column.key}
              scope="col"
              className={classOf(column)}
              aria-sort={isSorted ? sort.direction : 'none'}
            >
              <button type="button" onClick={() => onSort({ column: column.key, direction })}>
                <span>{column.title}</span>
                <span className="virtual-sort" aria-hidden>
                  {isSorted ? (sort.direction === 'ascending' ? '▲' : '▼') : ''}
                </span>
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly id: string
  readonly index: number
  readonly name: string
  readonly draw: (index: number) => ReactNode
  /** In pixels from the top of the list. */
  readonly top: number
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly onToggle: (index: number, isRange: boolean) => void
  readonly onOpen: (index: number) => void
}

const MemoRow = memo(function TableRow(props: RowProps) {
  const { index, isActive, isSelected } = props
  return (
    <tr
      id={props.id}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={isActive ? 'virtual-active' : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onOpen(index)}
    >
      <td className="virtual-check">
        <CheckCell
          label={`选择${props.name}`}
          isChecked={isSelected}
          isReachable={false}
          onToggle={(isRange) => props.onToggle(index, isRange)}
        />
      </td>
      {props.draw(index)}
    </tr>
  )
})
