import { describe, expect, it } from 'vitest'
import { formatCode } from './builtin-formats.ts'
import { showNumber, showText } from './number-format.ts'

const shown = (value: number, code: string, startsIn1904 = false): string => {
  const { text, isExact } = showNumber(value, code, startsIn1904)
  return isExact ? text : `${text}?`
}

const ACCOUNTING = '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '
const ACCOUNTING_CENTS = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '

describe('a number is shown as Excel shows it', () => {
  it.each([
    [0, 'General', '0'],
    [12, 'General', '12'],
    [-7, 'G/通用格式', '-7'],
    [12.000000000000002, 'General', '12'],
    [0.1 + 0.2, 'General', '0.3'],
    [190.457379, 'General', '190.457379'],
    [0.092, 'General', '0.092'],
    [12345678901, 'General', '12345678901'],
    [1585.5, '0.00', '1585.50'],
    [2.5, '0', '3'],
    [1.005, '0.00', '1.01'],
    [-2.5, '0', '-3'],
    [1234567.5, '#,##0.00', '1,234,567.50'],
    [999, '#,##0', '999'],
    [5, '000', '005'],
    [0.5, '#.##', '.5'],
    [0.125, '0%', '13%'],
    [0.125, '0.0%', '12.5%'],
    [12, '0"件"', '12件'],
    [12, '0\\件_ ', '12件'],
    [3, '"第"0"页"', '第3页'],
    [-8, '+0;-0;0', '-8'],
    [8, '+0;-0;0', '+8'],
    [0, '+0;-0;0', '0'],
    [-5, '#,##0_);(#,##0)', '(5)'],
    [-5, '0;[Red]0', '5'],
    [1200, '[$¥-804]#,##0.00', '¥1,200.00'],
    [1234567, '#,##0,', '1,235'],
    [1234, ACCOUNTING, '1,234'],
    [-1234, ACCOUNTING, '-1,234'],
    [0, ACCOUNTING, '-'],
    [0, ACCOUNTING_CENTS, '-'],
    [3.5, 'General"万元"', '3.5万元'],
    [7, '@', '7'],
  ])('%s under %s is %s', (value, code, text) => {
    expect(shown(value, code)).toBe(text)
  })

  it.each([
    ['yyyy"年"m"月"d"日"', '2025年1月8日'],
    ['yyyy-mm-dd', '2025-01-08'],
    ['[$-804]yyyy/m/d', '2025/1/8'],
    [formatCode(31, new Map()), '2025年1月8日'],
    [formatCode(14, new Map()), '2025/1/8'],
  ])('a day under %s is %s', (code, text) => {
    expect(shown(45665, code)).toBe(text)
    expect(shown(45665 - 1462, code, true)).toBe(text)
  })
})

describe('what may be shown otherwise is in doubt', () => {
  it.each([
    ['more digits than General shows', 0.123456789012, 'General', '0.123456789?'],
    ['a number that General writes with an exponent', 1e11, 'General', '100000000000?'],
    ['a fraction', 0.5, '# ?/?', '0.5?'],
    ['an exponent', 1200, '0.00E+00', '1200?'],
    ['Chinese digits', 12, '[DBNum1]General', '12?'],
    ['a condition', 12, '[>=10]0;General', '12?'],
    ['a time', 0.5, 'h:mm', '0.5?'],
    ['digits with something between them', 12345, '000-0000', '12345?'],
    ['a date before there were any', 3, 'yyyy-mm-dd', '3?'],
    ['a format of the computer', 12, formatCode(44, new Map()), '12?'],
    ['a hidden number', 12, ';;;', '?'],
    ['a hidden zero', 0, '0;-0;;@', '?'],
    ['a zero without a place', 0, '#', '?'],
    ['almost nothing below zero', -0.2, '0', '-0?'],
  ])('%s', (_, value, code, text) => {
    expect(shown(value, code)).toBe(text)
  })
})

describe('a text under a format', () => {
  it.each([
    ['General', true],
    ['@', true],
    ['0.00', true],
    [ACCOUNTING, true],
    ['"合计"@', false],
    [';;;', false],
    ['0;-0;0;"x"', false],
  ])('under %s is exact: %s', (code, isExact) => {
    expect(showText('规章', code)).toEqual({ text: '规章', isExact })
  })
})
