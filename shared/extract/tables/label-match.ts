import { type LabelKey, toLabelKey } from '../../text/label.ts'
import { likeness, USELESS } from '../../text/likeness.ts'
import { ownCopy } from '../../text/own-copy.ts'

/** An official label prepared for comparison. */
export interface LabelTarget {
  readonly label: string
  readonly key: LabelKey
  /** Comparable words of the label and of its known variants. */
  readonly wordings: readonly string[]
}

/** Prepares an official label and its variants. */
export function toLabelTarget(label: string, variants: readonly string[] = []): LabelTarget {
  const key = toLabelKey(label)
  return { label, key, wordings: [key.words, ...variants.map((v) => toLabelKey(v).words)] }
}

/**
 * How surely a text of the document is this official label, from 0 to about 1.1: the likeness of the words,
 * raised where the numbers in front agree and lowered where they contradict each other.
 */
export const labelScore = (text: string, target: LabelTarget): number =>
  keyScore(toLabelKey(text), target)

/** The same for a text already taken apart. */
export function keyScore(key: LabelKey, target: LabelTarget): number {
  let best = 0
  for (const words of target.wordings) best = Math.max(best, remembered(key.words, words))
  if (best === 0 || key.ordinal === null || target.key.ordinal === null) return best
  return key.ordinal === target.key.ordinal ? best + AGREEING_NUMBER : best - CONTRADICTING_NUMBER
}

/** How alike the words of a text and of this official label are, from 0 to 1; the numbers in front do not count. */
export function labelLikeness(text: string, target: LabelTarget): number {
  const { words } = toLabelKey(text)
  return Math.max(...target.wordings.map((wording) => remembered(words, wording)))
}

/** The score of one text against each of the labels, in their order, and the best of them. */
export interface LabelScores {
  readonly each: readonly number[]
  readonly best: number
}

/**
 * The scores of the text against each of the labels. Reports share their labels to the letter, so the scores of a
 * text are kept with the list they were reckoned for; pass the same list again to profit.
 */
export function scoresOf(text: string, targets: readonly LabelTarget[]): LabelScores {
  let known = scoresByTargets.get(targets)
  if (known === undefined) {
    known = new Map()
    scoresByTargets.set(targets, known)
  }
  let scores = known.get(text)
  if (scores === undefined) {
    const key = toLabelKey(text)
    const each = targets.map((target) => keyScore(key, target))
    scores = { each, best: Math.max(0, ...each) }
    if (known.size >= MEMORY_SIZE) known.clear()
    known.set(ownCopy(text), scores)
  }
  return scores
}

/** The best score of the text against any of the labels. */
export const bestScore = (text: string, targets: readonly LabelTarget[]): number =>
  scoresOf(text, targets).best

const scoresByTargets = new WeakMap<readonly LabelTarget[], Map<string, LabelScores>>()

const AGREEING_NUMBER = 0.1
const CONTRADICTING_NUMBER = 0.12

/** From this score on, a text is taken for the label when its place agrees. */
export const PROBABLE_LABEL = 0.6
/** From this score on, a text is the label wherever it stands. */
export const SURE_LABEL = 0.85

/**
 * Whether a text whose likeness to one label is `score` is clearly another one, to which it is `best`: two labels that
 * are much alike must not change places for the sake of their order.
 */
export const isClearlyAnother = (score: number, best: number): boolean =>
  best >= SURE_LABEL && best - score > CLEARLY_MORE

const CLEARLY_MORE = 0.2

/**
 * Whether the text begins as this label and ends as another one does: two labels ran into each other, and which of
 * them the numbers belong to is open.
 */
export function isSpliced(
  text: string,
  target: LabelTarget,
  targets: readonly LabelTarget[],
): boolean {
  const { words } = toLabelKey(text)
  if (target.wordings.includes(words)) return false
  // What could not be decoded hides where one ends and the other begins.
  if (text.includes(UNDECODED)) return true
  const own = Math.max(...target.wordings.map((wording) => commonEnd(words, wording)))
  return targets.some(
    (other) =>
      other !== target &&
      other.wordings.some(
        (wording) => commonEnd(words, wording) >= Math.max(own + 1, SHORTEST_TAIL),
      ),
  )
}

/** Stands where bytes were no character. */
const UNDECODED = '\ufffd'

/** In characters: one alone may be a slip. */
const SHORTEST_TAIL = 2

/** How many characters at their ends two texts share. */
function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}

/** Whether a label stands in the text, alone or run together with something else. */
export function mentionsLabel(text: string, targets: readonly LabelTarget[]): boolean {
  const { words } = toLabelKey(text)
  return (
    words.length >= SHORTEST_MENTION &&
    targets.some(({ key }) => key.words.length >= SHORTEST_MENTION && words.includes(key.words))
  )
}

/** In characters. 规章 and 其他 are too short to say that a label is meant. */
const SHORTEST_MENTION = 4

/** Whether the text is the official label, but for spaces, width, punctuation and a number in front that is absent. */
export function isOfficialLabel(text: string, target: LabelTarget): boolean {
  const key = toLabelKey(text)
  if (key.words !== target.key.words) return false
  return key.ordinal === null || target.key.ordinal === null || key.ordinal === target.key.ordinal
}

// The same few labels are compared in every report and for every edition.
const memory = new Map<string, Map<string, number>>()
const MEMORY_SIZE = 2_000

function remembered(words: string, official: string): number {
  if (words === official) return words === '' ? 0 : 1
  const lengths = words.length + official.length
  if (2 * Math.min(words.length, official.length) < USELESS * lengths) return 0
  let row = memory.get(words)
  if (row === undefined) {
    if (memory.size >= MEMORY_SIZE) memory.clear()
    row = new Map()
    memory.set(ownCopy(words), row)
  }
  let value = row.get(official)
  if (value === undefined) {
    value = likeness(words, official)
    row.set(official, value)
  }
  return value
}
