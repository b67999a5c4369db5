import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { type StoreError, storeAdvice, toStoreError } from './store-error.ts'

const native = (name: string) => new DOMException('said by the browser', name)

describe('toStoreError', () => {
  it.each<[string, unknown, StoreError['code']]>([
    ['a full quota', native('QuotaExceededError'), 'no-room'],
    [
      'a full quota inside an abort',
      new Dexie.AbortError('aborted', native('QuotaExceededError')),
      'no-room',
    ],
    [
      'a full quota among the failures of a bulk write',
      new Dexie.BulkError('bulk', { 0: native('QuotaExceededError') }),
      'no-room',
    ],
    ['an abort without a reason', native('AbortError'), 'aborted'],
    ['a transaction that ended by itself', native('TransactionInactiveError'), 'aborted'],
    ['a closed connection', new Dexie.DatabaseClosedError(), 'closed'],
    ['a connection about to close', native('InvalidStateError'), 'closed'],
    ['a broken LevelDB', native('UnknownError'), 'broken'],
    [
      'a broken LevelDB when opening',
      new Dexie.OpenFailedError('open', native('UnknownError')),
      'broken',
    ],
    ['a value that cannot be read', native('DataError'), 'broken'],
    ['a newer database', native('VersionError'), 'outdated'],
    ['no database at all', new Dexie.MissingAPIError(), 'unavailable'],
    ['a forbidden database', native('SecurityError'), 'unavailable'],
  ])('%s', (_, thrown, code) => {
    expect(toStoreError(thrown)?.code).toBe(code)
  })

  it.each<[string, unknown]>([
    ['a mistake of the program', new TypeError('x is undefined')],
    ['a value that cannot be stored', native('DataCloneError')],
    ['a key used twice', native('ConstraintError')],
    ['nothing', undefined],
    ['a text', 'AbortError'],
  ])('is nothing for %s', (_, thrown) => {
    expect(toStoreError(thrown)).toBeNull()
  })

  it('ends though exceptions hold each other', () => {
    const one = { name: 'Odd', inner: {} }
    one.inner = one
    expect(toStoreError(one)).toBeNull()
  })
})

describe('storeAdvice', () => {
  it.each<StoreError>([
    { code: 'no-room', freeBytes: null },
    { code: 'no-room', freeBytes: 135 * 1024 * 1024 },
    { code: 'aborted' },
    { code: 'closed' },
    { code: 'outdated' },
    { code: 'broken' },
    { code: 'unavailable' },
    { code: 'gone' },
  ])('says what to do: %j', (error) => {
    expect(storeAdvice(error)).toMatch(/^.*请.*。$/)
  })

  it('names the room that is left', () => {
    expect(storeAdvice({ code: 'no-room', freeBytes: 135.9 * 1024 * 1024 })).toContain('135 MB')
  })
})
