import { useCallback, useRef, useState } from 'react'
import { useDesk } from '../../../desk-context.ts'
import type { ImportProgress } from './import-progress.ts'
import type { Incoming } from './incoming.ts'
import { type RunningImport, runImport } from './run-import.ts'
import { takeIn } from './take-in.ts'

/** The import of this window; it goes on whatever screen is shown. */
export interface Imports {
  /** Of the import that runs, or of the last one; null before the first, and once the last was put away. */
  readonly progress: ImportProgress | null
  readonly start: (files: readonly Incoming[]) => void
  readonly cancel: () => void
  readonly dismiss: () => void
}

/** Files read at the same time: as many as the machine has cores, at most four. */
const WIDTH = Math.max(1, Math.min(4, navigator.hardwareConcurrency))

export function useImports(): Imports {
  const desk = useDesk()
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const running = useRef<RunningImport | null>(null)
  const start = useCallback(
    (files: readonly Incoming[]) => {
      if (running.current !== null) {
        running.current.add(files)
        return
      }
      const current = runImport(files, {
        takeIn: (file, id) => takeIn(desk, file, id),
        // Where the host is gone there is nothing left to end; the import itself says that it is gone.
        cancel: (ids) => void desk.desktop.cancelReading(ids).catch(() => null),
        newId: () => crypto.randomUUID(),
        now: () => Date.now(),
        width: WIDTH,
        onProgress: setProgress,
      })
      running.current = current
      void current.ended.finally(() => {
        running.current = null
      })
    },
    [desk],
  )
  const cancel = useCallback(() => running.current?.cancel(), [])
  const dismiss = useCallback(() => setProgress(null), [])
  return { progress, start, cancel, dismiss }
}
