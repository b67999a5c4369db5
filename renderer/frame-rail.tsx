import {
  FileSearchOutlined,
  FileUnknownOutlined,
  QuestionCircleOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { hashOf, type Route } from './routes.ts'

interface Props {
  readonly route: Route
  /** How many files could not be read. */
  readonly unreadable: number
}

/** The way from screen to screen, at the left of every one. */
export function FrameRail({ route, unreadable }: Props) {
  return (
    <nav className="rail" aria-label="画面">
      <RailLink
        to={{ screen: 'reports' }}
        isHere={route.screen === 'reports' || route.screen === 'review'}
        icon={<FileSearchOutlined aria-hidden />}
        label="报告"
      />
      <RailLink
        to={{ screen: 'unreadable' }}
        isHere={route.screen === 'unreadable'}
        icon={<FileUnknownOutlined aria-hidden />}
        label="读不了"
        count={unreadable}
      />
      <RailLink
        to={{ screen: 'settings' }}
        isHere={route.screen === 'settings'}
        icon={<SettingOutlined aria-hidden />}
        label="设置"
      />
      <RailLink
        to={{ screen: 'help' }}
        isHere={route.screen === 'help'}
        icon={<QuestionCircleOutlined aria-hidden />}
        label="帮助"
      />
    </nav>
  )
}

interface LinkProps {
  readonly to: Route
  readonly isHere: boolean
  readonly icon: ReactNode
  readonly label: string
  readonly count?: number
}

function RailLink({ to, isHere, icon, label, count = 0 }: LinkProps) {
  return (
    <a href={`#${hashOf(to)}`} aria-current={isHere ? 'page' : undefined}>
      <span className="rail-icon" aria-hidden>
        {icon}
      </span>
      <span>{label}</span>
      {count === 0 ? null : <span className="rail-count figures">{count}</span>}
    </a>
  )
}
