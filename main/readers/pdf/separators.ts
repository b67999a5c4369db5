import type { Box } from '../../../shared/document/source-document.ts'
import { centreX, centreY } from './boxes.ts'
import type { Ruling } from './rulings.ts'

/** What the few lines of a table that is not ruled throughout tell about the texts between them. */
export interface Separators {
  /** Whether a line runs between one text and another below it. */
  readonly partsRows: (above: Box, below: Box) => boolean
  /** Whether a line runs between one text and another to the right of it. */
  readonly partsColumns: (before: Box, after: Box) => boolean
}

/** The separators that lines on a page are. */
export function separatorsOf(rulings: readonly Ruling[]): Separators {
  const level = rulings.filter(({ axis }) => axis === 'horizontal')
  const upright = rulings.filter(({ axis }) => axis === 'vertical')
  return {
    partsRows: (above, below) =>
      level.some(
        ({ at, from, to }) =>
          at > centreY(above) &&
          at < centreY(below) &&
          (isWithin(centreX(above), from, to) || isWithin(centreX(below), from, to)),
      ),
    partsColumns: (before, after) =>
      upright.some(
        ({ at, from, to }) =>
          at > centreX(before) &&
          at < centreX(after) &&
          (isWithin(centreY(before), from, to) || isWithin(centreY(after), from, to)),
      ),
  }
}

const isWithin = (value: number, from: number, to: number) => value > from && value < to
