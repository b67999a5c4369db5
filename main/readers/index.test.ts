import { expect, it } from 'vitest'
import { readSource } from './index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

it('reads each file with the reader that its content asks for', async () => {
  const page = await readSource(utf8('<html><body><p>一、总体情况</p>'), 'a.txt')
  const text = await readSource(utf8('一、总体情况'), 'a.html')
  expect(page).toMatchObject({ ok: true, value: { format: 'html' } })
  expect(text).toMatchObject({ ok: true, value: { format: 'text' } })
})

it('says why a file is not read', async () => {
  expect(await readSource(new Uint8Array(), 'a.docx')).toEqual({
    ok: false,
    error: { code: 'damaged', reason: 'empty' },
  })
})

it('never throws, whatever the bytes and the name', async () => {
  const heads = ['', '<html>', 'PK\u0003\u0004', '%PDF-1.7\n', '{\\rtf', '\ufeff', '|\n', '\t0\n']
  let seed = 3
  for (const head of heads) {
    for (const name of ['a.docx', 'a.pdf', 'a.html', 'a.txt', '']) {
      const tail = Uint8Array.from({ length: 200 }, () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        return (seed >> 16) & 0xff
      })
      await expect(readSource(Buffer.concat([utf8(head), tail]), name)).resolves.toBeDefined()
    }
  }
})
