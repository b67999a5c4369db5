import {
  attributeOf,
  childOf,
  integerOf,
  settingOf,
  toggleOf,
  type XmlElement,
} from '../ooxml/xml-tree.ts'

/** What of a run's formatting decides whether a person reads its text as it stands. What is not there is not said. */
export interface RunLook {
  readonly isStruck?: boolean
  /** Above or below the line, by its kind or by a measure. */
  readonly isRaised?: boolean
  readonly isShifted?: boolean
  /** In half points. */
  readonly size?: number
  /** Six hexadecimal digits; `auto` where the program chooses one that can be seen. */
  readonly colour?: string
  /** The same for what is behind the text, or `pattern` where it is no plain colour. */
  readonly background?: string
}

/** Reads `w:rPr`. */
export function lookOf(properties: XmlElement | undefined): RunLook {
  if (properties === undefined || properties.children.length === 0) return {}
  const single = toggleOf(properties, 'w:strike')
  const double = toggleOf(properties, 'w:dstrike')
  const kind = settingOf(properties, 'w:vertAlign')
  const shift = integerOf(settingOf(properties, 'w:position'))
  const size = integerOf(settingOf(properties, 'w:sz'))
  const colour = settingOf(properties, 'w:color')
  const highlight = settingOf(properties, 'w:highlight')
  const background = highlight === undefined ? backgroundOf(properties) : PATTERN
  return {
    ...(single === undefined && double === undefined
      ? {}
      : { isStruck: single === true || double === true }),
    ...(kind === undefined ? {} : { isRaised: kind === 'superscript' || kind === 'subscript' }),
    ...(shift === undefined ? {} : { isShifted: Math.abs(shift) >= LEAST_SHIFT }),
    ...(size === undefined ? {} : { size }),
    ...(colour === undefined ? {} : { colour }),
    ...(background === undefined ? {} : { background }),
  }
}

/** The colour that `w:shd` among these properties lays behind them; undefined where they have none. */
export function backgroundOf(properties: XmlElement | undefined): string | undefined {
  const shading = childOf(properties, 'w:shd')
  if (shading === undefined) return undefined
  const pattern = attributeOf(shading, 'w:val') ?? 'clear'
  return pattern === 'clear' || pattern === 'nil' ? attributeOf(shading, 'w:fill') : PATTERN
}

/** A background that is no plain colour: nobody says here what can be seen on it. */
export const PATTERN = 'pattern'

/** In half points: what Word offers for raising a text. */
const LEAST_SHIFT = 6

/** In half points; text of this size is a line of dust. */
export const DUST = 4

/**
 * Whether a text stands in a cell without being a part of what a person reads there: struck out, raised or lowered
 * (`12` with a footnote's `1` reads as `121`), as small as dust, or in the colour of what is behind it.
 */
export function isMarkedText(look: RunLook, cellBackground: string): boolean {
  const { isStruck, isRaised, isShifted, size, colour } = look
  if (isStruck === true || isRaised === true || isShifted === true) return true
  if (size !== undefined && size <= DUST) return true
  const background = look.background ?? cellBackground
  return colour !== undefined && isWhite(colour) && (background === 'auto' || isWhite(background))
}

/** White, or so near to it that nobody sees it on paper. */
export const isWhite = (colour: string): boolean => /^(?:f[89a-f]){3}$/i.test(colour)
