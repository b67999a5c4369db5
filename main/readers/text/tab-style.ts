import { trimEdges } from './edge-space.ts'
import { isProse, isValue } from './line-kinds.ts'

/**
 * How a text uses its tabs.
 * `cells`: each line that begins with a tab is one cell, an empty line ends the row.
 * `rows`: each line is one row, tabs stand between its cells.
 */
export interface TabStyle {
  readonly unit: 'cells' | 'rows'
  /** Body text is indented by a tab too, so that a single such line is no sign of a table. */
  readonly indents: boolean
}

/** Decided over the whole text: one line alone cannot tell a cell from a row whose first cell is empty. */
export function tabStyleOf(lines: readonly string[]): TabStyle {
  let cells = 0
  let rows = 0
  let prose = 0
  for (const line of lines) {
    const last = line.lastIndexOf('\t')
    if (last < 0) continue
    if (last > 0 && isRow(line)) rows++
    else if (last > 0) continue
    else if (isProse(trimEdges(line))) prose++
    else cells++
  }
  return { unit: cells > rows * CELLS_PER_ROW ? 'cells' : 'rows', indents: prose > 0 }
}

/** Three columns at least, or a number in the second: `单位：⇥清水镇` may stand beside either kind of table. */
function isRow(line: string): boolean {
  const tab = line.indexOf('\t')
  return tab !== line.lastIndexOf('\t') || isValue(line.slice(tab + 1))
}

/** A table of one cell a line has hundreds of such lines and at most a stray row; one of rows has a stray cell. */
const CELLS_PER_ROW = 4
