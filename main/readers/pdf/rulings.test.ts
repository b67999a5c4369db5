import { describe, expect, it } from 'vitest'
import { gridOf } from './grid.ts'
import type { Strip } from './page-content.ts'
import { groupsOf, rulingsOf } from './rulings.ts'

const level = (at: number, from: number, to: number): Strip => ({
  axis: 'horizontal',
  at,
  from,
  to,
})
const upright = (at: number, from: number, to: number): Strip => ({
  axis: 'vertical',
  at,
  from,
  to,
})

/** Lines at these positions, all from the first to the last of the others. */
const lattice = (xs: readonly number[], ys: readonly number[]): readonly Strip[] => [
  ...ys.map((y) => level(y, xs[0] ?? 0, xs.at(-1) ?? 0)),
  ...xs.map((x) => upright(x, ys[0] ?? 0, ys.at(-1) ?? 0)),
]

const onlyGrid = (strips: readonly Strip[]) => {
  const grids = groupsOf(rulingsOf(strips)).map(gridOf)
  expect(grids).toHaveLength(1)
  return grids[0]
}

const spans = (strips: readonly Strip[]) =>
  onlyGrid(strips)?.cells.map(({ row, column, rowSpan, columnSpan }) => [
    row,
    column,
    rowSpan,
    columnSpan,
  ])

describe('ruling lines', () => {
  it('are joined from marks that touch or leave small gaps', () => {
    expect(rulingsOf([level(10, 0, 20), level(10.3, 21, 40), level(10, 43, 60)])).toEqual([
      level(10, 0, 60),
    ])
  })

  it('are two where the gap is wide', () => {
    expect(rulingsOf([level(10, 0, 20), level(10, 30, 40)])).toHaveLength(2)
  })

  it('hang together only where they meet', () => {
    const table = lattice([0, 50, 100], [0, 20, 40])
    expect(groupsOf(rulingsOf([...table, level(300, 0, 100)]))).toHaveLength(2)
  })
})

describe('a grid', () => {
  it('has a cell between each pair of neighbouring lines', () => {
    expect(spans(lattice([0, 50, 100], [0, 20, 40]))).toEqual([
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
    ])
  })

  it('has one cell where the line between two is missing', () => {
    const frame = lattice([0, 100], [0, 20, 40])
    expect(spans([...frame, upright(50, 20, 40)])).toEqual([
      [0, 0, 1, 2],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
    ])
  })

  it('takes double lines for one', () => {
    expect(onlyGrid(lattice([0, 1.8, 50, 52, 100], [0, 2, 20, 22]))?.xs).toHaveLength(3)
  })

  it('is no table where an underline stands alone', () => {
    expect(groupsOf(rulingsOf([level(10, 0, 50)])).map(gridOf)).toEqual([undefined])
  })

  it('guesses where a line covers half of a side', () => {
    const frame = lattice([0, 100], [0, 40])
    const guessed = onlyGrid([...frame, upright(50, 0, 22)])?.cells
    expect(guessed?.every(({ isGuessed }) => isGuessed)).toBe(true)
  })

  it('is open where the page cut it off without a line', () => {
    const torn = lattice([0, 50, 100], [0, 20, 40]).filter(
      ({ axis, at }) => axis !== 'horizontal' || at < 40,
    )
    expect(onlyGrid(torn)).toMatchObject({ isOpenAbove: false, isOpenBelow: true })
    expect(spans(torn)).toHaveLength(4)
  })

  it('cuts what is no rectangle into rows, as a guess', () => {
    const frame = lattice([0, 50, 100], [0, 20, 40]).filter(
      ({ axis, at }) =>
        !(axis === 'vertical' && at === 50) && !(axis === 'horizontal' && at === 20),
    )
    const cells = onlyGrid([...frame, upright(50, 20, 40), level(20, 50, 100)])?.cells
    expect(
      cells?.filter(({ isGuessed }) => isGuessed).map(({ row, columnSpan }) => [row, columnSpan]),
    ).toEqual([
      [0, 2],
      [1, 1],
    ])
  })
})
