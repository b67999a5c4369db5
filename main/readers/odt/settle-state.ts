import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { ListNumbers } from './list-numbers.ts'
import type { OdfStyles } from './odf-styles.ts'

/** What changes while a document is settled from its beginning to its end. */
export interface SettleState {
  readonly styles: OdfStyles
  readonly numbers: ListNumbers
  hiddenTexts: number
  /** Of the cell that is being read. */
  doubt: CellDoubt | undefined
}

/** A stretch of text is hidden and left out. */
export function noteHidden(state: SettleState): void {
  state.hiddenTexts += 1
  state.doubt ??= 'hidden-text'
}
