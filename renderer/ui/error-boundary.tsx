import { Component, type ReactNode } from 'react'

interface Props {
  /** What is shown instead; `retry` draws the children anew. */
  readonly fallback: (retry: () => void) => ReactNode
  /** Another value means another screen: what failed there does not stay on the next one. */
  readonly resetKey: string
  readonly children: ReactNode
}

interface State {
  readonly failedAt: string | null
}

/** Keeps a bug in one screen from taking the whole desk away. React has no other way than a class. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failedAt: null }

  static getDerivedStateFromError(): Partial<State> {
    return { failedAt: '' }
  }

  static getDerivedStateFromProps({ resetKey }: Props, { failedAt }: State): State | null {
    if (failedAt === '') return { failedAt: resetKey }
    return failedAt !== null && failedAt !== resetKey ? { failedAt: null } : null
  }

  override render(): ReactNode {
    const { fallback, children } = this.props
    return this.state.failedAt === null ? children : fallback(this.retry)
  }

  readonly retry = (): void => this.setState({ failedAt: null })
}
