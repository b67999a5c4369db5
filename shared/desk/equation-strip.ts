import { findCell } from '../form/cell-id.ts'
import { columnName, rowName, rowUnit, shortRowName, TABLE_WORDS } from '../form/cell-words.ts'
import type { CellId, Edition } from '../form/edition.ts'
import { type Equation, type EquationKind, equationsOf } from '../form/equations.ts'
import { isUncertain } from '../report/cell-state.ts'
import type { Finding } from '../report/finding.ts'
import type { Report } from '../report/report.ts'
import { evaluate, gapOf, type Outcome } from '../rules/equation.ts'
import { operandOf, type UnusableReason } from '../rules/operand.ts'

/** One relation of the form written out with what stands in its cells: `新收 2 + 结转 0 = 办理 0 + 结转下年 0 ✗ 差 2`. */
export interface EquationStrip {
  readonly kind: EquationKind
  /** Where it runs: `表三「自然人」列`. */
  readonly place: string
  readonly left: readonly StripTerm[]
  readonly right: readonly StripTerm[]
  readonly answer: StripAnswer
  /** The whole in one line, for reading aloud and for copying. */
  readonly text: string
}

export type StripTerm = CellTerm | RestTerm

/** One cell, a link. */
export interface CellTerm {
  readonly kind: 'cell'
  readonly cell: CellId
  readonly label: string
  /** What counts: `2`, `空白`; for what cannot be counted what stands there, or `没找到`, `没读出`. */
  readonly shown: string
  /** Counted as 0 because nothing stands there. */
  readonly isBlank: boolean
  /** A person must look at the reading first. */
  readonly isUncertain: boolean
  /** It takes the whole relation out of the check. */
  readonly isUnusable: boolean
  /** The cell that was asked for, or one of the finding's that are not the relation's whole. */
  readonly isFocus: boolean
}

/** Terms of a long sum that add nothing, in one word: `其余 18 项为 0`. */
export interface RestTerm {
  readonly kind: 'rest'
  readonly what: 'zero' | 'blank'
  readonly cells: readonly CellId[]
  readonly label: string
}

export type StripAnswer =
  | { readonly kind: 'holds' }
  /** How far the two sides are apart, in digits. */
  | { readonly kind: 'fails'; readonly gap: string }
  /** Cannot tell. `should` is what a blank total should be, in digits, where that can be said. */
  | {
      readonly kind: 'open'
      readonly why: UnusableReason | 'blank-result'
      readonly should: string | null
      readonly words: string
    }

/** The relations that the finding speaks of: its own where it is about a sum, else those its cells stand in. */
export function stripsOfFinding(
  finding: Finding,
  report: Report,
  form: Edition,
): readonly EquationStrip[] {
  const own = equationsOf(form).find((equation) => isAbout(finding, equation))
  if (own !== undefined) return [toStrip(own, new Set(), report, form)]
  if (finding.cells.length > MOST_CELLS) return []
  return stripsOf(new Set(finding.cells), report, form)
}

/** The relations that a cell stands in: those that fail first, then those that cannot be told, each in form order. */
export const stripsOfCell = (id: CellId, report: Report, form: Edition): readonly EquationStrip[] =>
  stripsOf(new Set([id]), report, form)

/** A finding about more cells than this touches relations by the dozen; none of them explains it. */
const MOST_CELLS = 3

const isAbout = ({ rule, cells }: Finding, { kind, left, right }: Equation): boolean => {
  if (rule !== kind) return false
  const ids = new Set([...left, ...right])
  return ids.size === cells.length && cells.every((id) => ids.has(id))
}

const stripsOf = (
  focus: ReadonlySet<CellId>,
  report: Report,
  form: Edition,
): readonly EquationStrip[] =>
  equationsOf(form)
    .filter(({ left, right }) => [...left, ...right].some((id) => focus.has(id)))
    .map((equation) => toStrip(equation, focus, report, form))
    .toSorted((one, other) => URGENCY[one.answer.kind] - URGENCY[other.answer.kind])

const URGENCY = { fails: 0, open: 1, holds: 2 } as const satisfies Record<
  StripAnswer['kind'],
  number
>

function toStrip(
  equation: Equation,
  focus: ReadonlySet<CellId>,
  report: Report,
  form: Edition,
): EquationStrip {
  const side = (ids: readonly CellId[]): readonly StripTerm[] =>
    foldRest(ids.map((id) => toTerm(id, equation, focus, report, form)))
  const [left, right] = [side(equation.left), side(equation.right)]
  const answer = toAnswer(evaluate(equation, report, form))
  const place = placeOf(equation, form)
  const sum = `${sideText(left)} = ${sideText(right)}`
  return { kind: equation.kind, place, left, right, answer, text: `${sum} ${answerText(answer)}` }
}

function toTerm(
  id: CellId,
  equation: Equation,
  focus: ReadonlySet<CellId>,
  report: Report,
  form: Edition,
): CellTerm {
  const operand = operandOf(report, form, id)
  const raw = report.cells.get(id)?.raw ?? ''
  return {
    kind: 'cell',
    cell: id,
    label: labelOf(id, equation, form),
    shown: shownText(operand, raw),
    isBlank: operand.kind === 'blank',
    isUncertain: isUncertain(report, id),
    isUnusable: operand.kind === 'unusable',
    isFocus: focus.has(id),
  }
}

function shownText(operand: ReturnType<typeof operandOf>, raw: string): string {
  switch (operand.kind) {
    case 'count':
      return `${operand.value}`
    case 'blank':
      return raw === '' ? '空白' : raw
    case 'unusable':
      return { missing: '没找到', unplaced: '没读出', 'not-a-number': raw }[operand.why]
  }
}

/** Longer sides show only what adds something; more terms than a row of table 3 has. */
const LONG_SIDE = 8

function foldRest(terms: readonly CellTerm[]): readonly StripTerm[] {
  if (terms.length <= LONG_SIDE) return terms
  const zeros = terms.filter((term) => term.shown === '0' && isPlain(term))
  const blanks = terms.filter((term) => term.isBlank && isPlain(term))
  const shown = terms.filter((term) => !zeros.includes(term) && !blanks.includes(term))
  const isAll = shown.length === 0 && (zeros.length === 0 || blanks.length === 0)
  return [...shown, ...restOf('zero', zeros, isAll), ...restOf('blank', blanks, isAll)]
}

const isPlain = (term: CellTerm): boolean => !term.isFocus && !term.isUncertain

function restOf(
  what: RestTerm['what'],
  terms: readonly CellTerm[],
  isAll: boolean,
): readonly RestTerm[] {
  if (terms.length === 0) return []
  const words = what === 'zero' ? '为 0' : '空白'
  const label = isAll ? `${terms.length} 项都${words}` : `其余 ${terms.length} 项${words}`
  return [{ kind: 'rest', what, cells: terms.map(({ cell }) => cell), label }]
}

/** What the addends are called in a strip; the table's own heading says the rest. */
function labelOf(id: CellId, { kind }: Equation, form: Edition): string {
  const cell = findCell(form, id)
  if (cell === undefined) return id
  const { sums } = form.tables.t3
  switch (kind) {
    case 't3-balance':
      return BALANCE_NAMES.get(cell.rowId) ?? shortRowName(cell)
    case 't3-handled-sum':
      return cell.rowId === sums.handled ? HANDLED_NAME : shortRowName(cell)
    case 't3-row-total':
    case 't4-total':
      return columnName(cell)
  }
}

/** Shorter than in a sentence: four terms stand in one line under the table. */
const BALANCE_NAMES: ReadonlyMap<string, string> = new Map([
  ['new', '新收'],
  ['carriedIn', '结转'],
  ['handled', '办理'],
  ['carriedOut', '结转下年'],
])
const HANDLED_NAME = '办理结果总计'

function placeOf({ kind, right }: Equation, form: Edition): string {
  const [id] = right
  const cell = id === undefined ? undefined : findCell(form, id)
  if (cell === undefined) return ''
  const table = TABLE_WORDS[cell.table]
  return kind === 't3-balance' || kind === 't3-handled-sum'
    ? `${table}「${columnName(cell)}」列`
    : `${table}「${rowName(cell)}」${rowUnit(cell.table)}`
}

function toAnswer(outcome: Outcome): StripAnswer {
  switch (outcome.kind) {
    case 'holds':
      return { kind: 'holds' }
    case 'fails':
      return { kind: 'fails', gap: `${gapOf(outcome)}` }
    case 'open':
      return outcome.why === 'blank-result'
        ? { kind: 'open', why: outcome.why, should: shouldBe(outcome), words: '合计空白' }
        : { kind: 'open', why: outcome.why, should: null, words: OPEN_WORDS[outcome.why] }
  }
}

/** Nothing at all stands there: then nobody can say what should. */
const shouldBe = (outcome: Extract<Outcome, { why: 'blank-result' }>): string | null =>
  outcome.blanks === outcome.counts.size ? null : `${outcome.left}`

const OPEN_WORDS: Readonly<Record<UnusableReason, string>> = {
  missing: '缺少要用到的格',
  unplaced: '有格没有读出',
  'not-a-number': '有格填的不是件数',
}

/** The answer in words and a sign: `✓`, `✗ 差 2`, `？ 合计空白`. */
export function answerText(answer: StripAnswer): string {
  switch (answer.kind) {
    case 'holds':
      return '✓'
    case 'fails':
      return `✗ 差 ${answer.gap}`
    case 'open':
      return `？ ${answer.words}`
  }
}

const sideText = (terms: readonly StripTerm[]): string =>
  terms
    .map((term) => (term.kind === 'rest' ? `（${term.label}）` : `${term.label} ${term.shown}`))
    .join(' + ')
