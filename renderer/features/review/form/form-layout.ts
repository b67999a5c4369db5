import { toCellId } from '../../../../shared/form/cell-id.ts'
import type {
  BlockTable,
  CellId,
  FormColumn,
  FormRow,
  FormTable,
  GroupTable,
  MatrixTable,
} from '../../../../shared/form/edition.ts'

/** A table of the form as it is printed: rows of headings and cells with their spans. */
export interface FormLayout {
  /** One width for each grid column, as parts of the whole; the kinds are sized by the style sheet. */
  readonly columns: readonly ColumnKind[]
  /** How many of the rows are headings above the table. */
  readonly headRows: number
  readonly rows: readonly (readonly LayoutCell[])[]
}

/** `group`: a merged heading at the left; `label`: the row's own; `value`: numbers. */
export type ColumnKind = 'group' | 'label' | 'value'

export type LayoutCell =
  | {
      readonly kind: 'heading'
      readonly text: string
      readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup'
      readonly rowSpan: number
      readonly columnSpan: number
      /** Of a merged heading at the left: from 0, the outermost. */
      readonly level?: number
    }
  | { readonly kind: 'value'; readonly id: CellId; readonly columnSpan: number }

/** How the official form draws that table. */
export function layoutOf(table: FormTable): FormLayout {
  switch (table.layout) {
    case 'blocks':
      return blockLayout(table)
    case 'matrix':
      return matrixLayout(table)
    case 'groups':
      return groupLayout(table)
  }
}

const heading = (
  text: string,
  scope: 'col' | 'colgroup' | 'row' | 'rowgroup',
  rowSpan = 1,
  columnSpan = 1,
): LayoutCell => ({ kind: 'heading', text, scope, rowSpan, columnSpan })

const value = (id: CellId, columnSpan = 1): LayoutCell => ({ kind: 'value', id, columnSpan })

function blockLayout(table: BlockTable): FormLayout {
  const width = table.blocks.reduce((known, { columns }) => lcm(known, columns.length), 1)
  const rows = table.blocks.flatMap(({ article, columns, rows: own }) => {
    const span = width / columns.length
    const head = columns.map(({ label }) => heading(label, 'col', 1, span))
    return [
      [heading(article, 'colgroup', 1, width + 1)],
      [heading(table.rowHeading, 'col'), ...head],
      ...own.map((row) => [
        heading(row.label, 'row'),
        ...columns.map((column) => value(toCellId(table.id, row.id, column.id), span)),
      ]),
    ]
  })
  return { columns: ['label', ...repeat<ColumnKind>('value', width)], headRows: 0, rows }
}

function matrixLayout(table: MatrixTable): FormLayout {
  const { columns, rows } = table
  const depth = Math.max(...rows.map((row) => (row.under ?? []).length)) + 1
  const body = rows.map((row, index) => [
    ...mergedHeadings(rows, index),
    heading(row.label, 'row', 1, depth - (row.under ?? []).length),
    ...columns.map((column) => value(toCellId(table.id, row.id, column.id))),
  ])
  return {
    columns: [
      ...repeat<ColumnKind>('group', depth - 1),
      'label',
      ...repeat<ColumnKind>('value', columns.length),
    ],
    headRows: 3,
    rows: [
      [
        heading(table.note, 'colgroup', 3, depth),
        heading(table.columnsHeading, 'colgroup', 1, columns.length),
      ],
      groupedHeadings(columns, (column) => column.group),
      columns
        .filter((column) => column.group !== undefined)
        .map(({ label }) => heading(label, 'col')),
      ...body,
    ],
  }
}

function groupLayout(table: GroupTable): FormLayout {
  const { groups, columns } = table
  const width = columns.length
  const above = runsOf(groups, (group) => group.under?.[0] ?? null).map(({ name, first, count }) =>
    name === null
      ? heading(first.label, 'colgroup', 2, width)
      : heading(name, 'colgroup', 1, width * count),
  )
  const below = groups.filter((group) => group.under !== undefined)
  return {
    columns: repeat<ColumnKind>('value', groups.length * width),
    headRows: 3,
    rows: [
      above,
      below.map(({ label }) => heading(label, 'colgroup', 1, width)),
      groups.flatMap(() => columns.map(({ label }) => heading(label, 'col'))),
      groups.flatMap((group) =>
        columns.map((column) => value(toCellId(table.id, group.id, column.id))),
      ),
    ],
  }
}

/** The merged headings at the left that begin with that row. */
function mergedHeadings(rows: readonly FormRow[], index: number): readonly LayoutCell[] {
  const under = rows[index]?.under ?? []
  return under.flatMap((text, level) => {
    if (sharesHeading(rows[index], rows[index - 1], level)) return []
    let end = index + 1
    while (sharesHeading(rows[index], rows[end], level)) end++
    return [{ ...heading(text, 'rowgroup', end - index), level }]
  })
}

const sharesHeading = (row: FormRow | undefined, other: FormRow | undefined, level: number) =>
  other?.under?.[level] !== undefined &&
  (row?.under ?? []).slice(0, level + 1).join('\n') === other.under.slice(0, level + 1).join('\n')

/** The row of headings above columns of which some stand under a common one. */
const groupedHeadings = (
  columns: readonly FormColumn[],
  groupOf: (column: FormColumn) => string | undefined,
): readonly LayoutCell[] =>
  runsOf(columns, (column) => groupOf(column) ?? null).map(({ name, first, count }) =>
    name === null ? heading(first.label, 'col', 2) : heading(name, 'colgroup', 1, count),
  )

interface Run<T> {
  /** What they have in common; null for one that stands alone. */
  readonly name: string | null
  readonly first: T
  readonly count: number
}

/** Neighbours with the same name taken together. */
function runsOf<T>(items: readonly T[], nameOf: (item: T) => string | null): readonly Run<T>[] {
  const runs: Run<T>[] = []
  for (const item of items) {
    const name = nameOf(item)
    const last = runs.at(-1)
    if (last !== undefined && name !== null && last.name === name)
      runs[runs.length - 1] = { ...last, count: last.count + 1 }
    else runs.push({ name, first: item, count: 1 })
  }
  return runs
}

const repeat = <T>(item: T, count: number): readonly T[] =>
  Array.from({ length: count }, () => item)

const lcm = (left: number, right: number): number => (left * right) / gcd(left, right)
const gcd = (left: number, right: number): number => (right === 0 ? left : gcd(right, left % right))
