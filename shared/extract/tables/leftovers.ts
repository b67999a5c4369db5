import type { Block, Place, SourceDocument } from '../../document/source-document.ts'
import { cellsIn, TABLE_IDS } from '../../form/cell-order.ts'
import type { TableId } from '../../form/edition.ts'
import type { UnplacedCells } from '../../report/report.ts'
import type { TablesReading } from './align-tables.ts'
import { shownBy } from './row.ts'
import type { BlockRange } from './with-flows.ts'

/**
 * Cells of the form that were not found where numbers of flattened text are left over: they are not missing, but nobody
 * knows which number is whose. `rangeOf` gives the blocks of the section that a table belongs to.
 */
export function leftoversOf(
  document: SourceDocument,
  { edition, tables, cells, unplaced }: TablesReading,
  rangeOf: (table: TableId) => BlockRange | undefined,
): readonly UnplacedCells[] {
  const known = new Set([...cells.keys(), ...unplaced.flatMap((group) => group.cells)])
  const used = new Set([...cells.values(), ...unplaced].flatMap(({ at }) => at))
  return TABLE_IDS.flatMap((table): readonly UnplacedCells[] => {
    const missing = cellsIn(edition, table).flatMap(({ id }) => (known.has(id) ? [] : [id]))
    const range = rangeOf(table)
    if (tables[table].status === 'missing' || missing.length === 0 || range === undefined) return []
    const blocks = document.blocks.slice(range.start, range.end)
    const own = new Set(cellsIn(edition, table).map(({ id }) => id))
    const left = [
      ...blocks.flatMap(textsOf).filter(({ at }) => !at.some((place) => used.has(place))),
      ...unplaced.filter((group) => group.cells.some((id) => own.has(id)) && isOverfull(group)),
    ]
    const values = left.flatMap((each) => each.values).filter((value) => value.trim() !== '')
    if (values.length === 0) return []
    return [{ cells: missing, values, reason: 'row-length', at: left.flatMap(({ at }) => at) }]
  })
}

interface Values {
  readonly values: readonly string[]
  readonly at: readonly Place[]
}

/** A row with more numbers than the form has cells there holds those of others. */
const isOverfull = ({ cells, values }: UnplacedCells): boolean =>
  values.filter((value) => value.trim() !== '').length > cells.length

/** The numbers of each line, and of each row whose columns are not known. */
function textsOf(block: Block): readonly Values[] {
  const texts = block.kind === 'paragraph' ? [block] : block.geometry === 'rows' ? block.cells : []
  return texts
    .filter(({ text }) => text.length <= LONGEST_LINE && !text.includes('。'))
    .map(({ text, at }) => ({ values: text.split(/\s+/u).filter(isNumber), at }))
}

const isNumber = (word: string): boolean => /[\d０-９]/u.test(word) && shownBy(word) === 'value'

/** In characters. Longer lines are prose. */
const LONGEST_LINE = 400
