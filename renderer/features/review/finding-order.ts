import type { Decisions } from '../../../shared/desk/decisions.ts'
import { needsDecision } from '../../../shared/desk/decisions.ts'
import {
  type FindingKey,
  isDecidable,
  type KeyedFinding,
} from '../../../shared/desk/finding-key.ts'
import type { CellId } from '../../../shared/form/edition.ts'
import type { Severity } from '../../../shared/report/finding.ts'

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** Errors, then warnings, then hints, each in the order of reading. What was not checked has a place of its own. */
export const problemsFirst = (findings: readonly KeyedFinding[]): readonly KeyedFinding[] =>
  SEVERITIES.flatMap((severity) =>
    findings.filter(({ finding }) => isDecidable(finding) && finding.severity === severity),
  )

/** The finding before or after the current one; the first, or the last, where none is chosen. Stops at the ends. */
export function stepFinding(
  findings: readonly KeyedFinding[],
  current: FindingKey | null,
  step: 1 | -1,
): FindingKey | null {
  const at = findings.findIndex(({ key }) => key === current)
  if (at < 0) return (step === 1 ? findings.at(0) : findings.at(-1))?.key ?? null
  return findings[Math.min(findings.length - 1, Math.max(0, at + step))]?.key ?? null
}

/** The next finding after the current one that waits for a person, going round; null where none does. */
export function nextOpenFinding(
  findings: readonly KeyedFinding[],
  decisions: Decisions,
  current: FindingKey | null,
): FindingKey | null {
  const at = findings.findIndex(({ key }) => key === current)
  const round = [...findings.slice(at + 1), ...findings.slice(0, Math.max(0, at))]
  const next = round.find(({ key, finding }) => needsDecision(finding) && !decisions.has(key))
  return next?.key ?? null
}

/** The gravest finding about each cell that is not decided yet. */
export function severityByCell(
  findings: readonly KeyedFinding[],
  decisions: Decisions,
): ReadonlyMap<CellId, Severity> {
  const gravest = new Map<CellId, Severity>()
  // The gravest come last and so stay.
  for (const { key, finding } of problemsFirst(findings).toReversed())
    if (!decisions.has(key)) for (const id of finding.cells) gravest.set(id, finding.severity)
  return gravest
}
