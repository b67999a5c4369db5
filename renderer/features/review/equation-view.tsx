import { Fragment } from 'react'
import {
  answerText,
  type CellTerm,
  type EquationStrip,
  type StripTerm,
} from '../../../shared/desk/equation-strip.ts'
import type { CellId } from '../../../shared/form/edition.ts'

interface Props {
  readonly strip: EquationStrip
  readonly selected: CellId | null
  readonly onSelect: (id: CellId) => void
}

/** A relation written out; each term leads to its cell. */
export function EquationView({ strip, selected, onSelect }: Props) {
  const { place, left, right, answer } = strip
  const side = (terms: readonly StripTerm[]) =>
    terms.map((term, index) => (
      <Fragment key={term.kind === 'cell' ? term.cell : term.label}>
        {index === 0 ? null : <span aria-hidden>+</span>}
        {term.kind === 'cell' ? (
          <Term term={term} isSelected={term.cell === selected} onSelect={onSelect} />
        ) : (
          <span className="strip-rest">（{term.label}）</span>
        )}
      </Fragment>
    ))
  return (
    <fieldset className={`strip strip-${answer.kind}`} data-strip={strip.text}>
      <legend className="visually-hidden">
        {place}：{strip.text}
      </legend>
      <span className="strip-place" aria-hidden>
        {place}：
      </span>
      {side(left)}
      <span className="strip-equals" aria-hidden>
        =
      </span>
      {side(right)}
      <strong className="strip-answer">
        {answerText(answer)}
        {answer.kind === 'open' && answer.should !== null
          ? `，按各项相加应为 ${answer.should}`
          : ''}
      </strong>
    </fieldset>
  )
}

interface TermProps {
  readonly term: CellTerm
  readonly isSelected: boolean
  readonly onSelect: (id: CellId) => void
}

function Term({ term, isSelected, onSelect }: TermProps) {
  const states = [
    'strip-term',
    isSelected ? 'strip-selected' : '',
    term.isUncertain ? 'strip-uncertain' : '',
    term.isUnusable ? 'strip-unusable' : '',
  ]
  return (
    <button
      type="button"
      className={states.filter((state) => state !== '').join(' ')}
      data-term={term.cell}
      aria-pressed={isSelected}
      onClick={() => onSelect(term.cell)}
    >
      <span className="strip-label">{term.label}</span>
      <b className="figures">{term.shown}</b>
      {term.isUncertain ? <em>读不准</em> : null}
    </button>
  )
}
