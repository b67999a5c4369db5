import { pinyin } from 'pinyin-pro'
import { fold } from '../text/fold.ts'
import type { SearchText } from './report-search.ts'

/** What a report is found by. */
export interface SearchSource {
  readonly unit: string | null
  readonly title: string | null
  readonly fileName: string
}

/**
 * The search text of a report; about 0.3 ms. Every reading of a character counts: no dictionary knows that 单县 is
 * Shan and 重庆长寿 is Chang. Loads a dictionary of 320 kB: only what stores reports needs it, never what searches.
 */
export function toSearchText({ unit, title, fileName }: SearchSource): SearchText {
  const [unitText, titleText, nameText] = [
    comparable(unit),
    comparable(title),
    comparable(fileName),
  ]
  const head = titleText.startsWith(unitText) ? [titleText] : [unitText, titleText]
  const parts = [...head, nameText].filter((part) => part !== '')
  return { readings: parts.map(readingsOf).join(BARRIER), characters: parts.join(' ') }
}

const comparable = (text: string | null): string => fold(text ?? '').toLowerCase()

/** No word goes from one part into the next. */
const BARRIER = '| '

/** `Qing Shui Zhen/Chen `: each character's readings, the likeliest first; punctuation left out. */
function readingsOf(text: string): string {
  return pinyin(text, { type: 'all', toneType: 'none', v: true })
    .map(({ origin, result, polyphonic, isZh }) => {
      if (!isZh) return PLAIN.test(origin) ? `${origin.toUpperCase()} ` : ''
      const readings = new Set([result, ...polyphonic].map(withoutTone).flatMap(withSpellings))
      return `${[...readings]
        .filter((reading) => LETTERS.test(reading))
        .map(capitalised)
        .join('/')} `
    })
    .join('')
}

const PLAIN = /^[a-z\d]$/
const LETTERS = /^[a-z]+$/

const capitalised = (reading: string): string =>
  `${reading.charAt(0).toUpperCase()}${reading.slice(1)}`

const withoutTone = (reading: string): string =>
  reading
    .replace(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')

/** ü is typed as v, and as u by those who do not know. */
const withSpellings = (reading: string): readonly string[] =>
  reading.includes('v') ? [reading, reading.replaceAll('v', 'u')] : [reading]
