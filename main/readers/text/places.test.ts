import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  Paragraph,
  Place,
  SourceDocument,
  TableCell,
} from '../../../shared/document/source-document.ts'
import { readResult } from '../../../test/builders/read-result.ts'
import { decodeLines } from './lines.ts'
import { textReader } from './text-reader.ts'

/** What stands in the source at the places, put together. */
function sliceOf(lines: readonly string[], at: readonly Place[]): string {
  return at
    .map((place) => {
      if (place.kind !== 'text' || place.start.line !== place.end.line)
        throw new Error('not in a line')
      return (lines[place.start.line - 1] ?? '').slice(place.start.column - 1, place.end.column - 1)
    })
    .join('')
}

const textsOf = ({ blocks }: SourceDocument): readonly (Paragraph | TableCell)[] =>
  blocks.flatMap((block): readonly (Paragraph | TableCell)[] =>
    block.kind === 'paragraph' ? [block] : block.cells,
  )

async function expectExactPlaces(source: string): Promise<void> {
  const bytes = new TextEncoder().encode(source)
  const [document, decoded] = [await readResult(textReader, bytes), decodeLines(bytes)]
  if (!document.ok || !decoded.ok) throw new Error('not read')
  for (const { text, at } of textsOf(document.value)) {
    expect(at.length).toBeGreaterThan(0)
    expect(sliceOf(decoded.value.lines, at)).toBe(text.replaceAll('\n', ''))
  }
}

const word = fc.constantFrom(
  '规章',
  '0',
  '12',
  '',
  '-',
  '**总计**',
  'a\\|b',
  '商业<br>企业',
  ' 1 ',
  '\u200b',
  '一、新收',
  '&nbsp;',
  '结果',
)
const newline = fc.constantFrom('\n', '\r\n', '\r', '\f', '\u2028')
const table = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 6,
})
const shapes = {
  tabs: (rows: string[][]) => rows.map((row) => row.join('\t')),
  cells: (rows: string[][]) => rows.flatMap((row) => [...row.map((cell) => `\t${cell}`), '']),
  torn: (rows: string[][]) =>
    rows.flatMap((row) => [...row.flatMap((cell) => [`\t${cell}`, '', '企业']), '']),
  bars: (rows: string[][]) => rows.flatMap((row) => ['|', ...row.map((cell) => `${cell} |`)]),
  lines: (rows: string[][]) => rows.map((row) => `| ${row.join(' | ')} |`),
  boxes: (rows: string[][]) => rows.flatMap((row) => [`│${row.join('│')}│`, '├──┤']),
  spaces: (rows: string[][]) => rows.map((row) => row.join('   ')),
  text: (rows: string[][]) => rows.map((row) => `## ${row.join('')}`),
}
const part = fc
  .tuple(fc.constantFrom(...Object.values(shapes)), table)
  .map(([shape, rows]) => shape(rows))
const anyText = fc
  .tuple(fc.array(part, { maxLength: 4 }), newline)
  .map(([parts, end]) => parts.flat().join(end))

describe('places', () => {
  it('hold exactly the text of every cell and paragraph', async () => {
    await fc.assert(fc.asyncProperty(anyText, expectExactPlaces), { numRuns: 300 })
  })

  it('do so for any characters', async () => {
    const noise = fc.array(fc.constantFrom(...'\t\n|*\\<>#-├│ 一0　\u200b'), { maxLength: 80 })
    await fc.assert(
      fc.asyncProperty(noise, (characters) => expectExactPlaces(characters.join(''))),
      { numRuns: 500 },
    )
  })

  it('count lines and columns from 1, and have one place for each line of a torn cell', async () => {
    const bytes = new TextEncoder().encode('上\n\t商业\n\n 企业\n\t0\n')
    const document = await readResult(textReader, bytes)
    expect(document).toMatchObject({
      value: {
        blocks: [
          { at: [{ kind: 'text', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }] },
          {
            cells: [
              {
                text: '商业\n企业',
                at: [
                  { start: { line: 2, column: 2 }, end: { line: 2, column: 4 } },
                  { start: { line: 4, column: 2 }, end: { line: 4, column: 4 } },
                ],
              },
              { text: '0', at: [{ start: { line: 5, column: 2 }, end: { line: 5, column: 3 } }] },
            ],
          },
        ],
      },
    })
  })

  it('no text of the source is lost, whatever the lines look like', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (source) => {
        const document = await readResult(textReader, new TextEncoder().encode(source))
        if (!document.ok) throw new Error('not read')
        const kept = textsOf(document.value)
          .map(({ text }) => text)
          .join('')
        for (const kind of ['规章', '12', '新收']) {
          expect(kept.split(kind).length).toBe(source.split(kind).length)
        }
      }),
      { numRuns: 200 },
    )
  })
})
