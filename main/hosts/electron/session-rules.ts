import type { Session } from 'electron'
import { DESK_ORIGIN, isInsideAddress } from './origin.ts'

/** What pages may do beside being shown: keep their data for good, and copy text when a person says so. */
const GRANTED: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write'])

export interface SessionRules {
  /** Devtools load their own pages; not in the program that people install. */
  readonly allowDevtools: boolean
  /** A request was refused because it would have left the program. */
  readonly onOutsideRequest: () => void
}

/** Refuses and counts every request that would leave the program, and every permission it does not need. */
export function applySessionRules(
  session: Session,
  { allowDevtools, onOutsideRequest }: SessionRules,
): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const isAllowed = isInsideAddress(url) || (allowDevtools && url.startsWith('devtools://'))
    if (!isAllowed) onOutsideRequest()
    callback({ cancel: !isAllowed })
  })
  session.setPermissionRequestHandler((contents, permission, callback) => {
    callback(GRANTED.has(permission) && isDesk(contents.getURL()))
  })
  session.setPermissionCheckHandler(
    (_, permission, origin) => GRANTED.has(permission) && isDesk(origin),
  )
  session.setDevicePermissionHandler(() => false)
  // Dictionaries would be fetched from the network.
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    // What the desk itself has made is saved where a person says; the system's dialog asks.
    if (!isInsideAddress(item.getURL())) event.preventDefault()
  })
}

/** Origins come with a slash at their end or without. */
const isDesk = (address: string): boolean =>
  address === DESK_ORIGIN || address.startsWith(`${DESK_ORIGIN}/`)
