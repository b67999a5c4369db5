/** What the page needs of the window it is in. */
export interface AddressBar {
  readonly location: { readonly hash: string; readonly pathname: string }
  readonly history: {
    readonly replaceState: (data: null, unused: '', url: string) => void
  }
}

/** The code in the address that the page was opened with, which is taken out of it; null where there is none. */
export function takeCode({ location, history }: AddressBar): string | null {
  const code = /^#open=([\w-]+)$/.exec(location.hash)?.[1]
  if (code === undefined) return null
  // Neither a bookmark nor the list of visited pages should keep it.
  history.replaceState(null, '', location.pathname)
  return code
}

/** Where the token of this run is kept: it belongs to this tab and outlives a reload. */
export interface TokenStore {
  readonly getItem: (key: string) => string | null
  readonly setItem: (key: string, value: string) => void
  readonly removeItem: (key: string) => void
}

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>

const TOKEN_KEY = 'nianbao-desk-token'

/** The token for this page's calls: the one that the code is worth, else the one from before a reload. */
export async function openSession(
  code: string | null,
  storage: TokenStore,
  fetch: Fetch,
): Promise<string | null> {
  const token = code === null ? null : await redeem(code, fetch)
  if (token === null) return storage.getItem(TOKEN_KEY)
  storage.setItem(TOKEN_KEY, token)
  return token
}

/** After the host has refused the token: it is of an earlier run. */
export const forgetToken = (storage: TokenStore): void => storage.removeItem(TOKEN_KEY)

async function redeem(code: string, fetch: Fetch): Promise<string | null> {
  const response = await fetch('/desk/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(code),
  }).catch(() => null)
  if (response?.ok !== true) return null
  const token: unknown = await response.json()
  return typeof token === 'string' ? token : null
}
