/** A token of a date format: letters that stand for a part of the date, or text that stands for itself. */
export type DateToken =
  | { readonly kind: 'date'; readonly letters: string }
  | { readonly kind: 'literal'; readonly text: string }

/** A day as a sheet stores it, written out; undefined where the day or the format is none that is known here. */
export function showDate(
  serial: number,
  tokens: readonly DateToken[],
  startsIn1904: boolean,
): string | undefined {
  const date = dayOf(serial, startsIn1904)
  if (date === undefined) return undefined
  const parts = tokens.map((token) =>
    token.kind === 'literal' ? token.text : partOf(date, token.letters),
  )
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined
}

const MILLISECONDS_A_DAY = 86_400_000
/** Day 0 for all days after 1900-02-28; sheets count a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const FIRST_SOUND_DAY = 61
/** 9999-12-31. */
const LAST_DAY = 2_958_465
/** Days from 1899-12-30 to 1904-01-01, where old Macintosh workbooks begin. */
const DAYS_TO_1904 = 1_462

function dayOf(serial: number, startsIn1904: boolean): Date | undefined {
  const day = Math.floor(serial) + (startsIn1904 ? DAYS_TO_1904 : 0)
  if (!(day >= FIRST_SOUND_DAY && day <= LAST_DAY)) return undefined
  return new Date(DAY_ZERO + day * MILLISECONDS_A_DAY)
}

/** Times of day and names of months are left alone: no report has them in a cell. */
function partOf(date: Date, letters: string): string | undefined {
  const year = String(date.getUTCFullYear())
  const month = String(date.getUTCMonth() + 1)
  const day = String(date.getUTCDate())
  switch (letters) {
    case 'yyyy':
      return year
    case 'yy':
      return year.slice(2)
    case 'm':
      return month
    case 'mm':
      return month.padStart(2, '0')
    case 'd':
      return day
    case 'dd':
      return day.padStart(2, '0')
    default:
      return undefined
  }
}
