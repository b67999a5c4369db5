import { useEffect, useEffectEvent, useState } from 'react'
import { success } from '../shared/result.ts'
import { listPlacedVersions, noteSameBytes } from './db/placed-versions.ts'
import { useDesk } from './desk-context.ts'
import { takeIn } from './features/reports/import/take-in.ts'
import type { Reports } from './features/reports/use-reports.ts'
import { findMissedSaves, type MissedSave } from './missed-saves.ts'

/** Milliseconds after the start: the person sees the list first. */
const BEGINS_AFTER = 1_000

/** The files of reports that were saved while the desk was closed; looked for once, when the list is there. */
export function useMissedSaves(reports: Reports): {
  readonly saves: readonly MissedSave[]
  readonly dismiss: () => void
} {
  const desk = useDesk()
  const [saves, setSaves] = useState<readonly MissedSave[]>([])
  const search = useEffectEvent(async (isOver: () => boolean): Promise<void> => {
    const { store, desktop } = desk
    if (reports === 'loading' || 'failed' in reports) return
    await findMissedSaves(await listPlacedVersions(store, reports), {
      lookAtFiles: desktop.lookAtFiles,
      readFile: desktop.readFile,
      sha256: store.ports.sha256,
      takeIn: ({ fileName: name, folder, path, reportId }, bytes) => {
        const load = async () => success(bytes)
        const file = { name, folder, path, size: bytes.byteLength, load }
        return takeIn(desk, file, crypto.randomUUID(), reportId)
      },
      noteSame: (versions) => noteSameBytes(store, versions),
      isOver,
      onFound: (save) => isOver() || setSaves((old) => [...old, save]),
    })
  })
  const isLoaded = Array.isArray(reports)
  useEffect(() => {
    if (!isLoaded) return
    let isOver = false
    const timer = setTimeout(() => void search(() => isOver), BEGINS_AFTER)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isLoaded])
  return { saves, dismiss: () => setSaves([]) }
}
