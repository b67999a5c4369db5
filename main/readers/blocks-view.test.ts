import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Block, TableCell } from '../../shared/document/source-document.ts'
import { viewBlocks } from './blocks-view.ts'

const paragraph = (text: string, id: string, numbering = ''): Block => ({
  kind: 'paragraph',
  text,
  numbering,
  level: 0,
  at: [{ kind: 'element', id }],
})

const cell = (
  row: number,
  column: number,
  text: string,
  more: Partial<TableCell> = {},
): TableCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  numbering: '',
  at: [{ kind: 'element', id: `c${row}${column}` }],
  ...more,
})

const table = (rowCount: number, columnCount: number, ...cells: readonly TableCell[]): Block => ({
  kind: 'table',
  geometry: 'grid',
  rowCount,
  columnCount,
  cells,
})

describe('viewBlocks', () => {
  it('shows paragraphs with their numbers and their lines', () => {
    expect(viewBlocks([paragraph('总体\n情况', 'p0', '一、')])).toBe(
      '<p id="p0">一、总体<br>情况</p>',
    )
  })

  it('shows merged cells as one', () => {
    const merged = cell(0, 0, '甲', { rowSpan: 2, columnSpan: 2 })
    expect(viewBlocks([table(2, 3, merged, cell(0, 2, '1'), cell(1, 2, '2'))])).toBe(
      '<table><tbody><tr><td id="c00" colspan="2" rowspan="2">甲</td><td id="c02">1</td></tr>' +
        '<tr><td id="c12">2</td></tr></tbody></table>',
    )
  })

  it('fills holes, but not what a cell above covers', () => {
    const tall = cell(0, 1, '乙', { rowSpan: 2 })
    expect(viewBlocks([table(3, 3, tall, cell(1, 2, '1'), cell(2, 2, '2'))])).toBe(
      '<table><tbody><tr><td></td><td id="c01" rowspan="2">乙</td></tr>' +
        '<tr><td></td><td id="c12">1</td></tr>' +
        '<tr><td></td><td></td><td id="c22">2</td></tr></tbody></table>',
    )
  })

  it('lets no text become markup', () => {
    const text = '<script>alert(1)</script>&amp;"\'<!--'
    const html = viewBlocks([paragraph(text, 'p0'), table(1, 1, cell(0, 0, text))])
    expect(namesIn(parseFragment(html))).toEqual(['p', 'table', 'tbody', 'tr', 'td'])
    expect(textsIn(parseFragment(html))).toEqual([text, text])
  })
})

type Node = DefaultTreeAdapterTypes.Node

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])

const namesIn = (node: Node): readonly string[] => [
  ...('tagName' in node ? [node.tagName] : []),
  ...childrenOf(node).flatMap(namesIn),
]

const textsIn = (node: Node): readonly string[] => [
  ...('value' in node ? [node.value] : []),
  ...childrenOf(node).flatMap(textsIn),
]
