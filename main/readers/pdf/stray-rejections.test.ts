import { expect, it } from 'vitest'
import { withoutStrayRejections } from './stray-rejections.ts'

class XRefEntryException extends Error {
  override readonly name = 'XRefEntryException'
}

it('a promise that the parser drops does not end the thread', async () => {
  const read = async () => {
    void Promise.reject(new XRefEntryException('Bad (uncompressed) XRef entry: 13R'))
    return 'read'
  }
  await expect(withoutStrayRejections(read)).resolves.toBe('read')
})

it('what the reading itself throws is thrown on', async () => {
  const read = async () => {
    throw new XRefEntryException('Bad (uncompressed) XRef entry: 13R')
  }
  await expect(withoutStrayRejections(read)).rejects.toThrow('13R')
})

it('nothing is left listening afterwards', async () => {
  const before = process.listenerCount('unhandledRejection')
  await withoutStrayRejections(async () => null)
  expect(process.listenerCount('unhandledRejection')).toBe(before)
})
