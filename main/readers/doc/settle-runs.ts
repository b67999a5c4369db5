import { withoutControls } from '../odd-text.ts'
import type { SettledBlock, SettledRun } from '../settled/settled.ts'
import { symbolText } from '../settled/symbols.ts'
import {
  type CharacterSettings,
  type FontSymbol,
  readCharacterSettings,
} from './character-settings.ts'
import type { FileParagraph, TextSpan } from './document-text.ts'
import type { Field, SettleState } from './settle-state.ts'

export interface ParagraphContent {
  readonly runs: SettledRun[]
  /** What stands in the text boxes anchored here, in order. */
  readonly boxes: SettledBlock[]
  readonly mark: 'kept' | 'deleted' | 'hidden'
}

/** The visible runs of a paragraph, the text boxes that hang on it, and what became of its mark. */
export function settleRuns(
  { spans, mark }: FileParagraph,
  isHiddenByStyle: boolean,
  state: SettleState,
): ParagraphContent {
  const runs: SettledRun[] = []
  const boxes: SettledBlock[] = []
  for (const span of spans) {
    const settings = settingsOf(span, isHiddenByStyle, state)
    const settled = settleText(span, settings, state, boxes)
    // Half a character, and what is none, cannot be shown.
    const text = withoutControls(settled.toWellFormed())
    if (text !== settled) state.doubt ??= 'hidden-text'
    if (text !== '') runs.push({ properties: settings.look, text, pictures: [] })
  }
  endInstructions(state)
  const { isDeleted, isHidden } = settingsOf(mark, isHiddenByStyle, state)
  return { runs, boxes, mark: isDeleted ? 'deleted' : isHidden ? 'hidden' : 'kept' }
}

/** Counts the changes that begin with this text. */
function settingsOf(
  span: TextSpan,
  isHiddenByStyle: boolean,
  state: SettleState,
): CharacterSettings {
  const settings = readCharacterSettings(span.character, isHiddenByStyle, state.styles)
  state.revisions += Number(settings.isDeleted && !state.before.isDeleted)
  state.revisions += Number(settings.isInserted && !state.before.isInserted)
  const { isDeleted, isInserted } = settings
  state.before = { isDeleted, isInserted, isHidden: state.before.isHidden }
  return settings
}

/** The text that a person sees of a span. */
function settleText(
  span: TextSpan,
  settings: CharacterSettings,
  state: SettleState,
  boxes: SettledBlock[],
): string {
  if (settings.isDeleted) {
    dropText(span, state)
    return ''
  }
  const outerDoubt = state.doubt
  const text = SPECIAL.test(span.text)
    ? readSpecial(span, settings, state, boxes)
    : outsideInstruction(span.text, state)
  if (!settings.isHidden) {
    state.before = { ...state.before, isHidden: false }
    // What colour the cell has is not read; white figures on a dark ground are hardly found.
    const isOdd = settings.isMarked ? text.trim() !== '' : settings.isWhite && /\d/.test(text)
    if (isOdd) state.doubt ??= 'hidden-text'
    return text
  }
  state.doubt = outerDoubt
  if (text.trim() === '') return ''
  state.doubt ??= 'hidden-text'
  state.hiddenTexts += Number(!state.before.isHidden)
  state.before = { ...state.before, isHidden: true }
  return ''
}

/** A deletion is left out, but what it holds still is in the file: comments, and text boxes that hang on it. */
function dropText({ text, start }: TextSpan, state: SettleState): void {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charAt(index) === COMMENT) state.comments += 1
    if (text.charAt(index) === ANCHOR) state.boxesAt(start + index)
  }
}

/** The text, or nothing where it only tells a field what to do. */
function outsideInstruction(text: string, state: SettleState): string {
  if (!isInInstruction(state)) return text
  const field = state.fields.at(-1)
  if (field !== undefined) field.instruction += text
  return ''
}

/** Characters that are no text of their own; the bracket is one where the formatting says so. */
const SPECIAL = /[\p{Cc}(]/u

const PICTURE = '\u0001'
const COMMENT = '\u0005'
const ANCHOR = '\u0008'
const FIELD_BEGIN = '\u0013'
const FIELD_RESULT = '\u0014'
const FIELD_END = '\u0015'
const SYMBOL = '('

/** What stands for characters that Word draws in its own way, or not at all. */
const DRAWN: ReadonlyMap<string, string> = new Map([
  ['\t', '\t'],
  ['\v', '\n'],
  ['\f', '\n'],
  ['\u000e', '\n'],
  ['\u001e', '-'],
  ['\u001f', ''],
])

/** Numbers of notes and the line above them, which belong to no text. */
const NOTE_MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0003', '\u0004', COMMENT])

function readSpecial(
  span: TextSpan,
  settings: CharacterSettings,
  state: SettleState,
  boxes: SettledBlock[],
): string {
  let shown = ''
  for (let index = 0; index < span.text.length; index += 1) {
    const character = span.text.charAt(index)
    if (FIELD_MARKS.has(character)) followField(character, state)
    else if (isInInstruction(state)) outsideInstruction(character, state)
    else if (character === ANCHOR) addBoxes(boxes, span.start + index, settings, state)
    else if (character === SYMBOL && settings.isSpecial) shown += signOf(settings.symbol, state)
    else if (character >= ' ') shown += character
    else shown += DRAWN.get(character) ?? noteSpecial(character, settings, state)
  }
  return shown
}

/** A picture or object in line with the text may be a number that cannot be read, and so may an unknown character. */
function noteSpecial(
  character: string,
  { isSpecial, isData }: CharacterSettings,
  state: SettleState,
): string {
  const isNote = isSpecial && NOTE_MARKS.has(character)
  if (isNote && character === COMMENT) state.comments += 1
  const isSilent = isNote || (character === PICTURE && isData)
  if (!isSilent) state.doubt ??= 'hidden-text'
  return ''
}

const FIELD_MARKS: ReadonlySet<string> = new Set([FIELD_BEGIN, FIELD_RESULT, FIELD_END])

function isInInstruction({ fields }: SettleState): boolean {
  return fields.some(({ part }) => part === 'instruction')
}

/** A text box over a table belongs to no cell for sure. */
function addBoxes(
  boxes: SettledBlock[],
  position: number,
  { isHidden, isSpecial }: CharacterSettings,
  state: SettleState,
): void {
  if (!isSpecial) state.doubt ??= 'hidden-text'
  for (const block of state.boxesAt(position)) {
    if (isHidden) return
    state.doubt ??= 'crosses-border'
    boxes.push(block)
  }
}

const SIGN_BASE = 16

function signOf(symbol: FontSymbol | undefined, state: SettleState): string {
  const text =
    symbol === undefined
      ? undefined
      : symbolText(state.fontNames[symbol.font], symbol.code.toString(SIGN_BASE))
  if (text === undefined) state.doubt ??= 'hidden-text'
  return text ?? ''
}

/** Fields that only leave a mark for an index or a table of contents, and never show anything. */
const SILENT_FIELD = /^\s*(?:xe|tc|rd|ta|private|set|ask)\b|^\s*$/i
/** The chosen entry of a drop-down field stands in another stream, not in the field's result. */
const DROP_DOWN_FIELD = /^\s*formdropdown\b/i

/** Deeper than any program nests fields. */
const DEEPEST_FIELD = 100

function followField(mark: string, state: SettleState): void {
  const field = state.fields.at(-1)
  const isBegin = mark === FIELD_BEGIN
  if (isBegin ? state.fields.length >= DEEPEST_FIELD : field === undefined) {
    // Of a field without a beginning nobody knows what was to be seen.
    state.doubt ??= 'hidden-text'
  } else if (isBegin) state.fields.push({ part: 'instruction', instruction: '' })
  else if (mark === FIELD_RESULT && field !== undefined) field.part = 'result'
  else if (field !== undefined) endField(field, state)
}

function endField(field: Field, state: SettleState): void {
  state.fields.pop()
  // Without a result the program computes what it shows (`EQ \o(○,1)`).
  const isShown = field.part === 'instruction' && !SILENT_FIELD.test(field.instruction)
  if ((isShown || DROP_DOWN_FIELD.test(field.instruction)) && !isInInstruction(state)) {
    state.doubt ??= 'hidden-text'
  }
}

/** An instruction that never came to its result would swallow the rest of the document. */
function endInstructions(state: SettleState): void {
  if (!isInInstruction(state)) return
  state.doubt ??= 'hidden-text'
  for (const field of state.fields) field.part = 'result'
}
