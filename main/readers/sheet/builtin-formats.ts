/**
 * Codes of the formats that a workbook names by number only (ECMA-376 part 1, 18.8.30, with those of Chinese Excel).
 * What is shown under the others depends on the computer's settings.
 */
const BUILTIN_FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  // The computer's short date, as a Chinese one has it.
  [14, 'yyyy/m/d'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [31, 'yyyy"年"m"月"d"日"'],
  [37, '#,##0_);(#,##0)'],
  [38, '#,##0_);[Red](#,##0)'],
  [39, '#,##0.00_);(#,##0.00)'],
  [40, '#,##0.00_);[Red](#,##0.00)'],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
])

/** The code of a format by its number; a code that is not known here where nobody can say what is shown. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? BUILTIN_FORMATS.get(id) ?? SYSTEM_FORMAT
}

/** Shown as the computer is set: no known code. */
const SYSTEM_FORMAT = '[$-F800]'
