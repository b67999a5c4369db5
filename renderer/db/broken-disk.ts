import { IDBObjectStore } from 'fake-indexeddb'

/** How a browser breaks a transaction off: without a word, or with the name of the reason. */
export type BreakOff = 'silently' | 'QuotaExceededError' | 'UnknownError'

/**
 * Breaks the transaction off at its n-th write, counted from 1, after the write was asked for, as a browser does.
 * Only tests use it. `hit` says whether there were so many writes; `end` mends the disk.
 */
export function breakAtWrite(
  n: number,
  how: BreakOff,
): { readonly hit: () => boolean; readonly end: () => void } {
  let writes = 0
  const prototype = IDBObjectStore.prototype
  const originals = (['add', 'put', 'delete'] as const).map((name) => {
    const original = Reflect.get(prototype, name)
    Reflect.set(prototype, name, function breaking(this: IDBObjectStore, ...args: unknown[]) {
      const request: unknown = Reflect.apply(original, this, args)
      if (++writes === n) breakOff(this.transaction, how)
      return request
    })
    return { name, original }
  })
  return {
    hit: () => writes >= n,
    end: () => {
      for (const { name, original } of originals) Reflect.set(prototype, name, original)
    },
  }
}

function breakOff(transaction: IDBTransaction, how: BreakOff): void {
  if (how === 'silently') transaction.abort()
  // The stand-in's own way to give the transaction an error, as a browser does when the commit fails.
  else Reflect.apply(Reflect.get(transaction, '_abort'), transaction, [how])
}
