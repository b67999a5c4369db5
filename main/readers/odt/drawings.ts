import { countInside, elementsIn, type OdfElement } from './odf-tree.ts'

export interface Drawing {
  /** The elements whose paragraphs stand in the drawing, in order. */
  readonly boxes: readonly OdfElement[]
  /** Where the pictures lie in the package. */
  readonly pictures: readonly string[]
  /** It stands in the line like a character. */
  readonly isInline: boolean
  /** It shows something that is neither text nor a picture: an object, a form's field, a mere shape. */
  readonly isUnread: boolean
}

/** Whether an element is a frame, a shape, a group of them, or a form's field. */
export const isDrawing = ({ name }: OdfElement): boolean =>
  name.startsWith('draw:') || name === 'table:shapes'

/** The text boxes and pictures in a drawing. */
export function drawingIn(drawing: OdfElement): Drawing {
  const boxes: OdfElement[] = []
  const pictures: string[] = []
  collect(drawing, boxes, pictures)
  return {
    boxes,
    pictures,
    isInline: isInline(drawing) || elementsIn(drawing).some(isInline),
    isUnread: boxes.length + pictures.length === 0 || countInside(drawing, OBJECTS) > 0,
  }
}

const OBJECTS: ReadonlySet<string> = new Set([
  'draw:applet',
  'draw:control',
  'draw:floating-frame',
  'draw:object',
  'draw:object-ole',
  'draw:plugin',
])

const isInline = ({ attributes }: OdfElement): boolean =>
  attributes['text:anchor-type'] === 'as-char'

function collect(element: OdfElement, boxes: OdfElement[], pictures: string[]): void {
  const inside = elementsIn(element)
  // Shapes hold their paragraphs themselves, frames in a text box.
  if (inside.some(({ name }) => TEXTS.has(name))) {
    boxes.push(element)
    return
  }
  const picture = element.name === 'draw:image' ? element.attributes['xlink:href'] : undefined
  if (picture !== undefined) pictures.push(picture)
  for (const inner of inside) if (isDrawing(inner)) collect(inner, boxes, pictures)
}

const TEXTS: ReadonlySet<string> = new Set([
  'text:p',
  'text:h',
  'text:list',
  'text:section',
  'table:table',
])
