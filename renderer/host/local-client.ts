import type { CallName, Calls, DesktopApi } from '../../shared/ipc/contract.ts'
import { createEventInbox } from '../../shared/ipc/event-inbox.ts'
import { decodeWire, encodeWire } from '../../shared/ipc/wire.ts'
import { followEvents } from './local-events.ts'
import { type Fetch, forgetToken, openSession, type TokenStore } from './local-session.ts'

/** How the page stands with its host. */
export type HostState =
  | 'connected'
  /** The program does not answer: it was ended, or is being started again. */
  | 'gone'
  /** The program answers, but to other pages than this one: it was started anew, or this page was opened by hand. */
  | 'refused'

export interface LocalClientParts {
  /** From the address; null where the page was loaded again or opened by hand. */
  readonly code: string | null
  readonly storage: TokenStore
  readonly fetch: Fetch
  readonly onState: (state: HostState) => void
}

/** The desk's side of the local host. A call rejects only where the host is gone or refuses this page. */
export function createLocalClient(parts: LocalClientParts): DesktopApi {
  const token = openSession(parts.code, parts.storage, parts.fetch)
  const inbox = createEventInbox()

  const ask = async (path: string, init: RequestInit): Promise<Response | 'gone' | 'refused'> => {
    const headers = new Headers(init.headers)
    headers.set('Authorization', `Bearer ${(await token) ?? ''}`)
    const response = await parts.fetch(path, { ...init, headers }).catch(() => null)
    if (response !== null && response.status !== 401) return response
    if (response === null) return 'gone'
    forgetToken(parts.storage)
    parts.onState('refused')
    return 'refused'
  }
  const call = async <C extends CallName>(
    name: C,
    ...args: Parameters<Calls[C]>
  ): Promise<Answer<C>> => {
    const response = await ask(`/desk/call/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: encodeWire(args),
    })
    if (typeof response === 'string') throw new Error(`${name}: the host is ${response}`)
    if (!response.ok) throw new Error(`${name}: the host answered ${response.status}`)
    const answer = decodeWire(new Uint8Array(await response.arrayBuffer()))
    if (!answer.ok) throw new Error(`${name}: the answer is broken`)
    // The host is this program too, of the same version, and types say what it answers; only what pages send is parsed.
    return answer.value as Answer<C>
  }

  void followEvents({
    open: () => ask('/desk/events', {}),
    onState: parts.onState,
    inbox,
  })
  return {
    readReport: (request) => call('report:read', request),
    cancelReading: (ids) => call('report:cancel', ids),
    unpackArchive: (bytes) => call('archive:unpack', bytes),
    pickFiles: (kind) => call('file:pick', kind),
    // A browser does not say where a file lies.
    adoptFiles: async (files) => files.map(() => null),
    readFile: (path) => call('file:read', path),
    lookAtFiles: (paths) => call('file:look', paths),
    watchFiles: (paths) => call('file:watch', paths),
    openOriginal: (path) => call('file:open', path),
    showPrint: (html) => call('print:show', html),
    makePdf: (html) => call('print:pdf', html),
    listSamples: () => call('sample:list'),
    readStatus: () => call('host:status'),
    on: inbox.on,
  }
}

type Answer<C extends CallName> = ReturnType<Calls[C]> extends Promise<infer A> ? A : never
