import { describe, expect, it } from 'vitest'
import { checklistNames } from './checklist-names.ts'

const names = (...files: readonly string[]) => checklistNames(files, 'html')

describe('checklistNames', () => {
  it('keeps the extension of the report', () => {
    expect(names('in/a.docx', 'a.pdf')).toEqual(['a.docx.html', 'a.pdf.html'])
  })

  it('numbers files of the same name from different folders', () => {
    expect(names('x/年报.docx', 'y/年报.docx', 'z/年报.docx')).toEqual([
      '年报.docx.html',
      '年报 (2).docx.html',
      '年报 (3).docx.html',
    ])
  })

  it('leaves a file its own name that looks like a numbered one', () => {
    expect(names('x/a.docx', 'y/a.docx', 'z/a (2).docx')).toEqual([
      'a.docx.html',
      'a (3).docx.html',
      'a (2).docx.html',
    ])
  })

  it('holds names for the same that differ only in case', () => {
    expect(names('x/A.docx', 'y/a.docx')).toEqual(['A.docx.html', 'a (2).docx.html'])
  })

  it('never gives the name of the summary', () => {
    expect(names('index.html', 'index')).toEqual(['index.html.html', 'index (2).html'])
  })

  it.each([
    ['a character that Windows forbids', 'a:b?.docx', 'a_b_.docx.html'],
    ['the name of a device', 'con.docx', '_con.docx.html'],
    ['a line break', 'a\nb.docx', 'a_b.docx.html'],
    ['half a character', 'a\ud800.docx', 'a�.docx.html'],
  ])('makes a name that Windows allows from %s', (_, file, expected) => {
    expect(names(file)).toEqual([expected])
  })

  it('shortens a long name in the middle, so that the file system takes it', () => {
    const [name = ''] = names(`${'年'.repeat(80)}.docx`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(206)
    expect(name).toMatch(/^年+…年+\.docx\.html$/)
  })
})
