import type { ReadingDoubt } from '../../report/report.ts'
import { isFigures, isValueLike } from '../../text/number.ts'
import { type LabelTarget, labelScore, mentionsLabel, SURE_LABEL } from './label-match.ts'
import { isEmpty, isValue, type Row, type RowCell, shownBy } from './row.ts'
import { isOfLabel } from './vocabulary.ts'

/** Why the values of a row could not be given a place. */
export const unplacedReason = (values: readonly RowCell[]): ReadingDoubt =>
  values.some(mayBeSeveral) ? 'run-together' : 'row-length'

/** Whether several numbers may stand in the cell. */
const mayBeSeveral = ({ text, doubt }: RowCell): boolean =>
  doubt === 'crosses-border' ||
  (isFigures(text) && !isValueLike(text)) ||
  /^[0０][\d０-９]|[\d０-９]\s*\n\s*[\d０-９]/u.test(text.trim())

/**
 * Whether the row stands in flattened text and has a cell in which several numbers may have run together, or in place of
 * a number a blank that may be none: then the number of its cells says nothing of where the others stand.
 */
export function isRunTogether(
  { isGrid }: Row,
  values: readonly RowCell[],
  columns: number,
): boolean {
  if (isGrid) return false
  const isShort = values.filter((cell) => !isEmpty(cell)).length < columns
  return values.some(
    (cell) => mayBeSeveral(cell) || (isShort && isEmpty(cell) && cell.doubt !== null),
  )
}

/** Whether numbers stand behind the words of a label: another row, or a value, ran into it. */
export function holdsNumbers(label: string): boolean {
  if (ENDS_WITH_FIGURES.test(label)) return true
  const parts = label.trim().split(/\s+/u)
  const first = parts.findIndex((part) => shownBy(part) === 'words')
  return first >= 0 && parts.slice(first).some((part) => shownBy(part) === 'value')
}

const ENDS_WITH_FIGURES = /\p{Script=Han}\s*[\d０-９]+\s*$/u

/** Whether something else than numbers and a word or two stands among the values: another row's label, or prose. */
export const holdsOtherText = (
  values: readonly RowCell[],
  labels: readonly LabelTarget[],
): boolean =>
  values.some(
    ({ shows, text }) =>
      shows === 'words' &&
      (text.length > LONGEST_NOTE ||
        NUMBER_AND_WORDS.test(text) ||
        text.includes(UNDECODED) ||
        isOfLabel(text) ||
        mentionsLabel(text, labels)),
  )

/** Stands where bytes were no character: whose words those were, nobody knows. */
const UNDECODED = '\ufffd'

/** A unit or a remark has two characters or so; more are the label of another row. */
const NUMBER_AND_WORDS = /[\d０-９][\s（(一二三四五六七八九十）)、.]*\p{Script=Han}{3}/u

/** In characters: what somebody may write into a number cell. */
const LONGEST_NOTE = 10

/**
 * Parts a label from the numbers that ran into it: 规章000. Only where the row has no other values, so that a mark of
 * a footnote behind a label stays one. What was parted is in doubt, however many numbers it is.
 */
export function partFused(row: Row, labels: readonly LabelTarget[]): Row {
  if (row.cells.some((cell) => !isEmpty(cell) && isValue(cell))) return row
  const index = row.cells.findLastIndex((cell) => cell.shows === 'words')
  const cell = row.cells[index]
  const parts = cell === undefined ? null : labelAndFigures(cell.text, labels)
  if (cell === undefined || parts === null) return row
  const { label, figures } = parts
  const parted: readonly RowCell[] = [
    { ...cell, text: label, label: cell.label.slice(0, cell.label.lastIndexOf(figures)) },
    { ...cell, text: figures, label: figures, doubt: 'crosses-border', shows: 'value' },
  ]
  return { ...row, cells: row.cells.toSpliced(index, 1, ...parted) }
}

/** A label and the figures that run on behind it; null where the text is anything else. */
export function labelAndFigures(
  text: string,
  labels: readonly LabelTarget[],
): { readonly label: string; readonly figures: string } | null {
  const match = LABEL_AND_FIGURES.exec(text.trim())
  const [, label, figures] = match ?? []
  if (label === undefined || figures === undefined) return null
  return labels.some((target) => labelScore(label, target) >= SURE_LABEL)
    ? { label, figures }
    : null
}

/** Perhaps a number with its mark, words, and figures at their end. */
const LABEL_AND_FIGURES =
  /^((?:[\d０-９]{1,2}[.．、])?[^\d０-９]+?)([+-]?[\d０-９][\d０-９.,，+\s件条个项份次起例宗万元-]*)$/su
