import { describe, expect, it } from 'vitest'
import { NAMESPACES } from '../../../test/builders/docx.ts'
import { childOf, integerOf, parseXml, settingOf, toggleOf, XML_LIMITS } from './xml-tree.ts'

function parse(inside: string, limits: Partial<typeof XML_LIMITS> = {}) {
  const xml = `<w:document ${NAMESPACES}>${inside}</w:document>`
  return parseXml(Buffer.from(xml), { ...XML_LIMITS, ...limits })
}

function rootOf(inside: string) {
  const parsed = parse(inside)
  if (!parsed.ok) throw new Error(parsed.error.code)
  return parsed.value
}

describe('parseXml', () => {
  it('gives names, attributes, and the text of the elements that hold text', () => {
    const root = rootOf('<w:p w:rsidR="00A1">\n<w:t>甲&amp;&#x4E59;<![CDATA[<丙>]]></w:t></w:p>')
    const paragraph = childOf(root, 'w:p')
    expect(paragraph?.attributes['w:rsidR']).toBe('00A1')
    expect(paragraph?.text).toBe('')
    expect(childOf(paragraph, 'w:t')?.text).toBe('甲&乙<丙>')
  })

  it('keeps a text whole that is longer than what the parser takes at a time', () => {
    const long = '年报'.repeat(100_000)
    expect(childOf(rootOf(`<w:t>${long}</w:t>`), 'w:t')?.text).toBe(long)
  })

  it.each([
    ['elements', { elements: 3 }, '<w:p/><w:p/>', '<w:p/><w:p/><w:p/>', 'unpacked'],
    ['nesting', { depth: 3 }, '<w:p><w:r/></w:p>', '<w:p><w:r><w:t/></w:r></w:p>', 'nesting'],
    ['table rows', { rows: 2 }, '<w:tr/><w:tr/>', '<w:tr/><w:tr/><w:tr/>', 'table'],
  ])('stops at a limit of %s', (_, limits, within, beyond, limit) => {
    expect(parse(within, limits).ok).toBe(true)
    expect(parse(beyond, limits)).toEqual({ ok: false, error: { code: 'too-large', limit } })
  })
})

describe('the value of a property', () => {
  const root = rootOf('<w:b/><w:i w:val="0"/><w:u w:val="false"/><w:sz w:val="24"/>')

  it('is a yes where nothing is said, and a no in three spellings', () => {
    expect(toggleOf(root, 'w:b')).toBe(true)
    expect(toggleOf(root, 'w:i')).toBe(false)
    expect(toggleOf(root, 'w:u')).toBe(false)
    expect(toggleOf(root, 'w:strike')).toBeUndefined()
  })

  it('is a whole number or none', () => {
    expect(integerOf(settingOf(root, 'w:sz'))).toBe(24)
    expect(['-3', '1e9', '', '99999999999', '2.5', undefined].map(integerOf)).toEqual([
      -3,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
