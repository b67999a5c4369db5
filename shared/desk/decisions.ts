import { failure, type Result, success } from '../result.ts'
import type { FindingKey, KeyedFinding } from './finding-key.ts'
import { isDecidable } from './finding-key.ts'
import type { FindingsDifference } from './version-difference.ts'

/** What a person decided about one finding. No decision: open. */
export type Decision =
  /** It is right: the report must be corrected. */
  | { readonly kind: 'confirmed' }
  /** It is left as it is, for a reason that the checklist prints. Never blank. */
  | { readonly kind: 'set-aside'; readonly reason: string }
  /** It was put right: ticked off by a person, or confirmed and gone in a later version. */
  | { readonly kind: 'fixed' }

export type DecisionState = 'open' | Decision['kind']

export const DECISION_WORDS = {
  open: '待处理',
  confirmed: '已确认',
  'set-aside': '已搁置',
  fixed: '已更正',
} as const satisfies Record<DecisionState, string>

/** The decisions of one report by the keys of their findings; those of findings that are gone at present too. */
export type Decisions = ReadonlyMap<FindingKey, Decision>

export interface ReasonError {
  readonly code: 'blank' | 'too-long'
}

/** In characters; it must fit the printed list. */
export const LONGEST_REASON = 500

/** Setting aside needs a reason. */
export function setAside(reason: string): Result<Decision, ReasonError> {
  const text = reason.replace(BLANKS_AROUND, '')
  if (text === '') return failure({ code: 'blank' })
  if ([...text].length > LONGEST_REASON) return failure({ code: 'too-long' })
  return success({ kind: 'set-aside', reason: text })
}

/** Invisible characters alone are no reason. */
const BLANKS_AROUND = /^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu

export const stateOf = (decisions: Decisions, key: FindingKey): DecisionState =>
  decisions.get(key)?.kind ?? 'open'

/** Whether both say the same; null is "open". */
export function isSameDecision(left: Decision | null, right: Decision | null): boolean {
  if (left === null || right === null) return left === right
  if (left.kind === 'set-aside' && right.kind === 'set-aside') return left.reason === right.reason
  return left.kind === right.kind
}

/** A decision that changes by itself. `after` null: open again. */
export interface CarriedDecision {
  readonly key: FindingKey
  readonly finding: KeyedFinding['finding']
  readonly before: Decision
  readonly after: Decision | null
}

/**
 * What a new version changes in the decisions; all others stay. Confirmed and gone: fixed. Fixed and back with the
 * same numbers: open again. With other numbers a finding has another key and so is open; its old decision waits for
 * the old numbers and is never passed off as fixed.
 */
export const carryDecisions = (
  decisions: Decisions,
  difference: FindingsDifference,
  after: readonly KeyedFinding[],
): readonly CarriedDecision[] => [
  ...difference.gone.flatMap(({ key, finding }): CarriedDecision[] => {
    const before = decisions.get(key)
    return before?.kind === 'confirmed' ? [{ key, finding, before, after: { kind: 'fixed' } }] : []
  }),
  ...after.flatMap(({ key, finding }): CarriedDecision[] => {
    const before = decisions.get(key)
    return before?.kind === 'fixed' ? [{ key, finding, before, after: null }] : []
  }),
]

/** How far the findings of a report are decided. Hints (`info`) can be decided, but nobody must: not counted. */
export interface Progress {
  readonly open: number
  readonly decided: number
  /** `open` + `decided`. */
  readonly total: number
}

export function progressOf(findings: readonly KeyedFinding[], decisions: Decisions): Progress {
  const counted = findings.filter(({ finding }) => needsDecision(finding))
  const open = counted.filter(({ key }) => !decisions.has(key)).length
  return { open, decided: counted.length - open, total: counted.length }
}

/** Whether the finding waits for a person. */
export const needsDecision = (finding: KeyedFinding['finding']): boolean =>
  isDecidable(finding) && finding.severity !== 'info'
