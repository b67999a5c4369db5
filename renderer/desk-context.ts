import { createContext, useContext } from 'react'
import type { DesktopApi } from '../shared/ipc/contract.ts'
import type { Store } from './db/store.ts'

/** What the desk works with: the host it runs in, and what it keeps. */
export interface Desk {
  readonly desktop: DesktopApi
  readonly store: Store
}

/** Carries the desk to the hooks; components never ask for it. */
export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('drawn outside DeskContext')
  return desk
}
