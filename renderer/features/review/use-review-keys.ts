import { type Shortcuts, useShortcuts } from '../../ui/use-shortcuts.ts'

/** The keys of a review that need no report to be there. */
export interface WayOutDeeds {
  readonly nextReport: () => void
  readonly previousReport: () => void
  readonly back: () => void
  readonly help: () => void
}

/** What the keys of a review do; the page of keys (desk-keys.ts) lists them for people. */
export interface ReviewKeyDeeds extends WayOutDeeds {
  readonly next: () => void
  readonly previous: () => void
  readonly confirm: () => void
  readonly setAside: () => void
  readonly fixed: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly lens: () => void
}

/** The keys of a review. Enter confirms in the list of findings alone: elsewhere it presses what has the focus. */
export function useReviewKeys(deeds: ReviewKeyDeeds, isActive: boolean): void {
  const next = { run: deeds.next, repeats: true } as const
  const previous = { run: deeds.previous, repeats: true } as const
  const shortcuts: Shortcuts = {
    j: next,
    n: next,
    ArrowDown: next,
    k: previous,
    p: previous,
    ArrowUp: previous,
    c: { run: deeds.confirm },
    x: { run: deeds.setAside },
    f: { run: deeds.fixed },
    'Ctrl+Z': { run: deeds.undo },
    'Ctrl+Y': { run: deeds.redo },
    'Ctrl+Shift+Z': { run: deeds.redo },
    l: { run: deeds.lens },
    ...waysOut(deeds),
  }
  useShortcuts(shortcuts, isActive)
}

export const waysOut = (deeds: WayOutDeeds): Shortcuts => ({
  ']': { run: deeds.nextReport },
  'Shift+N': { run: deeds.nextReport },
  '[': { run: deeds.previousReport },
  'Shift+P': { run: deeds.previousReport },
  Escape: { run: deeds.back },
  '?': { run: deeds.help },
})
