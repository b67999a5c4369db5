import { useCallback, useMemo } from 'react'
import type { Decision } from '../../../shared/desk/decisions.ts'
import type { FindingKey } from '../../../shared/desk/finding-key.ts'
import type { FindingDeeds } from './finding-actions.tsx'
import { nextOpenFinding } from './finding-order.ts'
import type { ReviewDeeds } from './review-deeds.ts'
import type { ReviewReport } from './review-report.ts'

export interface Deciding extends FindingDeeds {
  readonly decide: (key: FindingKey, decision: Decision | null) => Promise<void>
}

/** Deciding about findings: once a decision is kept, the next finding that waits is opened. */
export function useFindingDeeds(
  { findings, decisions }: ReviewReport,
  deeds: ReviewDeeds,
  onOpen: (key: FindingKey) => void,
  onAskReason: (key: FindingKey) => void,
): Deciding {
  const decide = useCallback(
    async (key: FindingKey, decision: Decision | null): Promise<void> => {
      const isKept = await deeds.decide(key, decision)
      const next = decision === null ? null : nextOpenFinding(findings, decisions, key)
      if (isKept && next !== null) onOpen(next)
    },
    [deeds, findings, decisions, onOpen],
  )
  return useMemo<Deciding>(
    () => ({
      decide,
      onConfirm: (key) => void decide(key, { kind: 'confirmed' }),
      onFixed: (key) => void decide(key, { kind: 'fixed' }),
      onReopen: (key) => void decide(key, null),
      onSetAside: onAskReason,
    }),
    [decide, onAskReason],
  )
}
