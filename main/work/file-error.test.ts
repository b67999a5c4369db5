import { describe, expect, it } from 'vitest'
import { fileErrorOf } from './file-error.ts'

const systemError = (code: string) => Object.assign(new Error(`${code}: failed`), { code })

describe('fileErrorOf', () => {
  it.each([
    ['ENOENT', 'there is nothing', { code: 'not-found' }],
    ['ENOTDIR', 'the path leads through a file', { code: 'not-found' }],
    ['ENAMETOOLONG', 'no such name can exist', { code: 'not-found' }],
    ['ELOOP', 'a link leads to itself', { code: 'not-found' }],
    ['EACCES', 'the rights are missing', { code: 'no-access' }],
    ['EPERM', 'Windows says no', { code: 'no-access' }],
    ['EBUSY', 'Word has it open', { code: 'no-access' }],
    ['UNKNOWN', 'a virus scanner holds it', { code: 'no-access' }],
    ['EIO', 'the disk is failing', { code: 'damaged', reason: 'broken' }],
  ])('%s: %s', (code, _, expected) => {
    expect(fileErrorOf(systemError(code))).toEqual(expected)
  })
})
