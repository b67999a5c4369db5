import type { SettledRun } from '../settled/settled.ts'
import { drawingIn, isDrawing } from './drawings.ts'
import { countOf, type OdfElement, type OdfNode } from './odf-tree.ts'
import { noteHidden, type SettleState } from './settle-state.ts'
import { isMarked, isUnseen, type TextLook, wordLook } from './text-look.ts'

export interface ParagraphContent {
  readonly runs: readonly SettledRun[]
  /** The text boxes anchored here, in order. */
  readonly boxes: readonly OdfElement[]
  /** The number that the program which wrote the file printed; undefined where it wrote none. */
  readonly printedNumber: string | undefined
}

/** The visible runs of `text:p` or `text:h`, and the text boxes that hang on it. */
export function settleText(
  paragraph: OdfElement,
  look: TextLook,
  state: SettleState,
): ParagraphContent {
  const line: Line = {
    runs: [],
    boxes: [],
    // White space at the beginning of a paragraph is none of its text.
    isAfterSpace: true,
    hiddenText: '',
    isHidden: false,
    printedNumber: undefined,
  }
  addNodes(paragraph.content, look, line, state)
  endHidden(line, state)
  const { boxes, printedNumber } = line
  if (!line.isHidden) return { runs: line.runs, boxes, printedNumber }
  if (line.runs.some(({ text }) => text.trim() !== '')) noteHidden(state)
  return { runs: [], boxes: [], printedNumber }
}

interface Line {
  readonly runs: SettledRun[]
  readonly boxes: OdfElement[]
  isAfterSpace: boolean
  /** Hidden text since the last text that is shown. */
  hiddenText: string
  /** A `text:hidden-paragraph` field hides the paragraph that it stands in. */
  isHidden: boolean
  printedNumber: string | undefined
}

function addNodes(nodes: readonly OdfNode[], look: TextLook, line: Line, state: SettleState): void {
  for (const node of nodes) {
    if (typeof node === 'string') addText(collapsed(node, line), look, line, state)
    else addElement(node, look, line, state)
  }
}

function addElement(element: OdfElement, look: TextLook, line: Line, state: SettleState): void {
  switch (element.name) {
    case 'text:span':
      addNodes(
        element.content,
        { ...look, ...state.styles.text(element.attributes['text:style-name']) },
        line,
        state,
      )
      return
    case 'text:s':
      addOwnSpace(' '.repeat(countOf(element, 'text:c')), look, line, state)
      return
    case 'text:tab':
      addOwnSpace('\t', look, line, state)
      return
    case 'text:line-break':
      addOwnSpace('\n', look, line, state)
      return
    case 'text:number':
      line.printedNumber = element.content.filter((node) => typeof node === 'string').join('')
      return
    case 'text:hidden-paragraph':
      if (element.attributes['text:is-hidden'] === 'true') line.isHidden = true
      return
    case 'field:fieldmark':
      // A drop-down of Word: what it shows is not in the text.
      state.doubt ??= 'hidden-text'
      return
    default:
      if (isDrawing(element)) addDrawing(element, look, line, state)
      else if (isTextual(element)) addNodes(element.content, lookInside(element, look), line, state)
  }
}

/** What stands in a paragraph and shows nothing there, or somewhere else. */
const SHOWS_NOTHING: ReadonlySet<string> = new Set(['text:note', 'text:ruby-text', 'text:script'])

/** Links, fields with their last result, content controls: what they hold is the text that is shown. */
const isTextual = ({ name }: OdfElement): boolean =>
  (name.startsWith('text:') || name.startsWith('loext:')) && !SHOWS_NOTHING.has(name)

/** A run of white space shows as one space, also where a span begins or ends in its middle. */
function collapsed(text: string, line: Line): string {
  let shown = text.replace(/[ \t\r\n]+/g, ' ')
  if (line.isAfterSpace && shown.startsWith(' ')) shown = shown.slice(1)
  if (shown !== '') line.isAfterSpace = shown.endsWith(' ')
  return shown
}

/** White space that the file spells out. */
function addOwnSpace(space: string, look: TextLook, line: Line, state: SettleState): void {
  line.isAfterSpace = false
  addText(space, look, line, state)
}

function addText(text: string, look: TextLook, line: Line, state: SettleState): void {
  if (text === '') return
  if (look.isHidden === true) {
    line.hiddenText += text
    return
  }
  endHidden(line, state)
  const isOdd = isMarked(look) ? text.trim() !== '' : isUnseen(look) && /\d/.test(text)
  if (isOdd) state.doubt ??= 'hidden-text'
  line.runs.push({ properties: wordLook(look), text, pictures: [] })
}

function endHidden(line: Line, state: SettleState): void {
  if (line.hiddenText.trim() !== '') noteHidden(state)
  line.hiddenText = ''
}

/** Fields may hide what they hold, always or as a condition came out. */
function lookInside({ attributes }: OdfElement, look: TextLook): TextLook {
  const isHidden = attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true'
  return isHidden ? { ...look, isHidden } : look
}

/** Text boxes become text; a picture or object in line with the text may be a number that cannot be read. */
function addDrawing(element: OdfElement, look: TextLook, line: Line, state: SettleState): void {
  const { boxes, pictures, isInline, isUnread } = drawingIn(element)
  if (look.isHidden === true) {
    if (boxes.length > 0) noteHidden(state)
    return
  }
  for (const box of boxes) line.boxes.push(box)
  if (pictures.length > 0) line.runs.push({ properties: undefined, text: '', pictures })
  if (isUnread || (boxes.length === 0 && isInline)) state.doubt ??= 'hidden-text'
}
