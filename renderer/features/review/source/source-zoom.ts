/** Parts of the width of the pane, or of the text size. */
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

/** The next zoom up or down from here; the last one where there is none. */
export function zoomAfter(zoom: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? STEPS.find((step) => step > zoom + TINY)
      : STEPS.findLast((step) => step < zoom - TINY)
  return next ?? zoom
}

const TINY = 0.001
