import type { WebContents } from 'electron'
import { DESK_ORIGIN, isInsideAddress } from './origin.ts'

/** Keeps a page where it is: no other page, no new window, no embedded browser. */
export function denyNavigation(contents: WebContents, onOutsideRequest: () => void): void {
  const refuse = (event: { readonly preventDefault: () => void }, url: string) => {
    event.preventDefault()
    if (!isInsideAddress(url)) onOutsideRequest()
  }
  contents.on('will-navigate', (event) => {
    if (!isReload(event.url)) refuse(event, event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !isEmbedded(event.url)) refuse(event, event.url)
  })
  contents.on('will-redirect', (event) => refuse(event, event.url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (!isInsideAddress(url)) onOutsideRequest()
    return { action: 'deny' }
  })
}

/** The page of the desk itself, which a person or the desk may load again. */
const isReload = (url: string): boolean =>
  [`${DESK_ORIGIN}/`, `${DESK_ORIGIN}/index.html`].includes(url.split('#', 1)[0] ?? '')

/** What the desk shows in a frame: documents that it has made itself. */
const isEmbedded = (url: string): boolean =>
  url === 'about:blank' || url === 'about:srcdoc' || url.startsWith(`blob:${DESK_ORIGIN}/`)
