import { Button, Spin } from 'antd'
import type { ReactNode } from 'react'
import { ToneIcon } from './tone.tsx'
import './screen-states.css'

/** A screen or pane that waits for its content. It shows itself late, so that a short wait does not flicker. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="screen-state screen-loading" role="status">
      <Spin size="large" />
      <p>正在读取{what}…</p>
    </div>
  )
}

/** Nothing is there: why, and what to do about it. */
export function Nothing({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}) {
  return (
    <div className="screen-state">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** What should be there could not be had. */
export function Failure({
  title,
  advice,
  action,
}: {
  readonly title: string
  readonly advice: string
  readonly action?: { readonly label: string; readonly run: () => void }
}) {
  return (
    <div className="screen-state" role="alert">
      <h2>
        <ToneIcon tone="error" /> {title}
      </h2>
      <p>{advice}</p>
      {action === undefined ? null : (
        <Button type="primary" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  )
}
