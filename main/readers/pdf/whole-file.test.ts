import { describe, expect, it } from 'vitest'
import { isWholeFile } from './whole-file.ts'

const isWhole = (text: string) => isWholeFile(new Uint8Array(Buffer.from(text, 'latin1')))

describe('a PDF file', () => {
  it('is whole when it says at its end where its index begins', () => {
    expect(isWhole('%PDF-1.4\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n')).toBe(true)
    expect(
      isWhole(
        '%PDF-1.4\n1 0 obj\n<< >>\nendobj\nstartxref\r\n9\r\n%%EOF\r\n<!-- added by a server -->',
      ),
    ).toBe(true)
  })

  it('is cut off when no index is told', () => {
    expect(isWhole('%PDF-1.4\n1 0 obj\n<< >>\nendobj\n')).toBe(false)
    expect(isWhole('%PDF-1.4\n1 0 obj\n<< >>\nendobj\nstartxref\n')).toBe(false)
  })

  it('is cut off when objects follow the last index, as in one made for reading from its start', () => {
    expect(isWhole('%PDF-1.4\nstartxref\n0\n%%EOF\n2 0 obj\n<< >>\nendobj\n3 0 obj\n<<')).toBe(
      false,
    )
  })
})
