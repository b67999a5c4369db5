import type { Place } from '../document/source-document.ts'
import type { CellId } from '../form/edition.ts'

/** `error` must be corrected, `warning` a person must judge, `info` is good to know. */
export type Severity = 'error' | 'warning' | 'info'

/** One thing that a person must correct or look at. */
export interface Finding {
  /** Id of the rule that found it. */
  readonly rule: string
  readonly severity: Severity
  /** One plain Chinese sentence for the person who must correct it. */
  readonly message: string
  /** The cells concerned, in the order of the form; empty where the finding is not about cells. */
  readonly cells: readonly CellId[]
  /** What should stand there and what does, where both can be said. */
  readonly expected?: string
  readonly actual?: string
  /** The notice or article that the rule rests on. */
  readonly basis: string
  /** The finding hangs on readings that a person must look at first. */
  readonly uncertain?: true
  /** Places beside those of the cells, such as a heading's. */
  readonly at: readonly Place[]
}

/** The one answer a report gets. */
export type Verdict = 'clean' | 'must-correct' | 'must-review'

/** The verdict in the words that a person reads. */
export const VERDICT_WORDS = {
  clean: '未发现问题',
  'must-correct': '需修改',
  'must-review': '需人工核对',
  unreadable: '读不了',
} as const satisfies Record<Verdict | 'unreadable', string>
