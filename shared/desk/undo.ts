import type { CellId } from '../form/edition.ts'
import type { Finding } from '../report/finding.ts'
import { DECISION_WORDS, type Decision, type DecisionState } from './decisions.ts'
import type { FindingKey } from './finding-key.ts'

/** One reversible change to a report. */
export type Change =
  /** null: open. */
  | {
      readonly kind: 'decision'
      readonly key: FindingKey
      /** As it stood when it was decided, to be shown when it is gone. */
      readonly finding: Finding
      readonly before: Decision | null
      readonly after: Decision | null
    }
  /** The text set by hand; null: as the program read it. */
  | {
      readonly kind: 'correction'
      readonly cell: CellId
      readonly before: string | null
      readonly after: string | null
    }

/** What a person did in one go, and takes back in one go. */
export interface Command {
  readonly changes: readonly Change[]
}

/** One line of the journal of a report. It is only ever added to. */
export type JournalEntry =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** A new version or a fresh reading, with what changed by itself. What was done before cannot be taken back. */
  | {
      readonly kind: 'version'
      readonly versionId: number
      readonly changes: readonly Change[]
    }
  /** Something that neither decisions nor corrections depend on, for the order of events. */
  | { readonly kind: 'note'; readonly what: NoteKind }

export type NoteKind =
  | 'opened'
  | 'closed'
  | 'reopened'
  | 'rechecked'
  | 'moved'
  | 'deleted'
  | 'restored'
  | 'purged'

export interface UndoStack {
  /** The last one is undone next. */
  readonly done: readonly Command[]
  /** The last one is redone next. */
  readonly undone: readonly Command[]
}

export const EMPTY_STACK: UndoStack = { done: [], undone: [] }

/** The stack after a whole journal, oldest entry first. */
export const stackOf = (entries: readonly JournalEntry[]): UndoStack =>
  entries.reduce(afterEntry, EMPTY_STACK)

/** The stack after one more entry; an undo or redo without a command to it changes nothing. */
export function afterEntry(stack: UndoStack, entry: JournalEntry): UndoStack {
  switch (entry.kind) {
    case 'command':
      return { done: [...stack.done, entry.command], undone: [] }
    case 'undo': {
      const last = stack.done.at(-1)
      return last === undefined
        ? stack
        : { done: stack.done.slice(0, -1), undone: [...stack.undone, last] }
    }
    case 'redo': {
      const last = stack.undone.at(-1)
      return last === undefined
        ? stack
        : { done: [...stack.done, last], undone: stack.undone.slice(0, -1) }
    }
    case 'version':
      return EMPTY_STACK
    case 'note':
      return stack
  }
}

/** The changes that take a command back, last first. */
export const inverseOf = ({ changes }: Command): Command => ({
  changes: changes.toReversed().map((change) => reverse(change)),
})

// The same object shape comes back, before and after exchanged; written out so that each kind keeps its type.
const reverse = (change: Change): Change =>
  change.kind === 'decision'
    ? { ...change, before: change.after, after: change.before }
    : { ...change, before: change.after, after: change.before }

/** All that a journal says stands now: the other account of the tables, for checks and recovery. */
export interface Replayed {
  readonly decisions: ReadonlyMap<FindingKey, Decision>
  /** Texts set by hand in the current version. */
  readonly corrections: ReadonlyMap<CellId, string>
}

export function replay(entries: readonly JournalEntry[]): Replayed {
  const decisions = new Map<FindingKey, Decision>()
  const corrections = new Map<CellId, string>()
  let stack = EMPTY_STACK
  for (const entry of entries) {
    if (entry.kind === 'version') corrections.clear()
    for (const change of changesOf(entry, stack)) {
      if (change.kind === 'decision') put(decisions, change.key, change.after)
      else put(corrections, change.cell, change.after)
    }
    stack = afterEntry(stack, entry)
  }
  return { decisions, corrections }
}

function changesOf(entry: JournalEntry, stack: UndoStack): readonly Change[] {
  switch (entry.kind) {
    case 'command':
      return entry.command.changes
    case 'version':
      return entry.changes
    case 'undo': {
      const last = stack.done.at(-1)
      return last === undefined ? [] : inverseOf(last).changes
    }
    case 'redo':
      return stack.undone.at(-1)?.changes ?? []
    case 'note':
      return []
  }
}

function put<K, V>(map: Map<K, V>, key: K, value: V | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}

/** What a command did, in a few words for the undo button: `将 3 个问题标为“已确认”`, `改读 2 格`. */
export function commandWords({ changes }: Command): string {
  const corrections = changes.filter(({ kind }) => kind === 'correction').length
  const states = new Set(
    changes.flatMap((change): DecisionState[] =>
      change.kind === 'decision' ? [change.after?.kind ?? 'open'] : [],
    ),
  )
  const decided = changes.length - corrections
  const words = [...states].map((state) => `“${DECISION_WORDS[state]}”`).join('、')
  return [
    ...(decided > 0 ? [`将 ${decided} 个问题标为${words}`] : []),
    ...(corrections > 0 ? [`改读 ${corrections} 格`] : []),
  ].join('，')
}
