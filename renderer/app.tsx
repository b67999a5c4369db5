import { App as AntApp, ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import { useMemo } from 'react'
import type { Recovery } from './db/recovery.ts'
import { type Desk, DeskContext } from './desk-context.ts'
import { Frame } from './frame.tsx'
import { themeFor } from './theme.ts'
import { useRem } from './ui/use-rem.ts'
import { useLooks } from './use-looks.ts'
import { useKeepSetting, useStoredSettings } from './use-settings.ts'

interface Props {
  readonly desk: Desk
  readonly recovery: Recovery
}

/** The desk with its language, its looks and all that its screens work with. */
export function App({ desk, recovery }: Props) {
  return (
    <DeskContext value={desk}>
      <AntApp component={false}>
        <Dressed recovery={recovery} />
      </AntApp>
    </DeskContext>
  )
}

function Dressed({ recovery }: Pick<Props, 'recovery'>) {
  const settings = useStoredSettings()
  return settings === null ? null : <DressedDesk settings={settings} recovery={recovery} />
}

interface DressedProps extends Pick<Props, 'recovery'> {
  readonly settings: NonNullable<ReturnType<typeof useStoredSettings>>
}

function DressedDesk({ settings, recovery }: DressedProps) {
  const keep = useKeepSetting()
  useLooks(settings, (size) => keep('textSize', size))
  const rem = useRem()
  const contrast = settings.highContrast ? 'high' : 'normal'
  const theme = useMemo(() => themeFor(rem, contrast), [rem, contrast])
  return (
    <ConfigProvider
      locale={chinese}
      theme={theme}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="desk" message={{ duration: 6, maxCount: 3 }}>
        <Frame recovery={recovery} />
      </AntApp>
    </ConfigProvider>
  )
}
