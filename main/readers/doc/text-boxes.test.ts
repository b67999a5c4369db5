import { describe, expect, it } from 'vitest'
import { uint16, uint32 } from '../../../test/builders/doc-pages.ts'
import { docLine, docRow, readDoc } from '../../../test/builders/doc-reading.ts'
import { property } from '../../../test/builders/doc-rows.ts'
import { outline, paragraphsOf } from '../../../test/builders/docx-reading.ts'

const DELETED = property(0x0800, 1)
const HIDDEN = property(0x083c, 1)
const SPECIAL = property(0x0855, 1)

const special = (text: string) => ({ text, properties: SPECIAL })

describe('a text box', () => {
  const box = (shape: number) => Buffer.concat([uint32(0, 0), uint16(0), uint32(0, shape, 0)])
  const anchor = (shape: number) => Buffer.concat([uint32(shape), Buffer.alloc(22)])
  const boxes = { textBoxes: [docLine('框一'), docLine('框二')] }
  const structures = (first: number) =>
    new Map([
      [40, Buffer.concat([uint32(first, 90), anchor(7)])],
      [56, Buffer.concat([uint32(0, 3, 6), box(7), box(8)])],
    ])

  it('stands behind the paragraph it hangs on, or at the end', async () => {
    const paragraphs = [docLine([{ text: '甲' }, special('\u0008')]), docLine('乙')]
    const document = await readDoc({ paragraphs, stories: boxes, structures: structures(1) })
    expect(paragraphsOf(document)).toEqual(['甲', '框一', '乙', '框二'])
  })

  it.each([
    ['deleted', DELETED],
    ['hidden', HIDDEN],
  ])('goes with the %s text it hangs on', async (_, properties) => {
    const hung = { text: '\u0008', properties: Buffer.concat([SPECIAL, properties]) }
    const paragraphs = [docLine([{ text: '甲' }, hung])]
    const document = await readDoc({ paragraphs, stories: boxes, structures: structures(1) })
    expect(paragraphsOf(document)).toEqual(['甲', '框二'])
  })

  it('stands at the end where it would hang on another box, however many do', async () => {
    const count = 3000
    const inOrder = Array.from({ length: count }, (_, index) => index)
    const hooks = inOrder.map(() => docLine([special('\u0008'), { text: '框' }]))
    // The first hangs on the text of the document, which is two characters long, each other one on the box before it.
    const places = inOrder.map((index) => (index === 0 ? 0 : 2 + 3 * (index - 1)))
    const document = await readDoc({
      paragraphs: [docLine([special('\u0008')])],
      stories: { textBoxes: hooks },
      structures: new Map([
        [40, Buffer.concat([uint32(...places, 3 * count), ...inOrder.map(anchor)])],
        [
          56,
          Buffer.concat([
            uint32(...inOrder.map((index) => 3 * index), 3 * count),
            ...inOrder.map(box),
          ]),
        ],
      ]),
    })
    expect(paragraphsOf(document).filter((text) => text === '框')).toHaveLength(count)
  })

  it('puts the cell it hangs on in doubt', async () => {
    const paragraphs = [...docRow([[{ text: '1' }, special('\u0008')], '2']), docLine('')]
    const document = await readDoc({ paragraphs, stories: boxes, structures: structures(1) })
    expect(outline(document)).toEqual([['1\n框一?|2'], '框二'])
  })
})
