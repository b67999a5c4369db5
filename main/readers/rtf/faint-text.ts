import { DUST } from '../settled/run-look.ts'
import type { Format } from './format.ts'

/** The places of white in a colour table: `\\red255\\green255\\blue255;`. */
export function whitesIn(table: Uint8Array): ReadonlySet<number> {
  const colours = new TextDecoder('latin1').decode(table).split(';')
  return new Set(colours.flatMap((colour, index) => (isWhite(colour) ? [index] : [])))
}

/** So near to white that nobody sees it on paper. */
const LEAST_WHITE = 248

const isWhite = (colour: string): boolean =>
  ['red', 'green', 'blue'].every((name) => {
    const share = new RegExp(`\\\\${name}(\\d{1,3})`).exec(colour)?.[1]
    return share !== undefined && Number(share) >= LEAST_WHITE
  })

/**
 * Whether a text stands in the file and is hardly seen: as small as dust, or figures in white. What colour a cell has
 * is not read: white figures on a dark ground are looked at in vain, and there are hardly any.
 */
export function isFaint(text: string, format: Format, whites: ReadonlySet<number>): boolean {
  if (format.isDeleted || format.isHidden || text.trim() === '') return false
  if (format.size !== undefined && format.size <= DUST) return true
  return whites.has(format.colour) && !format.hasBackground && /\d/.test(text)
}
