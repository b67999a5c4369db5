import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { createNumberer } from '../settled/numbering.ts'
import { type SettledBlock, type SettledDocument, showsText } from '../settled/settled.ts'
import { paragraphsIn } from './document-text.ts'
import { PLAIN_STRETCH, type SettleState } from './settle-state.ts'
import { settleAside, settleStory } from './settle-story.ts'
import type { TextBox } from './text-boxes.ts'
import type { WordDocument } from './word-document.ts'

/**
 * The document as it stands once every tracked change is accepted and hidden text is left out. Footnotes, headers
 * and comments are no part of it; text boxes stand behind the paragraph they hang on, or at the end of all where
 * that cannot be told.
 */
export function settleDoc(document: WordDocument): Result<SettledDocument, ReadError> {
  const boxes = new BoxReader(document)
  const state: SettleState = {
    styles: document.styles,
    fontNames: document.fontNames,
    number: createNumberer(document.lists),
    boxesAt: (position) => boxes.read(position, state),
    comments: 0,
    revisions: 0,
    hiddenTexts: 0,
    fields: [],
    before: PLAIN_STRETCH,
    doubt: undefined,
  }
  const main = settleStory(paragraphsIn(document.text, 0, document.stories.main), state)
  if (!main.ok) return main
  const blocks = [...main.value, ...boxes.readOthers(state)]
  if (boxes.error !== undefined) return failure(boxes.error)
  const { revisions, comments, hiddenTexts } = state
  return success({ blocks, revisions, comments, hiddenTexts })
}

/** Gives each text box once: to the character it hangs on, or at the end. */
class BoxReader {
  error: ReadError | undefined
  readonly #document: WordDocument
  readonly #waiting: Map<number | undefined, readonly TextBox[]>

  constructor(document: WordDocument) {
    this.#document = document
    // In a box hangs no other one: a file that says so could have them hang on one another without end.
    this.#waiting = Map.groupBy(document.textBoxes, ({ anchor = Number.POSITIVE_INFINITY }) =>
      anchor < document.stories.main ? anchor : undefined,
    )
  }

  read(anchor: number | undefined, state: SettleState): readonly SettledBlock[] {
    const boxes = this.#waiting.get(anchor) ?? []
    this.#waiting.delete(anchor)
    return boxes.flatMap((box) => this.#settle(box, state))
  }

  readOthers(state: SettleState): readonly SettledBlock[] {
    return [...this.#waiting.keys()].flatMap((anchor) => this.read(anchor, state))
  }

  #settle({ start, end }: TextBox, state: SettleState): readonly SettledBlock[] {
    const { text, stories } = this.#document
    const first = stories.main + stories.notes
    const last = first + Math.min(end, stories.textBoxes)
    const read = settleAside(paragraphsIn(text, first + start, last), state)
    if (read.ok) return showsText(read.value) ? read.value : []
    this.error ??= read.error
    return []
  }
}
