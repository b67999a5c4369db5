import { useEffect } from 'react'
import { purgeDeleted } from './db/delete-reports.ts'
import { askForPersistence } from './db/room.ts'
import { outdatedReports, updateReport } from './db/update-reports.ts'
import { useDesk } from './desk-context.ts'

/** What the desk does by itself when it starts. Whatever fails is done at the next start; nobody waits for it. */
export function useChores(hasReports: boolean): void {
  const { store } = useDesk()
  useEffect(() => {
    let isOver = false
    const work = async (): Promise<void> => {
      await purgeDeleted(store)
      // One at a time, so that the person's own work always comes in between.
      for (const id of await outdatedReports(store)) {
        if (isOver) return
        await updateReport(store, id)
      }
    }
    void work()
    return () => {
      isOver = true
    }
  }, [store])
  useEffect(() => {
    // Browsers grant it rather where there is something to keep.
    if (hasReports) void askForPersistence(store)
  }, [store, hasReports])
}
