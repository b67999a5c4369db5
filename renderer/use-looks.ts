import { useEffect, useEffectEvent } from 'react'
import type { Settings } from './db/settings.ts'
import { TEXT_SCALES, type TextSize, textSizeAfter } from './text-size.ts'
import { pressOf } from './ui/shortcut.ts'

/** Milliseconds between two steps of one turn of the wheel, which sends many events. */
const WHEEL_PAUSE = 250

/**
 * Puts text size and contrast on the whole window, and lets Ctrl with the wheel, `+`, `-` and `0` change the size. The
 * browser's own zoom keeps still: two that multiply would confuse.
 */
export function useLooks(
  { textSize, highContrast }: Pick<Settings, 'textSize' | 'highContrast'>,
  onTextSize: (size: TextSize) => void,
): void {
  useEffect(() => {
    const root = document.documentElement
    root.style.setProperty('--text-scale', `${TEXT_SCALES[textSize]}`)
    root.setAttribute('data-contrast', highContrast ? 'high' : 'normal')
  }, [textSize, highContrast])

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const press = pressOf(event)
    const wanted = press === null ? undefined : SIZE_AFTER[press]?.(textSize)
    if (wanted === undefined) return
    event.preventDefault()
    if (wanted !== textSize) onTextSize(wanted)
  })
  const onWheel = useEffectEvent((event: WheelEvent) => {
    const wanted = textSizeAfter(textSize, event.deltaY < 0 ? 1 : -1)
    if (wanted !== textSize) onTextSize(wanted)
  })
  useEffect(() => {
    let last = 0
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey || event.deltaY === 0) return
      event.preventDefault()
      if (event.timeStamp - last < WHEEL_PAUSE) return
      last = event.timeStamp
      onWheel(event)
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('wheel', turn, { passive: false })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('wheel', turn)
    }
  }, [])
}

const larger = (size: TextSize): TextSize => textSizeAfter(size, 1)
const smaller = (size: TextSize): TextSize => textSizeAfter(size, -1)

const SIZE_AFTER: Readonly<Record<string, (size: TextSize) => TextSize>> = {
  'Ctrl++': larger,
  'Ctrl+=': larger,
  'Ctrl+-': smaller,
  'Ctrl+0': () => 'normal',
}
