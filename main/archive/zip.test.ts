import { describe, expect, it } from 'vitest'
import { buildZip, type ZipPart } from '../../test/builders/zip.ts'
import { type ArchiveLimits, OFFICE_FILE_LIMITS, openArchive } from './zip.ts'

const BROKEN = { code: 'damaged', reason: 'broken' }
const HOSTILE = { code: 'damaged', reason: 'hostile' }
const TOO_LARGE = { code: 'too-large', limit: 'unpacked' }

async function openingOf(bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): Promise<unknown> {
  const opened = await openArchive(bytes, { ...OFFICE_FILE_LIMITS, ...limits })
  return opened.ok ? opened.value.entries.map(({ name }) => name) : opened.error
}

/** What reading the entries one after the other gives: their texts, then perhaps the error that ends it. */
async function readingOf(
  bytes: Uint8Array,
  names: readonly string[],
  limits: Partial<ArchiveLimits> = {},
): Promise<readonly unknown[]> {
  const opened = await openArchive(bytes, { ...OFFICE_FILE_LIMITS, ...limits })
  if (!opened.ok) return [opened.error]
  const results: unknown[] = []
  for (const name of names) {
    const read = await opened.value.read(name)
    results.push(read.ok ? Buffer.from(read.value).toString() : read.error)
  }
  return results
}

const HONEST: readonly ZipPart[] = [
  { name: 'word/', content: '', stored: true },
  { name: 'word/document.xml', content: '<a>年报</a>' },
  { name: '说明.txt', content: '存储', stored: true },
  { name: 'empty', content: '' },
]

describe('openArchive', () => {
  it('lists files, and unpacks deflated, stored and empty ones', async () => {
    const zip = buildZip(HONEST)
    expect(await openingOf(zip)).toEqual(['word/document.xml', '说明.txt', 'empty'])
    expect(await readingOf(zip, ['word/document.xml', '说明.txt', 'empty'])).toEqual([
      '<a>年报</a>',
      '存储',
      '',
    ])
  })

  it('reads a zip that lies inside a bigger buffer', async () => {
    const zip = buildZip(HONEST)
    const buffer = new Uint8Array(zip.length + 100).fill(7)
    buffer.set(zip, 50)
    const window = buffer.subarray(50, 50 + zip.length)
    expect(await readingOf(window, ['说明.txt'])).toEqual(['存储'])
  })

  it('fails for an entry that is not there', async () => {
    expect(await readingOf(buildZip(HONEST), ['word'])).toEqual([BROKEN])
  })

  it.each([
    '../evil.xml',
    'word/../../evil.xml',
    '/etc/passwd',
    'C:/windows/evil.xml',
    'word\\document.xml',
    'a\0b',
    '',
  ])('calls an archive with the name %j hostile', async (name) => {
    expect(await openingOf(buildZip([{ name, content: 'x' }]))).toEqual(HOSTILE)
  })

  it('calls two entries of the same name hostile', async () => {
    const twice = [
      { name: 'word/document.xml', content: 'shown to one program' },
      { name: 'word/document.xml', content: 'shown to another' },
    ]
    expect(await openingOf(buildZip(twice))).toEqual(HOSTILE)
  })

  it.each([
    ['usual', 1],
    ['strong', 0x41],
  ])('says so of %s encryption', async (_, flags) => {
    const zip = buildZip([{ name: 'a', content: 'x', flags }])
    expect(await openingOf(zip)).toEqual({ code: 'encrypted' })
  })

  it('calls a zip cut off at any place broken, or reads it whole', async () => {
    const zip = buildZip(HONEST)
    for (let length = 0; length < zip.length; length += 1) {
      expect(await openingOf(zip.subarray(0, length))).toEqual(BROKEN)
    }
  })

  it('calls random bytes behind a zip signature broken', async () => {
    let seed = 1
    const noise = Uint8Array.from({ length: 4096 }, () => {
      seed = (seed * 48271) % 0x7fffffff
      return seed & 0xff
    })
    noise.set([0x50, 0x4b, 3, 4])
    expect(await openingOf(noise)).toEqual(BROKEN)
  })
})

describe('the limits of an archive', () => {
  it('stop at the number of entries before listing them', async () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ name: `e${index}`, content: '' }))
    expect(await openingOf(buildZip(many), { entries: 10 })).toEqual(TOO_LARGE)
  })

  it('stop at the size of one entry', async () => {
    const zip = buildZip([{ name: 'a', content: 'x'.repeat(1001) }])
    expect(await readingOf(zip, ['a'], { entrySize: 1000 })).toEqual([TOO_LARGE])
    expect(await readingOf(zip, ['a'], { entrySize: 1001 })).toEqual(['x'.repeat(1001)])
  })

  it('stop at the size of all that was unpacked', async () => {
    const zip = buildZip([
      { name: 'a', content: 'xxxxxx' },
      { name: 'b', content: 'yyyyyy' },
    ])
    expect(await readingOf(zip, ['a', 'b'], { totalSize: 10 })).toEqual(['xxxxxx', TOO_LARGE])
  })

  it('stop at a zip bomb, whose content shrinks as no text does', async () => {
    const bomb = buildZip([{ name: 'a', content: Buffer.alloc(20 * 1024 * 1024) }])
    expect(bomb.length).toBeLessThan(50_000)
    expect(await readingOf(bomb, ['a'])).toEqual([TOO_LARGE])
  })

  it('let a small entry shrink as much as it likes', async () => {
    const zip = buildZip([{ name: 'a', content: ' '.repeat(1_000_000) }])
    expect(await readingOf(zip, ['a'])).toEqual([' '.repeat(1_000_000)])
  })
})

describe('what an entry declares', () => {
  it('is hostile where the entry unpacks to more, which stops at the declared size', async () => {
    const zip = buildZip([{ name: 'a', content: Buffer.alloc(50_000_000), declaredSize: 10 }])
    const start = performance.now()
    expect(await readingOf(zip, ['a'])).toEqual([HOSTILE])
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('is broken where the entry unpacks to less', async () => {
    const zip = buildZip([{ name: 'a', content: 'xyz', declaredSize: 4 }])
    expect(await readingOf(zip, ['a'])).toEqual([BROKEN])
  })

  it('is broken where the checksum differs', async () => {
    const zip = buildZip([{ name: 'a', content: 'xyz', declaredCrc: 1 }])
    expect(await readingOf(zip, ['a'])).toEqual([BROKEN])
  })

  it('is broken where the packing is one no office program uses', async () => {
    const zip = buildZip([{ name: 'a', content: 'xyz', method: 9 }])
    expect(await readingOf(zip, ['a'])).toEqual([BROKEN])
  })
})
