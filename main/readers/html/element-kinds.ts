import { isFaint } from './faint.ts'
import type { Element } from './tree.ts'

/** What an element is for, as far as reading a page depends on it. */
export type Role =
  | 'left-out'
  | 'table'
  | 'group'
  | 'row'
  | 'cell'
  | 'caption'
  | 'list'
  | 'item'
  | 'heading'
  | 'paragraph'
  | 'break'
  | 'picture'
  | 'field'
  | 'deletion'
  | 'raised'
  | 'rule'
  | 'other'

/** Everything that the name of an element and its inline style say about how its text is read. */
export interface Display {
  readonly role: Role
  /** Of a heading, from 1; 0 for everything else. */
  readonly level: number
  readonly visibility: Visibility
  /** Stands on lines of its own. */
  readonly isBlock: boolean
  /** Stands in the line, but apart from the text beside it. */
  readonly isApart: boolean
  readonly keepsLines: boolean
  /** Struck out, still legible. */
  readonly isStruck: boolean
  /** As white as paper, unless something is behind it. */
  readonly isWhite: boolean
  /** Word's own copy of an automatic number. */
  readonly isListMark: boolean
}

/**
 * How an element is shown, as far as its own attributes say; style sheets are not read.
 * `removed`: as if it were not there. `invisible`: takes up its place, and shows nothing.
 */
export type Visibility = 'shown' | 'removed' | 'invisible'

/** The display of an element by its name and its `style`, `hidden` and `open` attributes. */
export function displayOf(element: Element): Display {
  const { tagName, attrs } = element
  const plain = plainDisplayOf(tagName)
  let style: string | undefined
  let isClosed = tagName === 'dialog'
  let isWhite = false
  for (const { name, value } of attrs) {
    if (name === 'style') style = value
    else if (name === 'hidden') isClosed = true
    else if (name === 'open' && tagName === 'dialog') isClosed = false
    else if (name === 'color' && tagName === 'font') isWhite = WHITE.test(value)
  }
  if (style === undefined || !TELLING.test(style)) {
    if (isClosed) return { ...plain, visibility: 'removed' }
    return isWhite ? { ...plain, isWhite } : plain
  }
  const stated = styled({ ...plain, isWhite }, style.toLowerCase(), isClosed)
  const display =
    stated.visibility === 'shown' && isFaint(element, style.toLowerCase())
      ? { ...stated, visibility: 'invisible' as const }
      : stated
  // Parts of a table set texts apart whatever their style says.
  return TABLE_ROLES.has(plain.role) ? { ...display, isBlock: true, isApart: false } : display
}

/** The display of an element without attributes. One look-up by name: names from the parser are slow to compare. */
export const plainDisplayOf = (tagName: string): Display => PLAIN.get(tagName) ?? INLINE

const INLINE: Display = {
  role: 'other',
  level: 0,
  visibility: 'shown',
  isBlock: false,
  isApart: false,
  keepsLines: false,
  isStruck: false,
  isWhite: false,
  isListMark: false,
}
const BLOCK: Display = { ...INLINE, isBlock: true }

const named = (display: Display, names: string): readonly (readonly [string, Display])[] =>
  names.split(' ').map((name) => [name, display])

/** How elements are shown that have no style of their own; all others are inline. */
const PLAIN: ReadonlyMap<string, Display> = new Map([
  // Code, fallbacks, pictures, form furniture; `xml` holds settings of the office program.
  ...named(
    { ...INLINE, role: 'left-out' },
    'applet audio canvas datalist embed frameset head iframe noembed noframes noscript object ' +
      'rp rt script select style svg template title video xml',
  ),
  ...named(
    BLOCK,
    'address article aside blockquote body button center dd details dialog div dl dt fieldset ' +
      'figcaption figure footer form header hgroup html legend main marquee nav search section summary',
  ),
  ...named({ ...BLOCK, keepsLines: true }, 'listing plaintext pre textarea xmp'),
  ...named({ ...INLINE, isStruck: true }, 's strike'),
  ...named({ ...BLOCK, role: 'table' }, 'table'),
  ...named({ ...BLOCK, role: 'group' }, 'tbody tfoot thead'),
  ...named({ ...BLOCK, role: 'row' }, 'tr'),
  ...named({ ...BLOCK, role: 'cell' }, 'td th'),
  ...named({ ...BLOCK, role: 'caption' }, 'caption'),
  ...named({ ...BLOCK, role: 'list' }, 'dir menu ol ul'),
  ...named({ ...BLOCK, role: 'item' }, 'li'),
  ...named({ ...BLOCK, role: 'paragraph' }, 'p'),
  ...named({ ...BLOCK, role: 'rule' }, 'hr'),
  ...[1, 2, 3, 4, 5, 6].flatMap((level) =>
    named({ ...BLOCK, role: 'heading', level }, `h${level}`),
  ),
  ...named({ ...INLINE, role: 'break' }, 'br'),
  ...named({ ...INLINE, role: 'picture' }, 'img'),
  ...named({ ...INLINE, role: 'field' }, 'input'),
  ...named({ ...INLINE, role: 'deletion' }, 'del'),
  ...named({ ...INLINE, role: 'raised' }, 'bdo sub sup'),
])

const TABLE_ROLES: ReadonlySet<Role> = new Set(['table', 'group', 'row', 'cell', 'caption'])

/** Most styles set type and distances only. */
const TELLING =
  /display|visibility|mso-hide|mso-list|float|position|white-space|line-through|font-size\s*:\s*[0-2]|opacity\s*:\s*0|color\s*:\s*(?:transparent|white|#fff|rgb)|vertical-align\s*:\s*su|bidi-override/i

const WHITE =
  /^\s*(?:white|#f[c-f]{2}|#(?:f[c-f]){3}|rgb\(\s*25[2-5]\s*,\s*25[2-5]\s*,\s*25[2-5]\s*\))\s*$/i

function isWhiteStyle(style: string): boolean | undefined {
  const colour = /(?:^|[;\s])color\s*:([^;]*)/.exec(style)?.[1]?.replace(/!.*/, '')
  return colour === undefined ? undefined : WHITE.test(colour)
}

/** Whether a text is drawn above or below the line, or against the direction in which it is written. */
const isDisplaced = (style: string): boolean =>
  /(?:^|[;\s])vertical-align\s*:\s*su(?:b|per)/.test(style) || style.includes('bidi-override')

function styled(plain: Display, style: string, isClosed: boolean): Display {
  const display = /(?:^|[;\s])display\s*:\s*([a-z-]+)/.exec(style)?.[1]
  return {
    ...plain,
    role: plain.role === 'other' && isDisplaced(style) ? 'raised' : plain.role,
    visibility: visibilityOf(style, display, isClosed),
    isBlock: isBlockStyle(style, display) ?? plain.isBlock,
    isApart: display?.startsWith('inline-') === true,
    keepsLines: plain.keepsLines || /white-space\s*:\s*(?:pre|break-spaces)/.test(style),
    isStruck: plain.isStruck || /text-decoration[a-z-]*\s*:[^;]*line-through/.test(style),
    isWhite: isWhiteStyle(style) ?? plain.isWhite,
    isListMark: /mso-list\s*:\s*ignore/.test(style),
  }
}

function visibilityOf(style: string, display: string | undefined, isClosed: boolean): Visibility {
  // `display` in the style is stronger than the attribute `hidden`.
  if (display === 'none' || (isClosed && display === undefined)) return 'removed'
  if (/mso-hide\s*:\s*all/.test(style)) return 'removed'
  if (/(?:^|[;\s])visibility\s*:\s*collapse/.test(style)) return 'removed'
  if (/(?:^|[;\s])visibility\s*:\s*hidden/.test(style)) return 'invisible'
  return 'shown'
}

/** Undefined where the style does not decide it. */
function isBlockStyle(style: string, display: string | undefined): boolean | undefined {
  if (/(?:^|[;\s])float\s*:\s*(?:left|right)/.test(style)) return true
  if (/(?:^|[;\s])position\s*:\s*(?:absolute|fixed)/.test(style)) return true
  if (display === undefined || display === 'none') return undefined
  return !(display === 'contents' || display.startsWith('inline'))
}
