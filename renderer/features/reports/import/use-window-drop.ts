import { useEffectEvent, useLayoutEffect, useState } from 'react'
import { dayWords } from '../../../ui/day-words.ts'
import { givenFiles } from './given-files.ts'
import { choosePasted } from './pasted.ts'
import type { Intake } from './use-intake.ts'

/** The whole window takes files that are dropped or pasted. True while something is dragged over it. */
export function useWindowDrop({ takeGiven, takeText }: Intake): boolean {
  const [isOver, setIsOver] = useState(false)
  const onDrag = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return
    // Without this the browser would open the file in place of the desk.
    event.preventDefault()
    setIsOver(event.type !== 'dragleave' || event.relatedTarget !== null)
  })
  const onDrop = useEffectEvent((event: DragEvent) => {
    setIsOver(false)
    if (event.dataTransfer === null || !hasFiles(event.dataTransfer)) return
    event.preventDefault()
    takeGiven(givenFiles(event.dataTransfer))
  })
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const data = event.clipboardData
    if (data === null || isTyping(event.target)) return
    const texts = { html: data.getData('text/html'), text: data.getData('text/plain') }
    const types = [...data.files].map(({ type }) => type)
    const pasted = choosePasted(texts, types, dayWords(Date.now()).replace(':', '.'))
    if (pasted === null) return
    if (pasted === 'files') takeGiven(givenFiles(data))
    else takeText(pasted)
    event.preventDefault()
  })
  // Before the first picture is shown: a file may be dropped as soon as there is a window.
  useLayoutEffect(() => {
    const drags = ['dragenter', 'dragover', 'dragleave'] as const
    for (const name of drags) window.addEventListener(name, onDrag)
    window.addEventListener('drop', onDrop)
    window.addEventListener('paste', onPaste)
    return () => {
      for (const name of drags) window.removeEventListener(name, onDrag)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('paste', onPaste)
    }
  }, [])
  return isOver
}

/** A text that is dragged inside the page is none of ours. */
const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') === true

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, [contenteditable="true"]') !== null &&
  target.closest('[data-paste]') === null
