import type { CellId } from '../form/edition.ts'
import type { Report } from '../report/report.ts'

/** What a cell holds, told apart at a glance. */
export type CellLens =
  | 'number'
  | 'zero'
  /** Nothing at all. */
  | 'empty'
  | 'slash'
  | 'dash'
  /** 无 and its like. */
  | 'none'
  | 'text'
  /** A person must look, whatever was read. */
  | 'uncertain'
  /** Not located in the document. */
  | 'missing'

/** Names for the legend; a tint never stands alone. */
export const LENS_WORDS = {
  number: '数字',
  zero: '0',
  empty: '空白',
  slash: '写“/”',
  dash: '写“—”',
  none: '写“无”',
  text: '文字',
  uncertain: '读不准',
  missing: '没找到',
} as const satisfies Record<CellLens, string>

/** The lens of one cell of the form. */
export function lensOf(report: Pick<Report, 'cells' | 'unplaced'>, id: CellId): CellLens {
  const cell = report.cells.get(id)
  if (cell === undefined)
    return report.unplaced.some(({ cells }) => cells.includes(id)) ? 'uncertain' : 'missing'
  if (cell.doubt !== null) return 'uncertain'
  switch (cell.kind) {
    case 'number':
      return cell.value === 0 ? 'zero' : 'number'
    case 'blank':
      return cell.mark
    case 'text':
      return 'text'
  }
}
