/**
 * Whether what a page paints is written by the rules (ISO 32000-1, annex A): known operators, each with the operands it
 * takes, texts only where texts may stand. A viewer passes over what breaks the rules, and numbers go with it.
 */
export function isWellFormed(content: Buffer): boolean {
  const text = content.toString('latin1')
  let operands = ''
  let isInText = false
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const [token = ''] = TOKEN.exec(text) ?? []
    if (token === '') return false
    at += token.length
    const kind = kindOf(token)
    if (kind === 'space') continue
    if (kind === 'open') {
      const end = endOfGroup(text, at)
      if (end < 0) return false
      at = end
      operands += token === '[' ? 'a' : 'd'
    } else if (kind !== 'operator') {
      operands += kind
    } else if (token === 'BI') {
      at = endOfPicture(text, at)
      if (at < 0) return false
      operands = ''
    } else {
      if (OPERANDS.get(token)?.test(operands) !== true) return false
      if (token === 'BT' || token === 'ET') {
        if (isInText === (token === 'BT')) return false
        isInText = token === 'BT'
      } else if (SHOWS.has(token) && !isInText) return false
      operands = ''
    }
  }
  return operands === ''
}

/** White space and comments; strings, whose brackets may nest once; names, numbers, opening signs and words. */
const TOKEN =
  /(?:[\s\0]+|%[^\r\n]*)|\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<[0-9A-Fa-f\s]*>|<<|\[|\/[^\s\0()<>[\]{}/%]*|[+-]?(?:\d+\.?\d*|\.\d+)(?![^\s\0()<>[\]{}/%])|[A-Za-z'"][A-Za-z0-9*]*/y

function kindOf(token: string): 'space' | 'open' | 'operator' | 's' | 'n' | '/' {
  const [first = ''] = token
  if (token === '<<' || first === '[') return 'open'
  if (first === '(' || first === '<') return 's'
  if (first === '/') return '/'
  if (/[\d+.-]/.test(first)) return 'n'
  return /[\s\0%]/.test(first) ? 'space' : 'operator'
}

/** Where the list or dictionary ends that was opened right before; -1 where it does not. */
function endOfGroup(text: string, from: number): number {
  let depth = 1
  let at = from
  while (depth > 0) {
    INSIDE.lastIndex = at
    const [token = ''] = INSIDE.exec(text) ?? []
    if (token === '') return -1
    at += token.length
    if (token === '[' || token === '<<') depth += 1
    if (token === ']' || token === '>>') depth -= 1
  }
  return at
}

const INSIDE = new RegExp(`${TOKEN.source}|\\]|>>`, 'y')

/** Behind a picture that stands in the content itself. */
function endOfPicture(text: string, from: number): number {
  END_OF_PICTURE.lastIndex = from
  return END_OF_PICTURE.exec(text) === null ? -1 : END_OF_PICTURE.lastIndex
}

const END_OF_PICTURE = /\sEI(?=\s|$)/g

const SHOWS: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"', 'Td', 'TD', 'Tm', 'T*'])

/** Operands by their kinds: number, name, string, list, dictionary. */
const OPERANDS: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['', 'b B b* B* f F f* n s S W W* h q Q BT ET T* EMC BX EX'],
      ['n', 'w J j M i G g Tc Tw Tz TL Tr Ts'],
      ['nn', 'm l Td TD d0'],
      ['nnn', 'RG rg'],
      ['nnnn', 'v y re K k'],
      ['nnnnnn', 'cm c Tm d1'],
      ['/', 'ri gs CS cs sh Do BMC MP'],
      ['/n', 'Tf'],
      ['an', 'd'],
      ['s', "Tj '"],
      ['a', 'TJ'],
      ['nns', '"'],
      ['/[/d]', 'BDC DP'],
      ['n*/?', 'SC SCN sc scn'],
    ] as const
  ).flatMap(([operands, operators]) =>
    operators.split(' ').map((operator) => [operator, new RegExp(`^${operands}$`)] as const),
  ),
)
