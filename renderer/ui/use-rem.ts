import { useEffect, useState } from 'react'

/** Pixels of one rem: the reader's own text size times the step chosen in the settings. */
export function useRem(): number {
  // Asked only when it may have changed: asking makes the browser work out all styles anew.
  const [rem, setRem] = useState(readRem)
  useEffect(() => {
    const read = (): void => setRem(readRem())
    read()
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] })
    window.addEventListener('resize', read)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', read)
    }
  }, [])
  return rem
}

const readRem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
