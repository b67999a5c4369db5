import type { CellMerge, RowDefinition } from '../rtf/row-definition.ts'
import type { Property } from './properties.ts'
import { CODE } from './property-codes.ts'

/**
 * What the end of a row tells of its cells ([MS-DOC] 2.9.321, the TDefTableOperand, and what changes it); undefined
 * where its properties define no row, or one that no program would write.
 */
export function rowDefinitionOf(properties: readonly Property[]): RowDefinition | undefined {
  const own = properties.filter(({ code }) => ROW_CODES.has(code))
  if (own.length > MOST_CHANGES) return undefined
  let row: Row | undefined
  for (const property of own) {
    if (property.code === CODE.defineRow) row = definedRow(property.operand)
    else if (row !== undefined) row = changedRow(row, property)
  }
  if (row === undefined || row.cells.length > MOST_CELLS) return undefined
  let right = row.left
  const cells = row.cells.map(({ width, across, down }) => {
    right += width
    return { right, across, down }
  })
  return { left: row.left, cells }
}

const ROW_CODES: ReadonlySet<number> = new Set([
  CODE.defineRow,
  CODE.rowLeft,
  CODE.mergeCells,
  CODE.splitCells,
  CODE.mergeDown,
  CODE.cellWidth,
  CODE.insertCells,
  CODE.deleteCells,
])

/** Word has 63 columns, and changes each of them a few times at most. */
const MOST_CELLS = 63
const MOST_CHANGES = 300

interface Row {
  /** In twentieths of a point. */
  readonly left: number
  readonly cells: readonly Cell[]
}

interface Cell {
  /** In twentieths of a point; a damaged file may have it go back to the left. */
  readonly width: number
  readonly across: CellMerge
  readonly down: CellMerge
}

const CELL_SIZE = 20
const ACROSS_BITS = 0x03
const DOWN_SHIFT = 5
const IS_MERGED_DOWN = 0x01
const STARTS_DOWN = 0x02

/** The count, an edge more than cells, and what each cell is; cells that are not told of are plain. */
function definedRow(operand: Buffer): Row | undefined {
  const count = operand[0] ?? 0
  const cellsAt = 1 + 2 * (count + 1)
  if (cellsAt > operand.length) return undefined
  const edgeAt = (index: number): number => operand.readInt16LE(1 + 2 * index)
  const flags = Array.from({ length: count }, (_, index) => {
    const at = cellsAt + index * CELL_SIZE
    return at + 2 <= operand.length ? operand.readUInt16LE(at) : 0
  })
  const merges = mergesAcross(flags.map((cell) => cell & ACROSS_BITS))
  const cells = flags.map((cell, index) => ({
    width: edgeAt(index + 1) - edgeAt(index),
    across: merges[index] ?? 'none',
    down: mergeDown(cell >> DOWN_SHIFT),
  }))
  return { left: edgeAt(0), cells }
}

/**
 * Old programs mark the first of cells merged across by 1 and the others by 2, the specification has it the other
 * way round. The first marked cell of a row can only be a first one.
 */
function mergesAcross(marks: readonly number[]): readonly CellMerge[] {
  const first = marks.find((mark) => mark !== 0)
  return marks.map((mark) => (mark === 0 ? 'none' : mark === first ? 'restart' : 'continue'))
}

function mergeDown(bits: number): CellMerge {
  if ((bits & IS_MERGED_DOWN) === 0) return 'none'
  return (bits & STARTS_DOWN) === 0 ? 'continue' : 'restart'
}

/** Changes name the first cell and the one behind the last, and what these become. */
function changedRow(row: Row, { code, operand }: Property): Row {
  const first = operand[0] ?? 0
  const limit = operand[1] ?? 0
  switch (code) {
    case CODE.rowLeft:
      return { ...row, left: operand.readInt16LE(0) }
    case CODE.mergeCells:
      return withCells(row, first, limit, (cell, index) => ({
        ...cell,
        across: index === first ? 'restart' : 'continue',
      }))
    case CODE.splitCells:
      return withCells(row, first, limit, (cell) => ({ ...cell, across: 'none' }))
    case CODE.mergeDown:
      return withCells(row, first, first + 1, (cell) => ({ ...cell, down: mergeDown(limit) }))
    case CODE.cellWidth:
      return withCells(row, first, limit, (cell) => ({ ...cell, width: operand.readUInt16LE(2) }))
    case CODE.insertCells:
      return insertedCells(row, first, limit, operand.readUInt16LE(2))
    case CODE.deleteCells:
      return { ...row, cells: row.cells.toSpliced(first, Math.max(0, limit - first)) }
    default:
      return row
  }
}

function withCells(
  row: Row,
  first: number,
  limit: number,
  change: (cell: Cell, index: number) => Cell,
): Row {
  const cells = row.cells.map((cell, index) =>
    index >= first && index < limit ? change(cell, index) : cell,
  )
  return { ...row, cells }
}

function insertedCells(row: Row, at: number, count: number, width: number): Row {
  const plain: Cell = { width, across: 'none', down: 'none' }
  const cells = row.cells.toSpliced(at, 0, ...Array.from({ length: count }, () => plain))
  return { ...row, cells }
}
