import { useSyncExternalStore } from 'react'

/** Pixels of one rem: the reader's text size times the step chosen in the settings. */
export const useRem = (): number => useSyncExternalStore(subscribe, readRem)

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] })
  window.addEventListener('resize', listener)
  return () => {
    observer.disconnect()
    window.removeEventListener('resize', listener)
  }
}

const readRem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
