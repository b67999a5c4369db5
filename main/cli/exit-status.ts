import type { Totals } from './totals.ts'

/** What the command tells the shell that called it. */
export const EXIT = {
  fine: 0,
  hasErrors: 1,
  unreadable: 2,
  wrong: 2,
  interrupted: 130,
  /** As if SIGPIPE had ended us, which is what other programs do behind `| head`. */
  outputClosed: 141,
} as const

/** The status for a batch that went through; a file that could not be read outweighs an error. */
export function exitStatusOf({ verdicts, hasErrors }: Totals): number {
  if (verdicts.unreadable > 0) return EXIT.unreadable
  return hasErrors ? EXIT.hasErrors : EXIT.fine
}
