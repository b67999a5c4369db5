import type { Edition } from '../../form/edition.ts'
import type { Row } from './row.ts'

/** A table of the document as each edition explains it. */
export interface Recognised<T> {
  readonly of: (edition: Edition) => T
  /** The edition that explains the rows clearly better than any other; null where none does. */
  readonly clear: Edition | null
  /** By how much the best explains them better than the next. */
  readonly lead: number
}

interface Recognition {
  readonly rows: readonly Row[]
  readonly score: number
}

/** Recognises a table by each edition; only the one that is chosen is laid out in full. `of` remembers what it gave. */
export function recogniseBy<T extends Recognition>(
  editions: readonly Edition[],
  of: (edition: Edition) => T,
): Recognised<T> {
  const { edition, lead } = bestOf(editions, (each) => of(each).score)
  const isThere = of(edition).rows.length > 0
  return { of, clear: isThere && lead > CLEAR_LEAD ? edition : null, lead: isThere ? lead : 0 }
}

/** About half of what one recognised label is worth. */
const CLEAR_LEAD = 0.5
/** More than one recognised label is worth; the editions differ by several. */
const DECISIVE_LEAD = 1.5

export interface ChosenEdition {
  readonly edition: Edition
  /** Whether the tables tell the edition, so that it may be named, and its own cells with it. */
  readonly isSure: boolean
}

/**
 * Table 3 decides; but one row of it with a slip in its label does not outweigh a table 2 that says otherwise. Where
 * neither says enough, both together do; and what they only hint at holds where the report's year or words agree.
 */
export function chooseEdition(
  matrix: Recognised<Recognition>,
  blocks: Recognised<Recognition>,
  editions: readonly Edition[],
  expected: Edition | undefined,
): ChosenEdition {
  const decisive = [matrix, blocks].find(({ lead }) => lead > DECISIVE_LEAD)?.clear
  if (decisive) return { edition: decisive, isSure: true }
  const both = bestOf(editions, (each) => matrix.of(each).score + blocks.of(each).score)
  if (both.lead > DECISIVE_LEAD) return { edition: both.edition, isSure: true }
  const isHinted = both.lead > CLEAR_LEAD
  if (expected !== undefined)
    return { edition: expected, isSure: isHinted && both.edition === expected }
  return { edition: isHinted ? both.edition : newestOf(editions), isSure: false }
}

/** The edition with the highest score and by how much it leads. */
function bestOf(
  editions: readonly Edition[],
  scoreOf: (edition: Edition) => number,
): { readonly edition: Edition; readonly lead: number } {
  const scored = editions.map((edition) => ({ edition, score: scoreOf(edition) }))
  const [first, second] = scored.toSorted((a, b) => b.score - a.score)
  return {
    edition: first?.edition ?? newestOf(editions),
    lead: (first?.score ?? 0) - (second?.score ?? Number.NEGATIVE_INFINITY),
  }
}

function newestOf(editions: readonly Edition[]): Edition {
  const newest = editions.at(-1)
  if (newest === undefined) throw new Error('no edition of the form is registered')
  return newest
}
