import type { ControlWord } from './tokens.ts'

/** Where the cells of a row are (`\trowd` to `\row`). Positions in twentieths of a point. */
export interface RowDefinition {
  /** Left border of the first cell. */
  readonly left: number
  readonly cells: readonly CellDefinition[]
}

export interface CellDefinition {
  /** Right border. */
  readonly right: number
  /** `\clmgf` and `\clmrg`. */
  readonly across: CellMerge
  /** `\clvmgf` and `\clvmrg`. */
  readonly down: CellMerge
}

export type CellMerge = 'none' | 'restart' | 'continue'

/** Word has 63 columns at most; of a row with far more no more is kept, and so its texts have no cells. */
const MOST_CELLS = 1000

/** Collects the definition of a row, which stands before its cells, behind them, or both. */
export class RowDefiner {
  #left = 0
  #cells: CellDefinition[] = []
  #across: CellMerge = 'none'
  #down: CellMerge = 'none'

  /** Whether the word was about a row; `\trowd` begins a new definition. */
  apply({ name, parameter }: ControlWord): boolean {
    switch (name) {
      case 'trowd':
        this.#left = 0
        this.#cells = []
        this.#across = 'none'
        this.#down = 'none'
        return true
      case 'trleft':
        this.#left = parameter ?? 0
        return true
      case 'clmgf':
      case 'clmrg':
        this.#across = name === 'clmgf' ? 'restart' : 'continue'
        return true
      case 'clvmgf':
      case 'clvmrg':
        this.#down = name === 'clvmgf' ? 'restart' : 'continue'
        return true
      case 'cellx':
        this.#endCell(parameter ?? 0)
        return true
      default:
        return false
    }
  }

  /** The definition as it stands; a row without one of its own is like the row before. */
  get definition(): RowDefinition {
    return { left: this.#left, cells: [...this.#cells] }
  }

  #endCell(right: number): void {
    if (this.#cells.length < MOST_CELLS) {
      this.#cells.push({ right, across: this.#across, down: this.#down })
    }
    this.#across = 'none'
    this.#down = 'none'
  }
}

/** Whether two definitions are of the same cells. */
export function areSameCells(one: RowDefinition, other: RowDefinition): boolean {
  return (
    one.left === other.left &&
    one.cells.length === other.cells.length &&
    one.cells.every((cell, index) => {
      const twin = other.cells[index]
      return cell.right === twin?.right && cell.across === twin.across && cell.down === twin.down
    })
  )
}
