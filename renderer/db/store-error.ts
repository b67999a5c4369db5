/** Why the store could not do what it was asked for. Nothing was written: every change is whole or not at all. */
export type StoreError =
  /** No room on the disk or in the quota. `freeBytes` is null where nobody could say. */
  | { readonly code: 'no-room'; readonly freeBytes: number | null }
  /** The browser broke off the transaction without saying why. */
  | { readonly code: 'aborted' }
  /** The connection is gone: closed by another window, or by the browser. */
  | { readonly code: 'closed' }
  /** The data were written by a newer version of this program. */
  | { readonly code: 'outdated' }
  /** The database on the disk cannot be read. */
  | { readonly code: 'broken' }
  /** This browser has no database, or forbids it. */
  | { readonly code: 'unavailable' }
  /** The report, version, file or finding is not there any more. */
  | { readonly code: 'gone' }

export type StoreErrorCode = StoreError['code']

/** One sentence for the person at the screen: what happened, and what to do. */
export function storeAdvice(error: StoreError): string {
  switch (error.code) {
    case 'no-room':
      return error.freeBytes === null
        ? '磁盘空间不足，这一步没有保存，已有的数据没有变动；请清理磁盘后再试。'
        : `磁盘只剩 ${megabytes(error.freeBytes)} 可用，这一步没有保存，已有的数据没有变动；请清理磁盘后再试。`
    case 'aborted':
      return '这一步没有保存成功，已有的数据没有变动；请再试一次。'
    case 'closed':
      return '与本机数据库的连接已断开，这一步没有保存；请重新打开本程序。'
    case 'outdated':
      return '本机数据已由更新版本的程序保存，请使用新版程序打开。'
    case 'broken':
      return '本机数据库读不出来，请重新启动电脑后再打开本程序；仍然不行时不要卸载，请联系技术人员。'
    case 'unavailable':
      return '这个浏览器不允许保存数据（可能是无痕窗口），请用普通窗口打开。'
    case 'gone':
      return '要处理的内容已不存在，可能已在另一个窗口中删除；请刷新后再看。'
  }
}

/** `135 MB`. */
const megabytes = (bytes: number): string => `${Math.max(0, Math.floor(bytes / 1024 / 1024))} MB`

/**
 * What an exception of the database stands for; null for one that is a mistake of the program. The names are those of
 * IndexedDB and Dexie; the one that says most may be hidden inside another.
 */
export function toStoreError(thrown: unknown): StoreError | null {
  const names = namesOf(thrown)
  for (const [name, error] of BY_NAME) if (names.has(name)) return error
  return null
}

/** What says more comes first. */
const BY_NAME: ReadonlyMap<string, StoreError> = new Map([
  ['QuotaExceededError', { code: 'no-room', freeBytes: null }],
  ['VersionError', { code: 'outdated' }],
  ['MissingAPIError', { code: 'unavailable' }],
  ['SecurityError', { code: 'unavailable' }],
  ['UnknownError', { code: 'broken' }],
  ['DataError', { code: 'broken' }],
  ['NotReadableError', { code: 'broken' }],
  ['NotFoundError', { code: 'broken' }],
  ['TimeoutError', { code: 'broken' }],
  ['DatabaseClosedError', { code: 'closed' }],
  ['InvalidStateError', { code: 'closed' }],
  ['AbortError', { code: 'aborted' }],
  ['TransactionInactiveError', { code: 'aborted' }],
] satisfies readonly (readonly [string, StoreError])[])

/** Names of the exception, of those inside it, and of those that a bulk operation collected. */
function namesOf(thrown: unknown): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<unknown>()
  const pending: unknown[] = [thrown]
  while (pending.length > 0) {
    const one = pending.pop()
    if (typeof one !== 'object' || one === null || seen.has(one)) continue
    seen.add(one)
    if ('name' in one && typeof one.name === 'string') names.add(one.name)
    if ('inner' in one) pending.push(one.inner)
    if ('cause' in one) pending.push(one.cause)
    if ('failures' in one && Array.isArray(one.failures)) pending.push(...one.failures)
  }
  return names
}
