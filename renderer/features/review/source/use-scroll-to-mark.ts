import { type RefObject, useEffect } from 'react'
import { scrollIntoMiddle } from './scroll-to.ts'
import type { SourceMark } from './source-marks.ts'

/**
 * Brings the selected mark into view, or the first related one, whenever the marks change. `isReady`: the content is
 * laid out. `root` is where the marks are looked for, where that is not the view itself.
 */
export function useScrollToMark(
  view: RefObject<Element | null>,
  marks: readonly SourceMark[],
  isReady: boolean,
  root?: ParentNode | null,
): void {
  // By what they say: marks that are made anew but say the same must not pull the view back.
  const wanted = JSON.stringify(marks)
  useEffect(() => {
    const frame = view.current
    if (frame === null || !isReady || wanted === '[]') return
    const within = root ?? frame
    const target =
      within.querySelector('[data-mark="selected"]') ?? within.querySelector('[data-mark]')
    if (target !== null) scrollIntoMiddle(frame, target)
  }, [view, wanted, isReady, root])
}
