import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { Numberer } from '../settled/numbering.ts'
import type { SettledBlock } from '../settled/settled.ts'
import type { StyleSheet } from './style-sheet.ts'

/** What changes while a document is settled from its beginning to its end. */
export interface SettleState {
  readonly styles: StyleSheet
  readonly fontNames: readonly string[]
  readonly number: Numberer
  /** The text boxes that hang on the character at a position; each is given once. */
  readonly boxesAt: (position: number) => readonly SettledBlock[]
  comments: number
  revisions: number
  hiddenTexts: number
  /** Fields that have begun and not ended, outermost first. */
  fields: Field[]
  /** What the text just before was, so that a stretch of several pieces counts once. */
  before: Stretch
  /** Of the paragraph that is being read. */
  doubt: CellDoubt | undefined
}

/** A field is first its instruction (`PAGE`), then the result it last had. */
export interface Field {
  part: 'instruction' | 'result'
  instruction: string
}

export interface Stretch {
  readonly isDeleted: boolean
  readonly isInserted: boolean
  readonly isHidden: boolean
}

export const PLAIN_STRETCH: Stretch = { isDeleted: false, isInserted: false, isHidden: false }
