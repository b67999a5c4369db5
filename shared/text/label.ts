import { fold } from './fold.ts'
import { ownCopy } from './own-copy.ts'

/** A label taken apart for comparison. */
export interface LabelKey {
  /** The words alone: folded, without numbering, punctuation and units; `其它` read as `其他`. */
  readonly words: string
  /** The number in front (`1.`, `（三）`, `四、`) as a whole number; null where there is none. */
  readonly ordinal: number | null
}

/** The comparable form of a label of the official form or of a document. */
export function toLabelKey(text: string): LabelKey {
  const known = cache.get(text)
  if (known !== undefined) return known
  const own = ownCopy(text)
  const key = takeApart(own)
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(own, key)
  return key
}

const CACHE_SIZE = 5_000
const cache = new Map<string, LabelKey>()

function takeApart(text: string): LabelKey {
  const folded = fold(text)
  const match = NUMBERING.exec(folded)
  const digits = match?.[1] ?? match?.[2] ?? match?.[3]
  const rest = match === null ? folded : folded.slice(match[0].length)
  const words = rest.replace(PUNCTUATION, '').replaceAll('其它', '其他')
  return { words, ordinal: digits === undefined ? null : toOrdinal(digits) }
}

/** `(三)`, `三、`, `3.`, `3、`, `(3)`, `3`: a Chinese numeral needs its mark, or `三安全` would lose its head. */
const NUMBERING =
  /^(?:\(([一二三四五六七八九十]+|\d{1,2})\)[、.,:]?|([一二三四五六七八九十]+)[、.,:]|(\d{1,2})[、.,:]?(?!\d))/u

const PUNCTUATION = /[\p{P}\p{S}]/gu

const NUMERALS = '零一二三四五六七八九十'

/** 1 to 99 from digits or Chinese numerals; null where it is neither. */
export function toOrdinal(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text)
  if (match === null || text === '') return null
  const [, tens, ten, ones] = match
  if (ten === undefined)
    return tens !== undefined && ones === undefined ? NUMERALS.indexOf(tens) : null
  return (
    (tens === undefined ? 1 : NUMERALS.indexOf(tens)) * 10 +
    (ones === undefined ? 0 : NUMERALS.indexOf(ones))
  )
}
