import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Decision, Decisions } from '../../../shared/desk/decisions.ts'
import type { FindingKey } from '../../../shared/desk/finding-key.ts'
import type { FindingDeeds } from './finding-actions.tsx'
import { nextOpenFinding } from './finding-order.ts'
import type { ReviewDeeds } from './review-deeds.ts'
import type { ReviewReport } from './review-report.ts'

export interface Deciding extends FindingDeeds {
  readonly decide: (key: FindingKey, decision: Decision | null) => Promise<void>
}

/**
 * Deciding about findings: the next finding that waits is opened at once, so that the next key is about that one. What
 * is decided shows only once it is kept; where it could not be kept, its finding is opened again.
 */
export function useFindingDeeds(
  { findings, decisions }: ReviewReport,
  deeds: ReviewDeeds,
  onOpen: (key: FindingKey) => void,
  onAskReason: (key: FindingKey) => void,
): Deciding {
  const underWay = useUnderWay(decisions)
  const decide = useCallback(
    async (key: FindingKey, decision: Decision | null): Promise<void> => {
      if (decision === null) {
        await deeds.decide(key, null)
        return
      }
      underWay.begin(key, decision)
      const next = nextOpenFinding(findings, underWay.added(decisions), key)
      if (next !== null) onOpen(next)
      const isKept = await deeds.decide(key, decision)
      underWay.end(key, isKept)
      if (!isKept) onOpen(key)
    },
    [deeds, findings, decisions, onOpen, underWay],
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

interface UnderWay {
  readonly begin: (key: FindingKey, decision: Decision) => void
  readonly end: (key: FindingKey, isKept: boolean) => void
  /** The decisions that are shown with those that are not yet. */
  readonly added: (shown: Decisions) => Decisions
}

/** Decisions that are being kept, or are kept and not shown yet. */
function useUnderWay(shown: Decisions): UnderWay {
  const waiting = useRef(new Map<FindingKey, { decision: Decision; isKept: boolean }>())
  useEffect(() => {
    for (const [key, { isKept }] of waiting.current)
      if (isKept || shown.has(key)) waiting.current.delete(key)
  }, [shown])
  return useMemo(
    () => ({
      begin: (key, decision) => waiting.current.set(key, { decision, isKept: false }),
      end: (key, isKept) => {
        const one = waiting.current.get(key)
        if (!isKept) waiting.current.delete(key)
        else if (one !== undefined) one.isKept = true
      },
      added: (decisions) =>
        new Map([
          ...decisions,
          ...[...waiting.current].map(([key, { decision }]) => [key, decision] as const),
        ]),
    }),
    [],
  )
}
