import type { FormCell } from './cell-id.ts'
import type { Edition, EditionId, TableId } from './edition.ts'
import { findEdition } from './editions.ts'

/** What a person calls the tables: after the number of the section they stand in. */
export const TABLE_WORDS = { t2: '表二', t3: '表三', t4: '表四' } as const satisfies Record<
  TableId,
  string
>

/** A cell by its official labels: `表三「（三）不予公开 1.属于国家秘密」行「自然人」列`. */
export const cellWords = (cell: FormCell): string =>
  `${TABLE_WORDS[cell.table]}${cellWordsInTable(cell)}`

/** The same without the table. */
export const cellWordsInTable = (cell: FormCell): string =>
  `「${rowName(cell)}」${rowUnit(cell.table)}「${columnName(cell)}」列`

/** What the rows of a table are called when they are counted. */
export const rowUnit = (table: TableId): string => (table === 't4' ? '组' : '行')

/** The row as printed, with the group it stands under where its own label does not say enough. */
export function rowName(cell: FormCell): string {
  const label = withoutRemark(cell.rowLabel)
  switch (cell.table) {
    case 't2':
      return label
    case 't3':
      // The outermost heading 三、本年度办理结果 spans nearly the whole table and tells nothing apart.
      return [...cell.rowUnder.slice(1), label].join(' ')
    case 't4':
      return [...cell.rowUnder, label].join('·')
  }
}

/** The column's label without the remark in brackets behind it. */
export const columnName = (cell: FormCell): string => withoutRemark(cell.columnLabel)

/** The name of a row as an addend: short, without its number. */
export const shortRowName = (cell: FormCell): string =>
  SHORT_ROW_NAMES.get(cell.rowId) ?? withoutRemark(cell.rowLabel).replace(ROW_NUMBER, '')

/** `国办公开办函〔2021〕30号` for an edition's id; the id itself where no such edition is known. */
export const noticeOf = (edition: EditionId, editions?: readonly Edition[]): string =>
  findEdition(edition, editions)?.source ?? edition

const SHORT_ROW_NAMES: ReadonlyMap<string, string> = new Map([
  ['new', '新收'],
  ['carriedIn', '上年结转'],
  ['handled', '办理结果总计'],
  ['carriedOut', '结转下年度'],
  ['declined.reissue', '要求确认或重新出具'],
  ['other.overdueCorrection', '逾期不补正'],
  ['other.overdueFee', '逾期未缴费'],
  ['other.misc', '其他处理中的其他'],
])

/** `1.`, `（三）`, `四、`. */
const ROW_NUMBER = /^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)/u

/** `本年收费金额（单位：万元）` → `本年收费金额`; a bracket in front is a number and stays. */
const withoutRemark = (label: string): string => label.replace(/(?<=.)（[^（）]*）$/u, '')
