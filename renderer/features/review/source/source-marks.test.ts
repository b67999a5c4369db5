import { describe, expect, it } from 'vitest'
import type { Place } from '../../../../shared/document/source-document.ts'
import {
  type CellPlace,
  cellAtLinePoint,
  cellAtPoint,
  cellOfElement,
  cutLine,
  type SourceMark,
} from './source-marks.ts'

const page = (number: number, left: number, top: number, right: number, bottom: number): Place => ({
  kind: 'page',
  page: number,
  box: { left, top, right, bottom },
})

const text = (line: number, from: number, to: number): Place => ({
  kind: 'text',
  start: { line, column: from },
  end: { line, column: to },
})

describe('cellAtPoint', () => {
  const cells: readonly CellPlace[] = [
    { id: 't3.new.natural', place: page(1, 0, 0, 100, 100) },
    { id: 't3.new.total', place: page(1, 40, 40, 60, 60) },
    { id: 't4.review.total', place: page(2, 0, 0, 100, 100) },
  ]

  it('finds the cell under the pointer on its own page', () => {
    expect(cellAtPoint(cells, 1, 10, 10)).toBe('t3.new.natural')
    expect(cellAtPoint(cells, 2, 10, 10)).toBe('t4.review.total')
    expect(cellAtPoint(cells, 1, 200, 10)).toBeNull()
  })

  it('takes the smaller of two that overlap', () => {
    expect(cellAtPoint(cells, 1, 50, 50)).toBe('t3.new.total')
  })
})

it('finds the cell of the innermost element', () => {
  const cells: readonly CellPlace[] = [
    { id: 't3.new.natural', place: { kind: 'element', id: 'n7' } },
  ]
  expect(cellOfElement(cells, ['n9', 'n7', 'n1'])).toBe('t3.new.natural')
  expect(cellOfElement(cells, ['n9'])).toBeNull()
})

describe('cellAtLinePoint', () => {
  const at = (caret: number, character: number | null) => ({ line: 4, caret, character })

  it('finds the cell whose character is under the pointer, whichever half of it was hit', () => {
    const cells: readonly CellPlace[] = [
      { id: 't3.new.natural', place: text(4, 1, 2) },
      { id: 't3.new.total', place: text(4, 2, 3) },
    ]
    expect(cellAtLinePoint(cells, '12', at(1, 1))).toBe('t3.new.natural')
    expect(cellAtLinePoint(cells, '12', at(2, 1))).toBe('t3.new.natural')
    expect(cellAtLinePoint(cells, '12', at(2, 2))).toBe('t3.new.total')
    expect(cellAtLinePoint(cells, '12', at(3, null))).toBeNull()
  })

  it('finds the blank cell in the white space that was hit, the nearest of several', () => {
    const cells: readonly CellPlace[] = [
      { id: 't3.new.natural', place: text(4, 3, 3) },
      { id: 't3.new.total', place: text(4, 5, 5) },
    ]
    expect(cellAtLinePoint(cells, '|   |  |', at(4, 4))).toBe('t3.new.natural')
    expect(cellAtLinePoint(cells, 'a\t\t\t\t9', at(5, 4))).toBe('t3.new.total')
    expect(cellAtLinePoint(cells, '|   |  |', at(1, 1))).toBeNull()
  })

  it('finds nothing at a label, beside the text or in another line', () => {
    const cells: readonly CellPlace[] = [{ id: 't3.new.natural', place: text(5, 4, 5) }]
    expect(cellAtLinePoint(cells, '总计 3', at(4, 4))).toBeNull()
    expect(cellAtLinePoint(cells, '总计 3', { line: 5, caret: 2, character: 1 })).toBeNull()
  })
})

describe('cutLine', () => {
  const mark = (kind: SourceMark['kind'], from: number, to: number): SourceMark => ({
    kind,
    place: text(1, from, to),
  })
  const cut = (line: string, ...marks: readonly SourceMark[]) =>
    cutLine(line, 1, marks).map(({ text: piece, kind }) => [piece, kind])

  it('leaves a line without marks whole', () => {
    expect(cut('总计 3')).toEqual([['总计 3', null]])
  })

  it('cuts where marks begin and end', () => {
    expect(cut('a 12 b', mark('related', 3, 5))).toEqual([
      ['a ', null],
      ['12', 'related'],
      [' b', null],
    ])
  })

  it('shows the selected cell where it is related as well', () => {
    expect(cut('12', mark('related', 1, 3), mark('selected', 1, 3))).toEqual([['12', 'selected']])
  })

  it('keeps an empty mark, which a blank cell has', () => {
    expect(cut('|  |', mark('selected', 2, 2))).toEqual([
      ['|', null],
      ['', 'selected'],
      ['  |', null],
    ])
    expect(cut('', mark('selected', 1, 1))).toEqual([['', 'selected']])
  })

  it('the pieces always make the line again', () => {
    const pieces = cutLine('abcdef', 1, [mark('related', 2, 4), mark('selected', 3, 99)])
    expect(pieces.map((piece) => piece.text).join('')).toBe('abcdef')
    for (const { column, text: piece } of pieces)
      expect('abcdef'.startsWith(piece, column - 1)).toBe(true)
  })
})
