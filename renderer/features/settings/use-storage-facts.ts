import { useEffect, useState } from 'react'
import type { HostStatus } from '../../../shared/ipc/contract.ts'
import { askForPersistence, type Room } from '../../db/room.ts'
import { useDesk } from '../../desk-context.ts'

/** Milliseconds between two looks at the host's counts. */
const TICK = 3_000

/** What the host says of itself, looked at again and again while the screen is open; null before the first answer. */
export function useHostStatus(): HostStatus | null {
  const { desktop } = useDesk()
  const [status, setStatus] = useState<HostStatus | null>(null)
  useEffect(() => {
    let isOver = false
    const look = async (): Promise<void> => {
      const next = await desktop.readStatus()
      if (!isOver) setStatus(next)
    }
    void look()
    const timer = setInterval(() => void look(), TICK)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [desktop])
  return status
}

export interface StorageFacts {
  readonly room: Room
  readonly persistence: 'granted' | 'refused' | 'unavailable'
}

/** How much room the data take and have, and whether the browser promised to keep them. */
export function useStorageFacts(): StorageFacts | null {
  const { store } = useDesk()
  const [facts, setFacts] = useState<StorageFacts | null>(null)
  useEffect(() => {
    let isOver = false
    void Promise.all([store.room.measure(), askForPersistence(store)]).then(
      ([room, persistence]) => isOver || setFacts({ room, persistence }),
    )
    return () => {
      isOver = true
    }
  }, [store])
  return facts
}
