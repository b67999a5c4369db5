import type { DesktopApi } from '../../shared/ipc/contract.ts'
import { showHostNotice } from './host-notice.ts'
import { createLocalClient } from './local-client.ts'
import { takeCode } from './local-session.ts'

declare global {
  interface Window {
    /** Set by the preload script where the desk runs in Electron. */
    readonly desktop?: DesktopApi
  }
}

/** The host that this page was opened by. The rest of the desk cannot tell which it is. Called once. */
export function connectDesktop(): DesktopApi {
  if (window.desktop !== undefined) return window.desktop
  return createLocalClient({
    code: takeCode(window),
    storage: window.sessionStorage,
    fetch: (path, init) => window.fetch(path, init),
    onState: (state) => showHostNotice(document, state),
  })
}
