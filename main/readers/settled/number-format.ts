/**
 * A list number as Word prints it for a `w:numFmt` (ECMA-376 part 1, 17.18.59). Bullets and `none` print
 * nothing; a format this program does not know prints plain digits.
 */
export function formatNumber(format: string, value: number): string {
  if (value < 0) return String(value)
  const printed = FORMATS.get(format)
  return printed === undefined ? String(value) : printed(value)
}

type NumberFormat = (value: number) => string

const CHINESE_DIGITS = '〇一二三四五六七八九'
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const LEGAL_DIGITS_TRADITIONAL = '零壹貳參肆伍陸柒捌玖'

interface CountingWords {
  readonly digits: string
  /** For ten, hundred and thousand, from the right. */
  readonly units: readonly string[]
  readonly tenThousand: string
  /** Stands for a gap between digits (一百零五); empty where the system leaves it out. */
  readonly zero: string
  /** 十五 rather than 一十五. */
  readonly shortTeens: boolean
  /** 百 rather than 一百. */
  readonly shortUnits?: boolean
}

const CHINESE: CountingWords = {
  digits: CHINESE_DIGITS,
  units: ['', '十', '百', '千'],
  tenThousand: '万',
  zero: '零',
  shortTeens: true,
}

const LEGAL: CountingWords = {
  digits: LEGAL_DIGITS,
  units: ['', '拾', '佰', '仟'],
  tenThousand: '万',
  zero: '零',
  shortTeens: false,
}

const FORMATS: ReadonlyMap<string, NumberFormat> = new Map([
  ['bullet', () => ''],
  ['none', () => ''],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['upperRoman', roman],
  ['lowerRoman', (value) => roman(value).toLowerCase()],
  ['upperLetter', (value) => letters(value, 'A')],
  ['lowerLetter', (value) => letters(value, 'a')],
  ['chineseCounting', (value) => (value < 100 ? counted(value, CHINESE) : digitByDigit(value))],
  ['chineseCountingThousand', (value) => counted(value, CHINESE)],
  ['taiwaneseCounting', (value) => (value < 100 ? counted(value, CHINESE) : digitByDigit(value))],
  ['taiwaneseCountingThousand', (value) => counted(value, CHINESE)],
  ['japaneseCounting', (value) => counted(value, { ...CHINESE, zero: '', shortUnits: true })],
  ['chineseLegalSimplified', (value) => counted(value, LEGAL)],
  [
    'ideographLegalTraditional',
    (value) => counted(value, { ...LEGAL, digits: LEGAL_DIGITS_TRADITIONAL, tenThousand: '萬' }),
  ],
  ['ideographDigital', digitByDigit],
  ['japaneseDigitalTenThousand', digitByDigit],
  ['taiwaneseDigital', (value) => digitByDigit(value).replaceAll('〇', '○')],
  ['ideographTraditional', (value) => pick('甲乙丙丁戊己庚辛壬癸', value)],
  ['ideographZodiac', (value) => pick('子丑寅卯辰巳午未申酉戌亥', value)],
  ['ideographEnclosedCircle', (value) => pick('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉', value)],
  ['decimalEnclosedCircle', (value) => pick('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', value)],
  ['decimalEnclosedCircleChinese', (value) => pick('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', value)],
  ['decimalEnclosedFullstop', (value) => pick('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', value)],
  ['decimalEnclosedParen', (value) => pick('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇', value)],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['numberInDash', (value) => `- ${value} -`],
])

/** Circles and the like end somewhere; Word goes on in plain digits. */
function pick(signs: string, value: number): string {
  return [...signs][value - 1] ?? String(value)
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/g, (digit) => CHINESE_DIGITS.charAt(Number(digit)))
}

const GROUP = 10_000

function counted(value: number, words: CountingWords): string {
  if (value === 0) return words.digits.charAt(0)
  if (value < GROUP) return countedGroup(value, words)
  const upper = counted(Math.floor(value / GROUP), words)
  const rest = value % GROUP
  const gap = rest > 0 && rest < GROUP / 10 ? words.zero : ''
  return `${upper}${words.tenThousand}${gap}${rest === 0 ? '' : countedGroup(rest, words)}`
}

function countedGroup(value: number, words: CountingWords): string {
  const digits = [...String(value)].map(Number)
  let text = ''
  let isGap = false
  digits.forEach((digit, index) => {
    const unit = words.units[digits.length - 1 - index] ?? ''
    if (digit === 0) {
      isGap = true
      return
    }
    if (isGap && text !== '') text += words.zero
    isGap = false
    text += isSilentOne(digit, unit, text, words) ? unit : `${words.digits.charAt(digit)}${unit}`
  })
  return text
}

function isSilentOne(digit: number, unit: string, before: string, words: CountingWords): boolean {
  if (digit !== 1 || unit === '') return false
  if (words.shortUnits === true) return true
  return words.shortTeens && unit === words.units[1] && before === ''
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
/** Longer than any list; a start number from a hostile file must not make a text of megabytes. */
const LONGEST_RUN = 9999

function roman(value: number): string {
  if (value === 0 || value > LONGEST_RUN) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}

/** After Z come AA, BB, CC: Word repeats the letter. */
function letters(value: number, first: string): string {
  if (value === 0 || value > LONGEST_RUN) return String(value)
  const letter = String.fromCodePoint((first.codePointAt(0) ?? 0) + ((value - 1) % 26))
  return letter.repeat(Math.ceil(value / 26))
}
