import { useEffect, useEffectEvent } from 'react'
import { pressOf } from './shortcut.ts'

/** What each press does, by the name that `pressOf` gives it. */
export type Shortcuts = Readonly<Record<string, Shortcut>>

export interface Shortcut {
  readonly run: () => void
  /** Fires again and again while the key is held down; a decision never does. */
  readonly repeats?: true
}

/** Listens to the whole window while `isActive`; silent in inputs, dialogs and menus, which have keys of their own. */
export function useShortcuts(shortcuts: Shortcuts, isActive = true): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const press = pressOf(event)
    if (press === null || event.defaultPrevented || hasOwnKeys(event.target)) return
    const shortcut = shortcuts[press]
    if (shortcut === undefined) return
    event.preventDefault()
    if (!event.repeat || shortcut.repeats === true) shortcut.run()
  })
  useEffect(() => {
    if (!isActive) return
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isActive])
}

/** Whether typing there means something else than a shortcut. */
function hasOwnKeys(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target instanceof HTMLInputElement) return !KEYLESS_INPUTS.has(target.type)
  return target.closest(OWN_KEYS) !== null
}

const KEYLESS_INPUTS: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'file'])

const OWN_KEYS =
  'textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"], [role="menu"], [role="combobox"]'
