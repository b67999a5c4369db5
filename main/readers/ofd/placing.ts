import { IDENTITY, type Matrix } from '../pdf/matrix.ts'
import { attributeOf, numbersOf, type OfdElement } from './ofd-xml.ts'

/** From an object's own units to those it is placed in: its transform first, then the corner of its boundary. */
export function placingOf(object: OfdElement): Matrix {
  const [x = 0, y = 0] = numbersOf(attributeOf(object, 'Boundary')) ?? []
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
    numbersOf(attributeOf(object, 'CTM')) ?? IDENTITY
  return [a, b, c, d, e + x, f + y]
}
