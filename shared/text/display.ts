import { RADICALS } from './radicals.ts'

/**
 * Text to show or to hand on: radicals that a PDF holds in place of ordinary characters are replaced, white space
 * is removed. Width, brackets and traditional characters stay as they are in the document.
 */
export const joinLines = (lines: readonly string[]): string =>
  repairRadicals(lines.join('')).replace(/[\s\u200b\ufeff]+/gu, '')

/** Radicals and their look-alikes in PDFs replaced by the characters they stand for; everything else untouched. */
export const repairRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2fd5]/gu, (radical) => RADICALS.get(radical) ?? radical.normalize('NFKC'))
