import { describe, expect, it } from 'vitest'
import { formatNumber } from './number-format.ts'

describe('formatNumber', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 3, '03'],
    ['decimalZero', 12, '12'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerRoman', 4, 'iv'],
    ['upperLetter', 1, 'A'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 26, 'z'],
    ['chineseCounting', 6, '六'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 15, '十五'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 99, '九十九'],
    ['chineseCountingThousand', 11, '十一'],
    ['chineseCountingThousand', 100, '一百'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['chineseCountingThousand', 20_003, '二万零三'],
    ['japaneseCounting', 15, '十五'],
    ['japaneseCounting', 111, '百十一'],
    ['chineseLegalSimplified', 3, '叁'],
    ['chineseLegalSimplified', 10, '壹拾'],
    ['chineseLegalSimplified', 105, '壹佰零伍'],
    ['ideographDigital', 10, '一〇'],
    ['ideographDigital', 21, '二一'],
    ['ideographTraditional', 3, '丙'],
    ['ideographTraditional', 11, '11'],
    ['ideographZodiac', 12, '亥'],
    ['decimalEnclosedCircle', 7, '⑦'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 12, '１２'],
    ['numberInDash', 4, '- 4 -'],
    ['bullet', 4, ''],
    ['none', 4, ''],
    ['someFormatOfTheFuture', 4, '4'],
  ])('prints %s %i as %j', (format, value, printed) => {
    expect(formatNumber(format, value)).toBe(printed)
  })

  it.each(['upperRoman', 'upperLetter', 'chineseCountingThousand', 'decimalZero'])(
    'prints a number no list reaches shortly in %s',
    (format) => {
      expect(formatNumber(format, 999_999_999).length).toBeLessThan(30)
      expect(formatNumber(format, 0)).not.toBe('')
    },
  )
})
