import { useCallback, useState } from 'react'
import type { ReviewReport } from './review-report.ts'

/** Whether the report got a newer version since the screen was opened, and nobody has said "yes, I have seen it". */
export function useNewVersion({ version, isCurrent }: ReviewReport): {
  readonly isShown: boolean
  readonly dismiss: () => void
} {
  const [seen, setSeen] = useState(version.number)
  const dismiss = useCallback(() => setSeen(version.number), [version.number])
  return { isShown: isCurrent && version.number > seen, dismiss }
}
