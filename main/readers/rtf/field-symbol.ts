import { symbolText } from '../settled/symbols.ts'

const SYMBOL = /^\s*SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})(?:.*?\\f\s*"?([^"\\]+))?/i

/** The sign that a field `SYMBOL 252 \f "Wingdings"` shows; undefined for another field or an unknown sign. */
export function fieldSymbol(instruction: string): string | undefined {
  const [, code, font] = SYMBOL.exec(instruction) ?? []
  return code === undefined ? undefined : symbolText(font?.trim(), Number(code).toString(16))
}
