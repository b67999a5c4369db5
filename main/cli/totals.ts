import { VERDICT_WORDS, type Verdict } from '../../shared/report/finding.ts'
import type { CheckAnswer } from '../work/check-file.ts'

/** What a batch came to. */
export interface Totals {
  readonly all: number
  readonly verdicts: Readonly<Record<Verdict | 'unreadable', number>>
  /** Whether any report has a finding of severity `error`. */
  readonly hasErrors: boolean
}

export const NO_TOTALS: Totals = {
  all: 0,
  verdicts: { clean: 0, 'must-correct': 0, 'must-review': 0, unreadable: 0 },
  hasErrors: false,
}

/** The totals with one more answer. */
export const addAnswer = (totals: Totals, { verdict, hasErrors }: CheckAnswer): Totals => ({
  all: totals.all + 1,
  verdicts: { ...totals.verdicts, [verdict]: totals.verdicts[verdict] + 1 },
  hasErrors: totals.hasErrors || hasErrors,
})

/** `共 3 份：需修改 1 份，需人工核对 0 份，未发现问题 1 份，读不了 1 份`. */
export function totalsWords({ all, verdicts }: Totals): string {
  const parts = ORDER.map((verdict) => `${VERDICT_WORDS[verdict]} ${verdicts[verdict]} 份`)
  return `共 ${all} 份：${parts.join('，')}`
}

const ORDER = ['must-correct', 'must-review', 'clean', 'unreadable'] as const
