import type { CellDoubt } from '../../../shared/document/source-document.ts'
import {
  type SettledBlock,
  type SettledParagraph,
  type SettledRun,
  showsText,
} from '../settled/settled.ts'
import { type Format, looksAlike, runProperties } from './format.ts'

/** A paragraph with the text boxes that hang on it. */
export interface BuiltParagraph {
  readonly blocks: readonly SettledBlock[]
  /** Why whoever reads the cell it stands in must look. */
  readonly doubt: CellDoubt | undefined
}

/** Collects the text of one paragraph after the other. */
export class ParagraphBuilder {
  #runs: SettledRun[] = []
  #hasText = false
  #lastFormat: Format | undefined
  #numbering = ''
  #boxes: SettledBlock[] = []
  #doubt: CellDoubt | undefined

  /** Whether the paragraph that has begun shows anything. */
  get hasText(): boolean {
    return this.#hasText
  }

  /** Whether anything waits for the paragraph's end: text, a text box, or a doubt about what could not be read. */
  get isPending(): boolean {
    return this.#hasText || this.#boxes.length > 0 || this.#doubt !== undefined
  }

  write(text: string, format: Format): void {
    const last = this.#runs.at(-1)
    if (
      last !== undefined &&
      this.#lastFormat !== undefined &&
      looksAlike(this.#lastFormat, format)
    ) {
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text }
    } else {
      this.#runs.push({ properties: runProperties(format), text, pictures: [] })
    }
    this.#lastFormat = format
    this.#hasText ||= text.trim() !== ''
    // Struck out, raised or lowered text stands in a cell beside a number without being part of it.
    const isMarked = format.isStruck || format.isShifted || format.position !== 'baseline'
    if (isMarked && text.trim() !== '') this.doubt('hidden-text')
  }

  /** Characters of the automatic number before the paragraph. */
  writeNumber(text: string): void {
    this.#numbering += text
  }

  doubt(reason: CellDoubt): void {
    this.#doubt ??= reason
  }

  /** A text box over a table belongs to no cell for sure. */
  addBox(blocks: readonly SettledBlock[]): void {
    for (const block of blocks) this.#boxes.push(block)
    if (showsText(blocks)) this.#doubt = 'crosses-border'
  }

  /** Ends the paragraph and begins the next. `level` is from 1 for headings, 0 for body text. */
  take(style: number, level: number): BuiltParagraph {
    const paragraph: SettledParagraph = {
      kind: 'paragraph',
      style: `${style}`,
      runs: this.#runs.map((run) => this.#wellFormed(run)),
      // The number and its paragraph are parted by a tab.
      numbering: this.#numbering.trim(),
      level,
    }
    const built = { blocks: [paragraph, ...this.#boxes], doubt: this.#doubt }
    this.#runs = []
    this.#hasText = false
    this.#lastFormat = undefined
    this.#numbering = ''
    this.#boxes = []
    this.#doubt = undefined
    return built
  }

  /** Half a character (a `\u` whose twin was lost) cannot be shown. */
  #wellFormed(run: SettledRun): SettledRun {
    if (run.text.isWellFormed()) return run
    this.doubt('hidden-text')
    return { ...run, text: run.text.toWellFormed() }
  }
}
