import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback } from 'react'
import {
  DEFAULT_SETTINGS,
  readSettings,
  type SettingName,
  type Settings,
  writeSetting,
} from './db/settings.ts'
import { useDesk } from './desk-context.ts'
import { useKept } from './use-kept.ts'

/** The person's settings, kept up to date; null until they are read. */
export const useStoredSettings = (): Settings | null => {
  const { store } = useDesk()
  return useLiveQuery(() => readSettings(store), [store]) ?? null
}

/** The person's settings; the defaults until they are read. */
export const useSettings = (): Settings => useStoredSettings() ?? DEFAULT_SETTINGS

export type KeepSetting = <N extends SettingName>(name: N, value: Settings[N]) => void

export function useKeepSetting(): KeepSetting {
  const { store } = useDesk()
  const kept = useKept()
  return useCallback<KeepSetting>(
    (name, value) => void kept(writeSetting(store, name, value)),
    [store, kept],
  )
}
