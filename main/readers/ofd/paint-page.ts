import type { Box } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { applyToBox, compose, type Matrix, meanScale } from '../pdf/matrix.ts'
import type { PageContent } from '../pdf/page-content.ts'
import { filledShapes, strokedShapes } from '../pdf/shapes.ts'
import { addGlyph, addPicture, addShapes, blankCanvas, type Canvas, seenOn } from './canvas.ts'
import { clipOf } from './clip.ts'
import { isFaint, paintOf } from './ink.ts'
import type { OfdPage } from './ofd-package.ts'
import { attributeOf, childOf, childrenOf, numbersOf, type OfdElement } from './ofd-xml.ts'
import { pathOf } from './path-data.ts'
import { placeText } from './place-text.ts'
import { placingOf } from './placing.ts'

/** Points in a millimetre, in which OFD counts. */
const POINTS = 72 / 25.4

/** Drawings inside drawings; a file may let one contain itself. */
const DEEPEST = 16

/** More objects and characters than the densest page has, counted as they are painted. */
const MOST_WORK = 500_000

/** What one page shows, in the same terms as a page of a PDF. `page` counts from 1. */
export function paintOfdPage(page: OfdPage, number: number): Result<PageContent, ReadError> {
  const { left, top, width, height } = page.area
  const canvas = blankCanvas(width * POINTS, height * POINTS)
  const painting: Painting = { page, canvas, work: 0, refused: null }
  const matrix: Matrix = [POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS]
  for (const layer of page.layers) {
    const drawParam = attributeOf(layer, 'DrawParam')
    const setting = { matrix, drawParam, clip: canvas.view, depth: 0 }
    for (const object of layer.children) paintObject(painting, object, setting)
  }
  return painting.refused === null
    ? success(seenOn(canvas, number))
    : failure({ code: 'too-large', limit: painting.refused })
}

interface Painting {
  readonly page: OfdPage
  readonly canvas: Canvas
  /** Objects and characters so far. */
  work: number
  /** Which limit the page is past; it is then refused as a whole, for nothing of it may be missing unseen. */
  refused: 'unpacked' | 'nesting' | null
}

/** Whether there is room for so many more objects or characters. */
function takeOn(painting: Painting, work: number): boolean {
  painting.work += work
  if (painting.work > MOST_WORK) painting.refused ??= 'unpacked'
  return painting.refused === null
}

interface Setting {
  readonly matrix: Matrix
  /** Number of the `DrawParam` in force; undefined for none. */
  readonly drawParam: string | undefined
  /** Only what falls into it is seen. */
  readonly clip: Box
  readonly depth: number
}

function paintObject(painting: Painting, object: OfdElement, outer: Setting): void {
  if (outer.depth > DEEPEST) painting.refused ??= 'nesting'
  if (!takeOn(painting, 1)) return
  const depth = outer.depth + 1
  if (object.name === 'PageBlock') {
    for (const child of object.children) paintObject(painting, child, { ...outer, depth })
    return
  }
  const matrix = compose(outer.matrix, placingOf(object))
  const setting: Setting = {
    matrix,
    drawParam: attributeOf(object, 'DrawParam') ?? outer.drawParam,
    clip: clipOf(object, matrix, outer.clip),
    depth,
  }
  const isShown = attributeOf(object, 'Visible') !== 'false' && !isFaint(object)
  switch (object.name) {
    case 'TextObject':
      paintText(painting, object, setting, isShown)
      return
    case 'PathObject':
      if (isShown) paintPath(painting, object, setting)
      return
    case 'ImageObject':
      if (isShown) addPicture(painting.canvas, pictureBox(object, outer.matrix), setting.clip)
      return
    case 'CompositeObject': {
      const unit = painting.page.resources.composites.get(attributeOf(object, 'ResourceID') ?? '')
      if (!isShown) return
      for (const child of childOf(unit, 'Content')?.children ?? [])
        paintObject(painting, child, setting)
      return
    }
    default:
      return
  }
}

function pictureBox(object: OfdElement, matrix: Matrix): Box {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributeOf(object, 'Boundary')) ?? []
  return applyToBox(matrix, x, y, x + width, y + height)
}

function paintText(
  painting: Painting,
  object: OfdElement,
  { matrix, drawParam, clip }: Setting,
  isShown: boolean,
): void {
  const { page, canvas } = painting
  const length = childrenOf(object, 'TextCode').reduce((sum, { text }) => sum + text.length, 0)
  if (!takeOn(painting, length)) return
  const { ink } = paintOf(object, 'FillColor', drawParam, page.resources)
  const isPainted = isShown && (attributeOf(object, 'Fill') !== 'false' || isStroked(object, false))
  for (const glyph of placeText(object, matrix, painting.work)) {
    if (isPainted) addGlyph(canvas, glyph, ink, clip)
    else if (glyph.text.trim() !== '') canvas.hiddenCount += 1
  }
}

function paintPath({ page, canvas }: Painting, object: OfdElement, setting: Setting): void {
  const { matrix, drawParam, clip } = setting
  const subpaths = pathOf(childOf(object, 'AbbreviatedData')?.text ?? '', matrix)
  if (attributeOf(object, 'Fill') === 'true') {
    const paint = paintOf(object, 'FillColor', drawParam, page.resources)
    addShapes(canvas, filledShapes(subpaths, clip), paint)
  }
  if (isStroked(object, true)) {
    const width = lineWidthOf(page, object, drawParam) * meanScale(matrix)
    const paint = paintOf(object, 'StrokeColor', drawParam, page.resources)
    addShapes(canvas, strokedShapes(subpaths, width, clip), paint)
  }
}

/** A path is stroked unless it says otherwise, a text only where it says so. */
const isStroked = (object: OfdElement, byDefault: boolean): boolean =>
  byDefault ? attributeOf(object, 'Stroke') !== 'false' : attributeOf(object, 'Stroke') === 'true'

/** In millimetres; GB/T 33190 gives the default. */
const LINE_WIDTH = 0.353

function lineWidthOf(page: OfdPage, object: OfdElement, drawParam: string | undefined): number {
  const shared = page.resources.drawParams.get(drawParam ?? '')
  const width = Number(attributeOf(object, 'LineWidth') ?? attributeOf(shared, 'LineWidth'))
  return Number.isFinite(width) && width > 0 ? width : LINE_WIDTH
}
