import { describe, expect, it } from 'vitest'
import { buildPdf, type PdfMark } from '../../../test/builders/pdf.ts'
import { loadPdf } from './load-pdf.ts'
import { type Operation, operationAt } from './operators.ts'

/** What the installed pdf.js makes of marks on a page, as operations. */
async function operationsOf(marks: readonly PdfMark[]): Promise<readonly Operation[]> {
  const loaded = await loadPdf(buildPdf([{ marks }]), 'strict')
  if (!loaded.ok) throw new Error('not loaded')
  const page = await loaded.value.document.getPage(1)
  const list = await page.getOperatorList()
  const operations = list.fnArray.map((_, index) => operationAt(list, index))
  await loaded.value.close()
  return operations.filter((operation) => operation !== undefined)
}

const ofKind = (operations: readonly Operation[], kind: Operation['kind']) =>
  operations.filter((operation) => operation.kind === kind)

describe('the operator list of the installed pdf.js', () => {
  it('carries a stroked line as a path of instructions and coordinates', async () => {
    const operations = await operationsOf([{ kind: 'line', from: [10, 20], to: [110, 20] }])
    expect(ofKind(operations, 'path')).toEqual([
      {
        kind: 'path',
        fill: false,
        stroke: true,
        commands: new Float32Array([0, 10, 822, 1, 110, 822]),
      },
    ])
    expect(ofKind(operations, 'state')).toContainEqual({
      kind: 'state',
      entries: [{ name: 'lineWidth', value: 0.5 }],
    })
  })

  it('carries a filled rectangle as a closed path, with its colour', async () => {
    const operations = await operationsOf([
      { kind: 'rect', x: 10, y: 20, width: 100, height: 2, paint: 'fill', grey: 1 },
    ])
    const corners = [0, 10, 820, 1, 110, 820, 1, 110, 822, 1, 10, 822, 4]
    expect(ofKind(operations, 'path')).toEqual([
      { kind: 'path', fill: true, stroke: false, commands: new Float32Array(corners) },
    ])
    expect(ofKind(operations, 'colour')).toEqual([
      { kind: 'colour', of: 'fill', colour: '#ffffff' },
    ])
  })

  it('carries a text as glyphs with their characters, widths and codes', async () => {
    const operations = await operationsOf([{ kind: 'text', x: 10, y: 20, text: '规0', size: 12 }])
    const [shown] = ofKind(operations, 'show')
    expect(shown?.kind === 'show' && shown.glyphs).toMatchObject([
      { unicode: '规', width: 1000, isSpace: false, originalCharCode: 0x89c4 },
      { unicode: '0', width: 500, isSpace: false, originalCharCode: 0x30 },
    ])
    expect(ofKind(operations, 'text-matrix')).toEqual([
      { kind: 'text-matrix', matrix: [1, 0, 0, 1, 10, 822] },
    ])
    expect(operations).toContainEqual({
      kind: 'state',
      entries: [{ name: 'font', font: expect.stringMatching(/f1$/), size: 12 }],
    })
  })

  it('carries clips, transforms and forms', async () => {
    const operations = await operationsOf([
      { kind: 'clip', x: 1, y: 2, width: 3, height: 4, marks: [] },
      { kind: 'turn', about: [0, 842], degrees: 90, marks: [] },
      { kind: 'form', by: [5, 6], marks: [] },
    ])
    expect(ofKind(operations, 'clip')).toHaveLength(1)
    expect(ofKind(operations, 'transform')).toContainEqual({
      kind: 'transform',
      matrix: [0, 1, -1, 0, 0, 0],
    })
    expect(ofKind(operations, 'begin-form')).toEqual([
      { kind: 'begin-form', matrix: [1, 0, 0, 1, 5, -6], box: [-2000, -2000, 4000, 4000] },
    ])
  })

  it('is read without trusting its operands', () => {
    const strange = {
      fnArray: [44, 91, 37, 12],
      argsArray: [['no list'], [null, 7], [{}], [[1, 2]]],
    }
    for (const index of strange.fnArray.keys())
      expect(() => operationAt(strange, index)).not.toThrow()
  })
})
