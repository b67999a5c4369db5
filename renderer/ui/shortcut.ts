/** What of a keyboard event decides whether a shortcut fires. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly keyCode: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
}

/**
 * The press as shortcuts are written: `j`, `Shift+N`, `Ctrl+Z`, `?`, `Escape`. Null while an input method is
 * composing, and for a modifier alone. Letters come from the physical key where the key says nothing else, so that a
 * Chinese input method that delivers `Process` or full-width letters does not take the shortcuts away.
 */
export function pressOf(event: KeyPress): string | null {
  if (isComposing(event)) return null
  const key = plainKey(event)
  if (key === null) return null
  const isLetter = /^[a-z]$/i.test(key)
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : ''
  const alt = event.altKey ? 'Alt+' : ''
  // The shift of `?` and `+` is part of the sign.
  const shift = event.shiftKey && (isLetter || key.length > 1) ? 'Shift+' : ''
  const name = isLetter
    ? control !== '' || shift !== ''
      ? key.toUpperCase()
      : key.toLowerCase()
    : key
  return `${control}${alt}${shift}${name}`
}

/** Whether the press belongs to an input method; 229 is what Chromium reports for those, with or without the flag. */
export const isComposing = (event: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === COMPOSING

const COMPOSING = 229

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'CapsLock'])

function plainKey({ key, code }: KeyPress): string | null {
  if (MODIFIERS.has(key) || key === 'Process' || key === 'Dead' || key === '') return null
  const half = key.normalize('NFKC')
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined && !/^[\p{L}]$/u.test(half)) return letter.toLowerCase()
  // 【 and 】 are what the bracket keys give while Chinese punctuation is on.
  return CHINESE_SIGNS.get(half) ?? half
}

const CHINESE_SIGNS: ReadonlyMap<string, string> = new Map([
  ['【', '['],
  ['】', ']'],
  ['「', '['],
  ['」', ']'],
])
