import type { Box } from '../../../shared/document/source-document.ts'
import { contains } from '../pdf/boxes.ts'
import { compose, IDENTITY, type Matrix, meanScale } from '../pdf/matrix.ts'
import type { Glyph, PageContent, Strip } from '../pdf/page-content.ts'
import { filledShapes, strokedShapes } from '../pdf/shapes.ts'
import type { OfdPage } from './ofd-package.ts'
import { attributeOf, childOf, numbersOf, type OfdElement } from './ofd-xml.ts'
import { pathOf } from './path-data.ts'
import { placeText } from './place-text.ts'

/** Points in a millimetre, in which OFD counts. */
const POINTS = 72 / 25.4

/** Drawings inside drawings; a file may let one contain itself. */
const DEEPEST = 16

/** More objects than the densest page has, counted as they are painted. */
const MOST_OBJECTS = 200_000

/** What one page shows, in the same terms as a page of a PDF. `page` counts from 1. */
export function paintOfdPage(page: OfdPage, number: number): PageContent {
  const { left, top, width, height } = page.area
  const view: Box = { left: 0, top: 0, right: width * POINTS, bottom: height * POINTS }
  const painting: Painting = {
    page,
    view,
    glyphs: [],
    strips: [],
    hidden: [],
    tinted: [],
    hiddenCount: 0,
    hasImage: false,
    objects: 0,
  }
  const matrix: Matrix = [POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS]
  for (const layer of page.layers) {
    const drawParam = attributeOf(layer, 'DrawParam')
    for (const object of layer.children) paintObject(painting, object, { matrix, drawParam }, 0)
  }
  const { glyphs, strips, hidden, hiddenCount, hasImage } = painting
  return {
    page: number,
    width: view.right,
    height: view.bottom,
    glyphs,
    strips,
    hidden,
    hiddenCount,
    hasImage,
  }
}

interface Painting {
  readonly page: OfdPage
  readonly view: Box
  readonly glyphs: Glyph[]
  readonly strips: Strip[]
  readonly hidden: Box[]
  /** Surfaces in another colour than that of paper, on which light text is seen. */
  readonly tinted: Box[]
  hiddenCount: number
  hasImage: boolean
  objects: number
}

interface Setting {
  readonly matrix: Matrix
  /** Number of the `DrawParam` in force; undefined for none. */
  readonly drawParam: string | undefined
}

function paintObject(painting: Painting, object: OfdElement, outer: Setting, depth: number): void {
  painting.objects += 1
  if (painting.objects > MOST_OBJECTS || depth > DEEPEST) return
  if (object.name === 'PageBlock') {
    for (const child of object.children) paintObject(painting, child, outer, depth + 1)
    return
  }
  const setting: Setting = {
    matrix: compose(outer.matrix, placingOf(object)),
    drawParam: attributeOf(object, 'DrawParam') ?? outer.drawParam,
  }
  const isShown = attributeOf(object, 'Visible') !== 'false' && attributeOf(object, 'Alpha') !== '0'
  switch (object.name) {
    case 'TextObject':
      paintText(painting, object, setting, isShown)
      return
    case 'PathObject':
      if (isShown) paintPath(painting, object, setting)
      return
    case 'ImageObject':
      painting.hasImage ||= isShown
      return
    case 'CompositeObject': {
      const unit = painting.page.resources.composites.get(attributeOf(object, 'ResourceID') ?? '')
      if (!isShown) return
      for (const child of childOf(unit, 'Content')?.children ?? [])
        paintObject(painting, child, setting, depth + 1)
      return
    }
    default:
      return
  }
}

/** From the object's own units to those it is placed in: its transform first, then the corner of its boundary. */
function placingOf(object: OfdElement): Matrix {
  const [x = 0, y = 0] = numbersOf(attributeOf(object, 'Boundary')) ?? []
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
    numbersOf(attributeOf(object, 'CTM')) ?? IDENTITY
  return [a, b, c, d, e + x, f + y]
}

function paintText(
  painting: Painting,
  object: OfdElement,
  setting: Setting,
  isShown: boolean,
): void {
  const fill = colourOf(painting, object, 'FillColor', setting)
  const isPainted = isShown && (attributeOf(object, 'Fill') !== 'false' || isStroked(object, false))
  for (const glyph of placeText(object, setting.matrix, painting.objects)) {
    const x = (glyph.box.left + glyph.box.right) / 2
    const y = (glyph.box.top + glyph.box.bottom) / 2
    if (!contains(painting.view, x, y)) continue
    const isOnPaper = !painting.tinted.some((box) => contains(box, x, y))
    const isConcealed = fill === 'clear' || (fill === 'white' && isOnPaper && !painting.hasImage)
    if (isPainted && !isConcealed) painting.glyphs.push(glyph)
    else if (glyph.text.trim() !== '') {
      painting.hiddenCount += 1
      if (isPainted) painting.hidden.push(glyph.box)
    }
  }
}

function paintPath(painting: Painting, object: OfdElement, setting: Setting): void {
  const subpaths = pathOf(childOf(object, 'AbbreviatedData')?.text ?? '', setting.matrix)
  if (attributeOf(object, 'Fill') === 'true') {
    const colour = colourOf(painting, object, 'FillColor', setting)
    const shapes = filledShapes(subpaths, painting.view)
    if (colour === 'dark') {
      painting.strips.push(...shapes.strips)
      painting.tinted.push(...shapes.areas.map(({ box }) => box))
    }
  }
  if (isStroked(object, true) && colourOf(painting, object, 'StrokeColor', setting) === 'dark') {
    const width = lineWidthOf(painting, object, setting) * meanScale(setting.matrix)
    painting.strips.push(...strokedShapes(subpaths, width, painting.view).strips)
  }
}

/** A path is stroked unless it says otherwise, a text only where it says so. */
const isStroked = (object: OfdElement, byDefault: boolean): boolean =>
  byDefault ? attributeOf(object, 'Stroke') !== 'false' : attributeOf(object, 'Stroke') === 'true'

/** In millimetres; GB/T 33190 gives the default. */
const LINE_WIDTH = 0.353

function lineWidthOf(painting: Painting, object: OfdElement, { drawParam }: Setting): number {
  const shared = painting.page.resources.drawParams.get(drawParam ?? '')
  const width = Number(attributeOf(object, 'LineWidth') ?? attributeOf(shared, 'LineWidth'))
  return Number.isFinite(width) && width > 0 ? width : LINE_WIDTH
}

/** Whether a colour can be seen on paper. Anything but plain white is. */
function colourOf(
  painting: Painting,
  object: OfdElement,
  name: 'FillColor' | 'StrokeColor',
  { drawParam }: Setting,
): 'dark' | 'white' | 'clear' {
  const shared = painting.page.resources.drawParams.get(drawParam ?? '')
  const colour = childOf(object, name) ?? childOf(shared, name)
  if (attributeOf(colour, 'Alpha') === '0') return 'clear'
  const parts = numbersOf(attributeOf(colour, 'Value'))
  const isWhite = parts !== undefined && parts.length === 3 && parts.every((part) => part === 255)
  return isWhite ? 'white' : 'dark'
}
