import { attributeOf, type Element, isElement } from './tree.ts'

/** The marks that a browser writes before the items of one list. */
export interface ListNumbering {
  /** The next item's mark, `1.`; empty in a list of points. */
  readonly next: (item: Element) => string
}

/** Numbers of an `ol`, with its `start`, `reversed`, `type` and style; no marks for any other list. */
export function numberingOf(list: Element): ListNumbering {
  const style = /list-style(?:-type)?\s*:\s*([^;]*)/.exec(attributeOf(list, 'style') ?? '')?.[1]
  const mark = list.tagName === 'ol' ? markOf(style ?? attributeOf(list, 'type') ?? '') : undefined
  if (mark === undefined) return { next: () => '' }
  const step = attributeOf(list, 'reversed') === undefined ? 1 : -1
  let count = integerOf(attributeOf(list, 'start')) ?? (step === 1 ? 1 : itemCount(list))
  return {
    next: (item) => {
      const value = integerOf(attributeOf(item, 'value')) ?? count
      count = value + step
      return mark(value)
    },
  }
}

function itemCount(list: Element): number {
  let count = 0
  for (const child of list.childNodes) if (isElement(child) && child.tagName === 'li') count++
  return count
}

function integerOf(value: string | undefined): number | undefined {
  const digits = /^\s*([+-]?\d{1,9})/.exec(value ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

type Mark = (value: number) => string

const decimal: Mark = (value) => `${value}.`

/** Undefined where the style says that there are no numbers. */
function markOf(style: string): Mark | undefined {
  switch (style.trim()) {
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return (value) => letters(value, 'a')
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return (value) => letters(value, 'A')
    case 'i':
    case 'lower-roman':
      return (value) => roman(value).toLowerCase()
    case 'I':
    case 'upper-roman':
      return roman
    case 'cjk-ideographic':
    case 'cjk-decimal':
    case 'simp-chinese-informal':
    case 'trad-chinese-informal':
      return chinese
    case 'none':
    case 'disc':
    case 'circle':
    case 'square':
      return undefined
    default:
      return decimal
  }
}

function letters(value: number, first: 'a' | 'A'): string {
  if (value < 1 || value > 26) return decimal(value)
  return `${String.fromCharCode(first.charCodeAt(0) + value - 1)}.`
}

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  if (value < 1 || value > 89) return decimal(value)
  let rest = value
  let text = ''
  for (const [size, letter] of ROMAN) {
    while (rest >= size) {
      text += letter
      rest -= size
    }
  }
  return `${text}.`
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

function chinese(value: number): string {
  if (value < 1 || value > 99) return decimal(value)
  const tens = Math.floor(value / 10)
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `${ten}${DIGITS[value % 10]}、`
}
