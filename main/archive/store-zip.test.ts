import { describe, expect, it } from 'vitest'
import { storeZip } from './store-zip.ts'
import { openArchive } from './zip.ts'

describe('storeZip', () => {
  it('makes a zip that opens and holds the same files', async () => {
    const zip = storeZip([
      { name: 'word/document.xml', content: '<a>年报</a>' },
      { name: '空.bin', content: new Uint8Array() },
    ])
    const opened = await openArchive(zip)
    if (!opened.ok) throw new Error(opened.error.code)
    expect(opened.value.entries).toEqual([
      { name: 'word/document.xml', size: 13 },
      { name: '空.bin', size: 0 },
    ])
    const read = await opened.value.read('word/document.xml')
    expect(read.ok && Buffer.from(read.value).toString()).toBe('<a>年报</a>')
  })

  it('gives the same bytes for the same files', () => {
    const files = [{ name: 'a', content: 'x' }]
    expect(storeZip(files)).toEqual(storeZip(files))
  })
})
