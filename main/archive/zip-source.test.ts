import { open } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { buildZip } from '../../test/builders/zip.ts'
import { createSandbox } from '../../test/cli/sandbox.ts'
import { openArchive } from './zip.ts'
import { onDisk } from './zip-source.ts'

/** Names and texts of a zip on the disk, or why there are none. */
async function readingOf(bytes: Uint8Array, size = bytes.length): Promise<unknown> {
  const box = createSandbox()
  box.put('a.zip', bytes)
  const handle = await open(box.at('a.zip'))
  try {
    const opened = await openArchive(onDisk(handle, size))
    if (!opened.ok) return opened.error
    const texts = opened.value.entries.map(async ({ name }) => {
      const read = await opened.value.read(name)
      return [name, read.ok ? Buffer.from(read.value).toString().slice(0, 10) : read.error]
    })
    return Object.fromEntries(await Promise.all(texts))
  } finally {
    await handle.close()
    box.remove()
  }
}

const BROKEN = { code: 'damaged', reason: 'broken' }

it('reads a zip on the disk like one in memory', async () => {
  const zip = buildZip([
    { name: '甲.txt', content: '甲' },
    { name: '乙.txt', content: '乙', stored: true },
    { name: '空.txt', content: '', stored: true },
  ])
  expect(await readingOf(zip)).toEqual({ '甲.txt': '甲', '乙.txt': '乙', '空.txt': '' })
})

it('reads a directory that is longer than what is read at once', async () => {
  const parts = Array.from({ length: 100 }, (_, index) => ({
    name: `${'长'.repeat(10_000)}${index}.txt`,
    content: `${index}`,
  }))
  const read = await readingOf(buildZip(parts))
  expect(Object.values(read ?? {})).toEqual(parts.map(({ content }) => content))
})

it('says that a zip is damaged whose bytes are not there, or end before they should', async () => {
  const zip = buildZip([{ name: 'a.txt', content: 'x'.repeat(3_000_000), stored: true }])
  expect(await readingOf(zip.subarray(0, -9))).toEqual(BROKEN)
  expect(await readingOf(new Uint8Array())).toEqual(BROKEN)
  expect(await readingOf(zip, zip.length + 500)).toEqual(BROKEN)
})
