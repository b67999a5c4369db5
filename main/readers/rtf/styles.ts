import type { ControlWord } from './tokens.ts'

/** Which paragraph styles are headings (`\stylesheet`). */
export class StyleLevels {
  readonly #levels = new Map<number, number>()
  #style = 0
  #name = ''
  #outlineLevel: number | undefined

  /** A word inside the style sheet. */
  applyEntryWord({ name, parameter }: ControlWord): void {
    if (name === 's') this.#style = parameter ?? 0
    if (name === 'outlinelevel') this.#outlineLevel = parameter
  }

  /** Characters inside the style sheet: the name of a style, up to a semicolon. */
  addEntryText(text: string): void {
    const end = text.indexOf(';')
    this.#name += end < 0 ? text : text.slice(0, end)
    if (end >= 0) this.#endEntry()
  }

  /** From 1 for headings; 0 for body text. What the paragraph says itself decides. */
  levelOf(style: number, outlineLevel: number | undefined): number {
    if (outlineLevel === undefined) return this.#levels.get(style) ?? 0
    return levelFromOutline(outlineLevel)
  }

  /** Word's own heading styles have their level even where the file does not repeat it. */
  #endEntry(): void {
    const named = /^heading ([1-9])$/i.exec(this.#name.trim())?.[1]
    if (this.#outlineLevel !== undefined) {
      this.#levels.set(this.#style, levelFromOutline(this.#outlineLevel))
    } else if (named !== undefined) this.#levels.set(this.#style, Number(named))
    this.#style = 0
    this.#name = ''
    this.#outlineLevel = undefined
  }
}

/** `\outlinelevel` counts from 0 and uses 9 for body text; here headings start at 1 and body text is 0. */
function levelFromOutline(level: number): number {
  return level >= 0 && level <= 8 ? level + 1 : 0
}
