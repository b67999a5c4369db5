import { App } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useState } from 'react'
import { adviceFor } from '../../../shared/read-error.ts'
import type { UnreadableRow } from '../../db/rows.ts'
import { deleteUnreadable, listUnreadable, retryUnreadable } from '../../db/unreadable.ts'
import { useDesk } from '../../desk-context.ts'
import { useKept } from '../../use-kept.ts'
import { fromArchive, type Incoming } from '../reports/import/incoming.ts'
import { unpack } from '../reports/import/unpack.ts'

/** The files that could not be read, the latest first; kept up to date. */
export function useUnreadable(): readonly UnreadableRow[] | 'loading' {
  const { store } = useDesk()
  return useLiveQuery(() => listUnreadable(store), [store]) ?? 'loading'
}

export interface UnreadableDeeds {
  /** The files that are tried at present. */
  readonly trying: ReadonlySet<number>
  readonly retry: (rows: readonly UnreadableRow[]) => void
  readonly remove: (ids: readonly number[]) => void
  readonly open: (path: string) => void
}

/** `start` imports the reports of a zip that can be opened now. */
export function useUnreadableDeeds(start: (files: readonly Incoming[]) => void): UnreadableDeeds {
  const { store, desktop } = useDesk()
  const { message } = App.useApp()
  const kept = useKept()
  const [trying, setTrying] = useState<ReadonlySet<number>>(new Set())
  const retryOne = useCallback(
    async (row: UnreadableRow): Promise<void> => {
      setTrying((old) => new Set([...old, row.id]))
      const tried = await kept(
        retryUnreadable(store, row.id, {
          read: (name, bytes) => desktop.readReport({ id: crypto.randomUUID(), name, bytes }),
          readFile: desktop.readFile,
          unpack: (name, bytes) => unpack(desktop, name, bytes),
        }),
      )
      setTrying((old) => new Set([...old].filter((id) => id !== row.id)))
      if (!tried.ok) return
      if (tried.value.kind === 'read')
        void message.success(`${row.name} 读出来了，已放进报告列表。`)
      if (tried.value.kind === 'unpacked') {
        start(fromArchive(row, tried.value.reports))
        await kept(deleteUnreadable(store, [row.id]))
      }
      if (tried.value.kind === 'still-unreadable')
        void message.warning(`${row.name} 还是读不了：${adviceFor(tried.value.error)}`)
    },
    [store, desktop, kept, message, start],
  )
  return {
    trying,
    // One after the other: the reader works on several at a time only where a person waits for a folder.
    retry: async (rows) => {
      for (const row of rows) await retryOne(row)
    },
    remove: (ids) => void kept(deleteUnreadable(store, ids)),
    open: (path) => void desktop.openOriginal(path),
  }
}
