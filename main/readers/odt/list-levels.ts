import { formatNumber } from '../settled/number-format.ts'
import { countOf, elementsIn, type OdfElement } from './odf-tree.ts'

/** How one level of a list prints its number. */
export interface ListLevel {
  /** `style:num-format` as the file has it (`1`, `一, 二, 三, ...`); undefined for bullets and pictures. */
  readonly format: string | undefined
  readonly prefix: string
  readonly suffix: string
  /** With `%1%` to `%10%` in place of the levels' numbers; goes before prefix and suffix where it is given. */
  readonly pattern: string | undefined
  /** How many levels' numbers are printed, this one's last. */
  readonly shown: number
  readonly start: number
}

/** The levels of a `text:list-style` or `text:outline-style`, from 1. */
export function readLevels(style: OdfElement | undefined): ReadonlyMap<number, ListLevel> {
  return new Map(
    elementsIn(style).flatMap((level) =>
      LEVELS.has(level.name) ? [[countOf(level, 'text:level'), readLevel(level)] as const] : [],
    ),
  )
}

const LEVELS: ReadonlySet<string> = new Set([
  'text:list-level-style-number',
  'text:list-level-style-bullet',
  'text:list-level-style-image',
  'text:outline-level-style',
])

function readLevel(level: OdfElement): ListLevel {
  const given = level.attributes
  const isNumber = !/bullet|image/.test(level.name)
  return {
    format: isNumber ? (given['style:num-format'] ?? '1') : undefined,
    prefix: given['style:num-prefix']?.slice(0, LONGEST_WORDS) ?? '',
    suffix: given['style:num-suffix']?.slice(0, LONGEST_WORDS) ?? '',
    pattern: (given['style:num-list-format'] ?? given['loext:num-list-format'])?.slice(
      0,
      LONGEST_WORDS,
    ),
    shown: countOf(level, 'text:display-levels'),
    start: countOf(level, 'text:start-value'),
  }
}

/** Characters around a number; a hostile file must not put a text of megabytes before every paragraph. */
const LONGEST_WORDS = 100

/** The number of a paragraph on `level` as it is shown; `numberAt` gives the number that a level has reached. */
export function printNumber(
  levels: ReadonlyMap<number, ListLevel>,
  level: number,
  numberAt: (level: number) => number,
): string {
  const own = levels.get(level)
  if (own?.format === undefined) return ''
  const printed = (one: number): string => formatted(levels.get(one)?.format, numberAt(one))
  if (own.pattern !== undefined) {
    return own.pattern.replace(/%(\d{1,2})%/g, (_, one: string) => printed(Number(one)))
  }
  const first = Math.max(1, level - own.shown + 1)
  const numbers = Array.from({ length: level - first + 1 }, (_, index) => printed(first + index))
  return own.prefix + numbers.filter((number) => number !== '').join('.') + own.suffix
}

/** OpenDocument names a format by how it counts; the first sign tells which it is. Others print plain digits. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['一', 'chineseCountingThousand'],
  ['壹', 'chineseLegalSimplified'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['①', 'decimalEnclosedCircle'],
  ['⑴', 'decimalEnclosedParen'],
  ['⒈', 'decimalEnclosedFullstop'],
  ['㊀', 'ideographEnclosedCircle'],
  ['１', 'decimalFullWidth'],
])

/** `壹, 貳, 參, ...` */
const TRADITIONAL = '貳'

function formatted(format: string | undefined, value: number): string {
  if (format === undefined || format === '') return ''
  if (format.includes(TRADITIONAL)) return formatNumber('ideographLegalTraditional', value)
  return formatNumber(FORMATS.get(format.charAt(0)) ?? 'decimal', value)
}
