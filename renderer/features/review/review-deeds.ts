import type { Decision } from '../../../shared/desk/decisions.ts'
import type { FindingKey } from '../../../shared/desk/finding-key.ts'
import type { CellId } from '../../../shared/form/edition.ts'

/** What a person can change in a review. Each is kept at once and can be taken back; a failure is said on screen. */
export interface ReviewDeeds {
  /** null: open again. Whether it was kept. */
  readonly decide: (key: FindingKey, decision: Decision | null) => Promise<boolean>
  /** What stands in the document; null: what the program read. */
  readonly correct: (cell: CellId, text: string | null) => Promise<boolean>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  /** Makes the current version a report of its own, where two offices of one name were taken for one. */
  readonly separate: (versionId: number) => Promise<void>
  readonly openOriginal: (path: string) => Promise<void>
}
