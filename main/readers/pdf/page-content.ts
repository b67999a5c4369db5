import type { Box } from '../../../shared/document/source-document.ts'

/** What stands on one page, in points from the top left of the page as it is shown. */
export interface PageContent {
  /** From 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  /** In the order in which the page paints them. */
  readonly glyphs: readonly Glyph[]
  readonly strips: readonly Strip[]
  /** Glyphs that are there but cannot be seen where they stand, so that what stands near them is in doubt. */
  readonly hidden: readonly Box[]
  /** Texts left out because they are not to be seen. */
  readonly hiddenCount: number
  readonly hasImage: boolean
}

export interface Glyph {
  /** The character or characters as the font declares them; white space included. */
  readonly text: string
  readonly box: Box
  /** Height of the em square. */
  readonly size: number
  readonly direction: Direction
  /** Number of the operation that painted it: glyphs of one operation are one text to the program that wrote them. */
  readonly run: number
  readonly font: string
  /** Character code inside the font; -1 where unknown. */
  readonly code: number
  /** Part of a note or form field laid over the page, or in a font that seems to misname its characters. */
  readonly isDoubtful: boolean
}

/** Where the next glyph stands: most text runs to the right; turned labels run up or down. */
export type Direction = 'right' | 'down' | 'left' | 'up'

/** A thin visible mark: a stroked line or a rectangle too thin to be anything else. */
export interface Strip {
  readonly axis: 'horizontal' | 'vertical'
  /** The middle, across the axis. */
  readonly at: number
  /** The ends, along the axis. */
  readonly from: number
  readonly to: number
}
