import type { OfdResources } from './ofd-package.ts'
import { attributeOf, childOf, numbersOf, type OfdElement } from './ofd-xml.ts'

/** What of a colour decides whether it is seen on paper; `unknown`: a pattern, or a colour space that is not given. */
export type Ink = 'dark' | 'white' | 'none' | 'unknown'

/** Of 255: below it nothing can be seen. */
const FAINTEST = 13
/** Of 255: from it on a surface hides what is under it. */
const OPAQUE = 242

/** Share of the lightest value from which on an eye takes a colour for the paper's white. */
const WHITE_FROM = 0.97

/** What an object paints with. */
export interface Paint {
  readonly ink: Ink
  /** Whether it hides what is under it. */
  readonly isOpaque: boolean
}

/** `drawParam` is the number of the shared settings in force. */
export function paintOf(
  object: OfdElement,
  name: 'FillColor' | 'StrokeColor',
  drawParam: string | undefined,
  resources: OfdResources,
): Paint {
  const shared = resources.drawParams.get(drawParam ?? '')
  const colour = childOf(object, name) ?? childOf(shared, name)
  const alpha = Math.min(alphaOf(object), alphaOf(colour))
  const ink = colour === undefined ? 'dark' : valueInk(colour, resources)
  return { ink: alpha < FAINTEST ? 'none' : ink, isOpaque: alpha >= OPAQUE && ink !== 'unknown' }
}

/** Whether nothing of an object can be seen, whatever its colours. */
export const isFaint = (object: OfdElement): boolean => alphaOf(object) < FAINTEST

function alphaOf(element: OfdElement | undefined): number {
  const alpha = Number(attributeOf(element, 'Alpha') ?? FULL)
  return Number.isFinite(alpha) ? alpha : FULL
}

function valueInk(colour: OfdElement, resources: OfdResources): Ink {
  // Patterns and gradients are children; GB/T 33190 takes a colour without either for black.
  if (colour.children.length > 0 || attributeOf(colour, 'Index') !== undefined) return 'unknown'
  const value = attributeOf(colour, 'Value')
  if (value === undefined) return 'dark'
  const parts = numbersOf(value.replaceAll('#', '0x'))
  const space = attributeOf(colour, 'ColorSpace')
  const type = space === undefined ? 'RGB' : resources.colourSpaces.get(space)
  if (parts === undefined || parts.length !== CHANNELS.get(type ?? '')) return 'unknown'
  // CMYK counts ink, the others light.
  const light = type === 'CMYK' ? parts.map((part) => FULL - part) : parts
  return light.every((part) => part >= WHITE_FROM * FULL) ? 'white' : 'dark'
}

const FULL = 255

const CHANNELS: ReadonlyMap<string, number> = new Map([
  ['GRAY', 1],
  ['RGB', 3],
  ['CMYK', 4],
])
