import type { ReadError } from '../../../shared/read-error.ts'
import type { SettledDocument } from '../settled/settled.ts'
import type { DecodedText } from './code-pages.ts'
import { type Format, MOST_TABLES_DEEP } from './format.ts'
import { type ParagraphEnd, Story } from './story.ts'
import type { StyleLevels } from './styles.ts'
import type { ControlWord } from './tokens.ts'

/** In all tables together; a long report has 100. */
const MOST_ROWS = 20_000

/** Takes what is shown, and the words that part it into paragraphs, cells and rows. */
export class BodyWriter {
  /** How many pieces of text have been shown, so that a field can tell whether it showed any. */
  shown = 0
  comments = 0
  /** The limit that the file went over. */
  error: ReadError | undefined
  readonly #styles: StyleLevels
  /** The document, and text boxes in it. */
  readonly #stories: Story[] = []
  #story = new Story()
  #revisions = 0
  #hiddenTexts = 0
  #rows = 0
  /** What the text before was, so that a stretch of changed or hidden text is counted once. */
  #change: 'none' | 'deleted' | 'inserted' = 'none'
  #wasHidden = false

  constructor(styles: StyleLevels) {
    this.#styles = styles
  }

  /** Whether text here is in a table, or at least follows a row that has not ended. */
  isInTable(format: Format): boolean {
    return format.tableDepth > 0 || this.#story.isInTable
  }

  /** Whether the paragraph that has begun shows anything. */
  get hasParagraphText(): boolean {
    return this.#story.paragraph.hasText
  }

  write({ text, isSound }: DecodedText, format: Format): void {
    if (text === '' && isSound) return
    this.#countChange(format)
    if (format.isDeleted || this.#isHidden(text, format)) return
    this.shown += 1
    if (!isSound) this.doubt()
    this.#story.paragraph.write(text, format)
  }

  /** Characters of the automatic number before a paragraph. */
  writeNumber(text: string): void {
    this.#story.paragraph.writeNumber(text)
  }

  /** Something that is shown here could not be read. */
  doubt(): void {
    this.shown += 1
    this.#story.paragraph.doubt('hidden-text')
  }

  /** Whether the word ended a paragraph, a cell or a row, or was about the places of cells. */
  apply(word: ControlWord, format: Format, isNestedRow: boolean): boolean {
    if (format.tableDepth > MOST_TABLES_DEEP) {
      this.error = { code: 'too-large', limit: 'nesting' }
      return true
    }
    switch (word.name) {
      case 'par':
        this.#endParagraph(format)
        return true
      case 'sect':
        this.#story.endParagraph(this.#endOf({ ...format, tableDepth: 0 }))
        return true
      case 'cell':
        this.#story.endCell(this.#endOf({ ...format, tableDepth: 1 }))
        return true
      case 'nestcell':
        this.#story.endCell(this.#endOf(insideCell(format)))
        return true
      case 'row':
        this.#endRow({ ...format, tableDepth: 1 })
        return true
      case 'nestrow':
        this.#endRow(insideCell(format))
        return true
      default:
        return this.#story.defineRow(word, isNestedRow, format.tableDepth)
    }
  }

  /** A text box begins; its paragraphs come after the one on which it hangs. */
  openBox(): void {
    this.#stories.push(this.#story)
    this.#story = new Story()
  }

  closeBox(format: Format): void {
    const outer = this.#stories.pop()
    if (outer === undefined) return
    outer.paragraph.addBox(this.#story.finish(this.#endOf(format)))
    this.#story = outer
  }

  /** The whole document, once the file's end is reached. */
  finish(format: Format): SettledDocument {
    return {
      blocks: this.#story.finish(this.#endOf(format)),
      revisions: this.#revisions,
      comments: this.comments,
      hiddenTexts: this.#hiddenTexts,
    }
  }

  #endOf({ style, outlineLevel, tableDepth }: Format): ParagraphEnd {
    return { style, level: this.#styles.levelOf(style, outlineLevel), tableDepth }
  }

  /** A paragraph whose mark is deleted runs into the next one. */
  #endParagraph(format: Format): void {
    this.#countChange(format)
    if (!format.isDeleted) this.#story.endParagraph(this.#endOf(format))
  }

  #endRow(format: Format): void {
    this.#rows += 1
    if (this.#rows > MOST_ROWS) this.error = { code: 'too-large', limit: 'table' }
    this.#story.endRow(this.#endOf(format), format.isDeleted)
  }

  #countChange({ isDeleted, isInserted }: Format): void {
    const change = isDeleted ? 'deleted' : isInserted ? 'inserted' : 'none'
    if (change !== 'none' && change !== this.#change) this.#revisions += 1
    this.#change = change
  }

  #isHidden(text: string, { isHidden }: Format): boolean {
    if (isHidden && text.trim() !== '') {
      if (!this.#wasHidden) this.#hiddenTexts += 1
      this.#story.paragraph.doubt('hidden-text')
    }
    this.#wasHidden = isHidden
    return isHidden
  }
}

/** `\nestcell` and `\nestrow` are of a table inside a table, whatever the paragraph says. */
function insideCell(format: Format): Format {
  return { ...format, tableDepth: Math.max(format.tableDepth, 2) }
}
