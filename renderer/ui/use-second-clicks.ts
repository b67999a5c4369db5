import { type MouseEvent, useLayoutEffect, useRef } from 'react'

export interface SecondClicks {
  readonly onClickCapture: (event: MouseEvent) => void
  readonly onDoubleClickCapture: (event: MouseEvent) => void
}

/**
 * Many people double-click whatever opens something. The first click shows another screen, and the second would press
 * what happens to lie there: it is swallowed where the first was on the screen before. `screen` names the screen.
 */
export function useSecondClicks(screen: string): SecondClicks {
  const shown = useRef({ screen, since: Number.NEGATIVE_INFINITY })
  /** When the last series of clicks began, by the clock of events. */
  const began = useRef(0)
  useLayoutEffect(() => {
    if (shown.current.screen !== screen) shown.current = { screen, since: performance.now() }
  }, [screen])
  const swallow = (event: MouseEvent): void => {
    if (began.current > shown.current.since) return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    onClickCapture: (event) => {
      if (event.detail > 1) swallow(event)
      else began.current = event.timeStamp
    },
    onDoubleClickCapture: swallow,
  }
}
