import { type ReactNode, useEffect, useState } from 'react'

/** Gives the focus back to where it was before its children, a dialog, took it; without this it falls to nowhere. */
export function FocusBack({ children }: { readonly children: ReactNode }) {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body
      if (isNowhere && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true })
    },
    [before],
  )
  return children
}
