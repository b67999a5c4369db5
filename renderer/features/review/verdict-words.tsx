import { Button } from 'antd'
import type { Severity, Verdict } from '../../../shared/report/finding.ts'
import { type Tone, ToneIcon } from '../../ui/tone.tsx'
import { countWords } from './severity-names.ts'

interface Props {
  readonly verdict: Verdict
  readonly counts: Readonly<Record<Severity, number>>
  /** How many things could not be checked. */
  readonly notChecked: number
  readonly onShowNotChecked: () => void
}

/** The one answer of the report in words, and beside it what it does not cover. */
export function VerdictWords({ verdict, counts, notChecked, onShowNotChecked }: Props) {
  return (
    <p className="verdict" role="status">
      <ToneIcon tone={VERDICT_TONES[verdict]} />
      <strong>{verdictSentence(verdict, counts)}</strong>
      {notChecked === 0 ? (
        <span>三张表和各节都核对了。</span>
      ) : (
        <Button type="link" onClick={onShowNotChecked}>
          另有 {notChecked} 项没有核对
        </Button>
      )}
    </p>
  )
}

export const VERDICT_TONES = {
  clean: 'ok',
  'must-correct': 'error',
  'must-review': 'warning',
} as const satisfies Record<Verdict, Tone>

/** `没有发现问题` is said only where something was checked and nothing was found. */
function verdictSentence(verdict: Verdict, counts: Props['counts']): string {
  const words = countWords(counts)
  if (verdict === 'clean') return words === '' ? '没有发现问题' : `没有发现问题，有 ${words}`
  if (words === '') return '已核对的内容没有发现问题'
  return verdict === 'must-correct' ? `需修改：${words}` : `需人工核对：${words}`
}
