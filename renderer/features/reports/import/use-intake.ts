import { App } from 'antd'
import { useCallback, useEffect, useMemo } from 'react'
import { REPORT_KINDS } from '../../../../shared/document/report-extensions.ts'
import type { PickKind } from '../../../../shared/ipc/contract.ts'
import { useDesk } from '../../../desk-context.ts'
import { askForFiles } from './ask-for-files.ts'
import {
  fromContents,
  fromGivenFiles,
  fromTickets,
  type GivenFile,
  type Incoming,
} from './incoming.ts'

/** The ways by which files come into the desk. */
export interface Intake {
  readonly pick: (kind: PickKind) => void
  readonly takeSamples: () => void
  readonly takeGiven: (files: Promise<readonly GivenFile[]>) => void
  /** Files that the desk itself found, such as the reports of a zip. */
  readonly takeIncoming: (files: readonly Incoming[]) => void
  readonly takeText: (content: { readonly name: string; readonly bytes: Uint8Array }) => void
}

/** Hands whatever is given to `start`, and says so where nothing of it could be a report. */
export function useIntake(start: (files: readonly Incoming[]) => void): Intake {
  const { desktop } = useDesk()
  const { message } = App.useApp()
  const take = useCallback(
    (files: readonly Incoming[]) => {
      if (files.length > 0) start(files)
      else
        void message.warning(`没有找到可以核对的文件；支持${REPORT_KINDS}，也可以是 zip 压缩包。`)
    },
    [start, message],
  )
  useEffect(
    () => desktop.on('file:opened', ({ files }) => take(fromTickets(files, desktop.readFile))),
    [desktop, take],
  )
  return useMemo<Intake>(() => {
    const takeGiven = async (given: Promise<readonly GivenFile[]>): Promise<void> =>
      take(await fromGivenFiles(await given, desktop.adoptFiles))
    const pick = async (kind: PickKind): Promise<void> => {
      const picked = await desktop.pickFiles(kind)
      if (picked.kind === 'picked') take(fromTickets(picked.files, desktop.readFile))
      else if (picked.kind === 'unavailable') {
        const files = await askForFiles(kind)
        if (files !== null) await takeGiven(Promise.resolve(files))
      }
    }
    return {
      pick: (kind) => void pick(kind),
      takeSamples: async () => take(fromContents(await desktop.listSamples())),
      takeGiven: (given) => void takeGiven(given),
      takeIncoming: take,
      takeText: (content) => take(fromContents([content])),
    }
  }, [desktop, take])
}
