import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import {
  buildPdf,
  layoutReportPdf,
  type PdfMark,
  type PdfPage,
  pdfTable,
} from '../../../test/builders/pdf.ts'
import { drawn, readPdfFile, refusal, tablesOf } from '../../../test/builders/pdf-reading.ts'

const text = (written: string, look: object = {}): PdfMark => ({
  kind: 'text',
  x: 72,
  y: 100,
  text: written,
  ...look,
})
const image: PdfMark = { kind: 'image', x: 0, y: 0, width: 595, height: 842 }
const page = (...marks: readonly PdfMark[]): PdfPage => ({ marks })
const SENTENCE = '收到和处理政府信息公开申请情况'

const report = () =>
  layoutReportPdf([
    { kind: 'paragraph', text: SENTENCE.repeat(20) },
    {
      kind: 'table',
      columnWidths: [200, 100],
      rows: Array.from({ length: 40 }, (_, index) => ({
        cells: [{ text: '事项' }, { text: `${index}` }],
      })),
    },
  ])

describe('a PDF that cannot be read as text', () => {
  it('is encrypted when it opens with a password only', async () => {
    const bytes = buildPdf([page(text(SENTENCE))], { protection: { user: 'geheim', owner: 'x' } })
    expect(await refusal(bytes)).toBe('encrypted')
  })

  it('is read when only changing it needs a password', async () => {
    const marks = pdfTable({
      x: 72,
      y: 72,
      columnWidths: [80, 80],
      rows: [{ cells: [{ text: '规章' }, { text: '3' }] }],
    })
    const document = await readPdfFile(
      buildPdf([{ marks }], { protection: { user: '', owner: 'x' } }),
    )
    expect(tablesOf(document).map(drawn)).toEqual([['规章 | 3']])
  })

  it('has no text layer when its pages are pictures', async () => {
    expect(await refusal(buildPdf([page(image), page(image)]))).toBe('no-text-layer')
  })

  it('has no text layer when the text behind the picture came from text recognition', async () => {
    expect(await refusal(buildPdf([page(image, text(SENTENCE, { mode: 3 }))]))).toBe(
      'no-text-layer',
    )
  })

  it('has no text layer when all that is written is the stamp of a scanning program', async () => {
    expect(await refusal(buildPdf([page(image, text('扫描全能王 创建'))]))).toBe('no-text-layer')
  })

  it('is read with a note when some of its pages are pictures', async () => {
    const document = await readPdfFile(
      buildPdf([page(text(SENTENCE)), page(image), page(text(SENTENCE))]),
    )
    expect(document.notes).toEqual([{ kind: 'image-pages', pages: [2] }])
  })

  it('is read where a picture stands among the text, without a note', async () => {
    const document = await readPdfFile(
      buildPdf([page(text(SENTENCE.repeat(2)), { ...image, width: 20 })]),
    )
    expect(document.notes).toEqual([])
    expect(document.blocks).toHaveLength(1)
  })

  it.each(['unmapped', 'numbered'] as const)(
    'has no Unicode when its fonts name no characters: %s',
    async (font) => {
      expect(await refusal(buildPdf([page(text(SENTENCE, { font }))]))).toBe('no-unicode')
    },
  )

  it('is too large beyond five hundred pages', async () => {
    const pages = Array.from({ length: 501 }, () => page(text('页')))
    expect(await refusal(buildPdf(pages))).toBe('too-large')
  })
})

describe('a PDF that is damaged', () => {
  it('is refused wherever it is cut off', async () => {
    const bytes = report()
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.99]) {
      expect(await refusal(bytes.slice(0, Math.floor(share * bytes.length)))).toBe('damaged')
    }
  })

  it('is refused when it is empty or holds no PDF', async () => {
    expect(await refusal(new Uint8Array())).toBe('damaged')
    expect(await refusal(new Uint8Array(Buffer.from('%PDF-1.7\n')))).toBe('damaged')
  })

  it('is refused with any bytes after the mark of a PDF', async () => {
    let seed = 7
    for (let round = 0; round < 20; round += 1) {
      const noise = Uint8Array.from({ length: 2000 }, () => {
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        return seed >> 16
      })
      const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), noise])
      expect(await refusal(new Uint8Array(bytes))).toBe('damaged')
    }
  })

  it('is refused when the content of a page is missing', async () => {
    const bytes = Buffer.from(report())
    const at = bytes.indexOf('stream\n', bytes.indexOf('(') + 4000)
    bytes.fill('x', at, at + 400)
    expect(await refusal(new Uint8Array(bytes))).toBe('damaged')
  })
})

describe('reading many files', () => {
  it('gives the bytes back unharmed', async () => {
    const bytes = report()
    const copy = bytes.slice()
    await refusal(bytes)
    expect(bytes).toEqual(copy)
  })

  it('does not keep what it has read', async () => {
    const bytes = report()
    setFlagsFromString('--expose-gc')
    const collectGarbage: unknown = runInNewContext('gc')
    if (typeof collectGarbage !== 'function') throw new Error('no garbage can be collected')
    const used = async (files: number) => {
      for (let file = 0; file < files; file += 1) await refusal(bytes)
      collectGarbage()
      return process.memoryUsage().heapUsed
    }
    await used(15)
    const before = await used(5)
    const after = await used(50)
    // One file alone takes several megabytes while it is open.
    expect((after - before) / 2 ** 20).toBeLessThan(20)
  })
})
