import type { Settings } from './db/settings.ts'

export type TextSize = Settings['textSize']

/** How much larger everything is than the reader's own text size. */
export const TEXT_SCALES = {
  normal: 1,
  large: 1.5,
  largest: 2,
} as const satisfies Record<TextSize, number>

export const TEXT_SIZES: readonly TextSize[] = ['normal', 'large', 'largest']

/** The next size up or down; the same at the ends. */
export const textSizeAfter = (size: TextSize, step: 1 | -1): TextSize =>
  TEXT_SIZES[TEXT_SIZES.indexOf(size) + step] ?? size
