import { App } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useEffectEvent } from 'react'
import { adviceFor } from '../../../../shared/read-error.ts'
import { listPaths } from '../../../db/review.ts'
import { storeAdvice } from '../../../db/store-error.ts'
import { useDesk } from '../../../desk-context.ts'
import { fromTickets } from './incoming.ts'
import { takeIn } from './take-in.ts'

/**
 * Watches the files of all reports that lie on the disk; one that is saved anew becomes its report's next version.
 * The review of the report `shown` says by itself what changed; elsewhere a short notice does.
 */
export function useWatchedFiles(shown: number | null, onOpen: (reportId: number) => void): void {
  const desk = useDesk()
  const { desktop, store } = desk
  const { message } = App.useApp()
  const placed = useLiveQuery(() => listPaths(store), [store])
  const paths = placed?.map(({ path }) => path).toSorted()
  const wanted = paths === undefined ? null : JSON.stringify(paths)
  useEffect(() => {
    if (wanted === null) return
    void desktop.watchFiles(JSON.parse(wanted))
  }, [desktop, wanted])

  const onChanged = useEffectEvent(async (path: string) => {
    const reportId = placed?.find((one) => one.path === path)?.reportId
    if (reportId === undefined) return
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    const [file] = fromTickets([{ path, name, size: 0 }], desktop.readFile)
    if (file === undefined) return
    const loaded = await file.load()
    if (!loaded.ok) {
      void message.warning(`${name} 有改动，但读不了：${adviceFor(loaded.error)}`)
      return
    }
    const saved = { ...file, load: async () => loaded }
    const taken = await takeIn(desk, saved, crypto.randomUUID(), reportId)
    if (!taken.ok) void message.error(storeAdvice(taken.error))
    else if (taken.value.kind === 'unreadable')
      void message.warning(`${name} 有新的保存，但读不了了；原因见“读不了的文件”。`)
    else if (taken.value.kind === 'new-version' && reportId !== shown) {
      const { name: report, number } = taken.value
      void message.info({
        content: `“${report}”的原件有新的保存，已重新核对（第 ${number} 版）。`,
        onClick: () => onOpen(reportId),
      })
    }
  })
  useEffect(() => desktop.on('file:changed', ({ path }) => void onChanged(path)), [desktop])
}
