import type { Edition, FormTable, TableId } from '../../form/edition.ts'
import { EDITIONS } from '../../form/editions.ts'
import { toLabelKey } from '../../text/label.ts'
import { ownCopy } from '../../text/own-copy.ts'
import { keyScore, type LabelTarget, SURE_LABEL, toLabelTarget } from './label-match.ts'

/** The words by which a row or a line is recognised as part of one of the form's tables, over all editions. */
export interface Vocabulary {
  readonly table: TableId
  /** Labels that name a row, a block or a group: finding them twice means that the table stands there twice. */
  readonly identities: readonly LabelTarget[]
  /** What stands over the row labels, at the head of each heading row; empty where nothing does. */
  readonly rowHeadings: readonly LabelTarget[]
  /** Column headings and other fixed words of the table. */
  readonly others: readonly LabelTarget[]
}

/** The vocabularies of the form's tables over all editions given. */
export function vocabulariesOf(editions: readonly Edition[]): readonly Vocabulary[] {
  const known = cache.get(editions)
  if (known !== undefined) return known
  const vocabularies = (['t2', 't3', 't4'] as const).map((id) => ({
    table: id,
    identities: distinct(editions.flatMap((edition) => identitiesOf(edition.tables[id]))),
    rowHeadings: distinct(
      editions.flatMap(({ tables }) => (id === 't2' ? [{ label: tables.t2.rowHeading }] : [])),
    ),
    others: distinct(editions.flatMap((edition) => othersOf(edition.tables[id]))),
  }))
  cache.set(editions, vocabularies)
  return vocabularies
}

const cache = new WeakMap<readonly Edition[], readonly Vocabulary[]>()

/** The target that the text surely is; undefined where there is none. Kept for the list it was looked up in. */
export function recognise(text: string, targets: readonly LabelTarget[]): LabelTarget | undefined {
  // Most cells of a table are numbers of one or two digits.
  if (text.length < SHORTEST_WORD) return undefined
  let known = recognised.get(targets)
  if (known === undefined) {
    known = new Map()
    recognised.set(targets, known)
  }
  if (known.has(text)) return known.get(text)
  const target = lookUp(text, targets)
  if (known.size >= MEMORY_SIZE) known.clear()
  known.set(ownCopy(text), target)
  return target
}

const recognised = new WeakMap<readonly LabelTarget[], Map<string, LabelTarget | undefined>>()
const MEMORY_SIZE = 2_000
/** In characters: 规章. */
const SHORTEST_WORD = 2

function lookUp(text: string, targets: readonly LabelTarget[]): LabelTarget | undefined {
  const key = toLabelKey(text)
  if (key.words === '') return undefined
  const exact = targets.find((target) => target.wordings.includes(key.words))
  if (exact !== undefined || key.words.length < FUZZY_LENGTH) return exact
  return targets.find((target) => keyScore(key, target) >= SURE_LABEL)
}

/** Shorter words differ too little from each other to be recognised with a slip in them. */
const FUZZY_LENGTH = 5

// 总计 and 其他 stand in several tables and name none of them.
const AMBIGUOUS = new Set(['总计', '其他', '其他处理'])

/** Whether the text is a word of the form that names no table. */
export const isShared = (text: string): boolean => AMBIGUOUS.has(toLabelKey(text).words)

/** Whether the text is one of the form's labels or a piece of one, whichever table it belongs to. */
export function isOfLabel(text: string): boolean {
  const piece = toLabelKey(text).words
  if (formWords().has(piece)) return true
  return piece.length >= SHORTEST_PIECE && [...formWords()].some((label) => label.includes(piece))
}

/** In characters: two of them may stand in a label by chance. */
const SHORTEST_PIECE = 3

let words: ReadonlySet<string> | undefined

function formWords(): ReadonlySet<string> {
  words ??= new Set([
    ...AMBIGUOUS,
    ...vocabulariesOf(EDITIONS).flatMap(({ identities, others }) =>
      [...identities, ...others].map(({ key }) => key.words),
    ),
  ])
  return words
}

interface Named {
  readonly label: string
  readonly variants?: readonly string[]
}

function distinct(labels: readonly Named[]): LabelTarget[] {
  const byWords = new Map<string, LabelTarget>()
  for (const { label, variants } of labels) {
    const target = toLabelTarget(label, variants)
    if (!AMBIGUOUS.has(target.key.words) && !byWords.has(target.key.words)) {
      byWords.set(target.key.words, target)
    }
  }
  return [...byWords.values()]
}

function identitiesOf(table: FormTable): readonly Named[] {
  switch (table.layout) {
    case 'blocks':
      return table.blocks.flatMap((block) => [{ label: block.article }, ...block.rows])
    case 'matrix':
      return table.rows
    case 'groups':
      return table.groups
  }
}

function othersOf(table: FormTable): readonly Named[] {
  const plain = (labels: readonly (string | undefined)[]) =>
    labels.filter((label) => label !== undefined).map((label) => ({ label }))
  switch (table.layout) {
    case 'blocks':
      return [{ label: table.rowHeading }, ...table.blocks.flatMap((block) => block.columns)]
    case 'matrix':
      return [
        ...plain([table.note, table.columnsHeading]),
        ...table.columns,
        ...plain(table.columns.map((column) => column.group)),
        ...plain(table.rows.flatMap((row) => row.under ?? [])),
      ]
    case 'groups':
      return [...plain(table.groups.flatMap((group) => group.under ?? [])), ...table.columns]
  }
}
