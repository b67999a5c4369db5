import { memo } from 'react'
import { DECISION_WORDS, type Decision } from '../../../shared/desk/decisions.ts'
import type { FindingKey, KeyedFinding } from '../../../shared/desk/finding-key.ts'
import type { Severity } from '../../../shared/report/finding.ts'
import { type Tone, ToneIcon, ToneWord } from '../../ui/tone.tsx'
import { FindingActions, type FindingDeeds } from './finding-actions.tsx'
import { SEVERITY_NAMES } from './severity-names.ts'

interface Props extends FindingDeeds {
  readonly id: string
  readonly item: KeyedFinding
  readonly decision: Decision | undefined
  readonly isOpen: boolean
  readonly isReadOnly: boolean
  readonly onOpen: (key: FindingKey) => void
}

export const SEVERITY_TONES = {
  error: 'error',
  warning: 'warning',
  info: 'info',
} as const satisfies Record<Severity, Tone>

/** One finding: the sentence, and once it is opened what it rests on and what can be done with it. */
export const FindingItem = memo(function FindingItem(props: Props) {
  const { id, item, decision, isOpen, isReadOnly, onOpen } = props
  const { key, finding } = item
  return (
    <li
      id={id}
      className={`finding finding-${finding.severity}${isOpen ? ' finding-open' : ''}${decision === undefined ? '' : ' finding-decided'}`}
      data-finding={finding.rule}
      data-key={key}
    >
      <button
        type="button"
        className="finding-line"
        aria-expanded={isOpen}
        onClick={() => onOpen(key)}
      >
        <span className="finding-mark">
          <ToneWord tone={SEVERITY_TONES[finding.severity]}>
            {SEVERITY_NAMES[finding.severity]}
          </ToneWord>
          <DecisionMark decision={decision} />
        </span>
        <span className="finding-message">{finding.message}</span>
      </button>
      {isOpen ? (
        <div className="finding-more">
          {saysBoth(finding) ? null : (
            <p>
              应为 <b className="figures">{finding.expected}</b>，表中为{' '}
              <b className="figures">{finding.actual === '' ? '空白' : finding.actual}</b>
            </p>
          )}
          {decision?.kind === 'set-aside' ? <p>搁置的理由：{decision.reason}</p> : null}
          <p className="finding-basis">依据：{finding.basis}</p>
          {isReadOnly ? null : <FindingActions {...props} findingKey={key} decision={decision} />}
        </div>
      ) : null}
    </li>
  )
})

/** Whether the sentence names both numbers itself, or there are none. */
const saysBoth = ({ message, expected, actual }: KeyedFinding['finding']): boolean =>
  expected === undefined ||
  actual === undefined ||
  (message.includes(expected) && message.includes(actual))

function DecisionMark({ decision }: { readonly decision: Decision | undefined }) {
  const state = decision?.kind ?? 'open'
  return (
    <span className={`decision decision-${state}`}>
      {state === 'open' ? null : <ToneIcon tone={DECISION_TONES[state]} />}
      {DECISION_WORDS[state]}
    </span>
  )
}

const DECISION_TONES = {
  confirmed: 'info',
  'set-aside': 'quiet',
  fixed: 'ok',
} as const satisfies Record<Decision['kind'], Tone>
