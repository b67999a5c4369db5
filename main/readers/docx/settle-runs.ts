import {
  attributeOf,
  childOf,
  childrenNamed,
  integerOf,
  settingOf,
  toggleOf,
  type XmlElement,
} from '../ooxml/xml-tree.ts'
import { isMarkedText, lookOf } from '../settled/run-look.ts'
import type { SettledRun } from '../settled/settled.ts'
import type { ParagraphStyle } from '../settled/styles.ts'
import { symbolText } from '../settled/symbols.ts'
import { chooseBranch, type OpenField, type SettleState, visitContent } from './settle-state.ts'

export interface ParagraphContent {
  readonly runs: readonly SettledRun[]
  /** `w:txbxContent` of the text boxes anchored here, in order. */
  readonly boxes: readonly XmlElement[]
}

/** The visible runs of a paragraph, and the text boxes that hang on it. */
export function settleRuns(
  paragraph: XmlElement,
  style: ParagraphStyle,
  state: SettleState,
): ParagraphContent {
  const runs: SettledRun[] = []
  const boxes: XmlElement[] = []
  visitContent(paragraph, state, (child) => {
    if (child.name === 'w:r') {
      const run = settleRun(child, style, state, boxes)
      if (run !== undefined) runs.push(run)
    } else if (child.name === 'm:oMath' || child.name === 'm:oMathPara') {
      runs.push({ properties: undefined, text: mathText(child), pictures: [] })
      // A fraction or a power reads as its digits in a row: a person must look.
      state.doubt ??= 'hidden-text'
    }
  })
  // An instruction that never came to its result would swallow the rest of the document.
  state.fields = state.fields.map((field) => ({ ...field, part: 'result' }))
  return { runs, boxes }
}

interface RunParts {
  text: string
  readonly pictures: string[]
  readonly boxes: XmlElement[]
}

function settleRun(
  run: XmlElement,
  style: ParagraphStyle,
  state: SettleState,
  boxes: XmlElement[],
): SettledRun | undefined {
  const properties = childOf(run, 'w:rPr')
  const parts: RunParts = { text: '', pictures: [], boxes: [] }
  const outerDoubt = state.doubt
  visitContent(run, state, (child) => addRunPart(child, parts, state))
  parts.text = withSigns(parts.text, properties, state)
  const isEmpty = parts.text === '' && parts.pictures.length === 0 && parts.boxes.length === 0
  if (isEmpty) return undefined
  if (isHiddenText(properties, style, state)) {
    state.doubt = outerDoubt
    noteHidden(parts, state)
    return undefined
  }
  boxes.push(...parts.boxes)
  if (parts.text === '' && parts.pictures.length === 0) return undefined
  if (parts.text.trim() !== '' && isMarked(properties, parts.text, style, state)) {
    state.doubt ??= 'hidden-text'
  }
  return { properties, text: parts.text, pictures: parts.pictures }
}

function noteHidden(parts: RunParts, state: SettleState): void {
  if (parts.text.trim() === '' && parts.boxes.length === 0) return
  state.hiddenTexts += 1
  state.doubt ??= 'hidden-text'
}

/** Whether the text looks otherwise than it reads, by its own formatting or by that of a style. */
function isMarked(
  properties: XmlElement | undefined,
  text: string,
  style: ParagraphStyle,
  state: SettleState,
): boolean {
  const character = settingOf(properties, 'w:rStyle')
  const byCharacter = character === undefined ? {} : state.styles.characterLook(character)
  const look = { ...style.look, ...byCharacter, ...lookOf(properties) }
  return isMarkedText(look, state.background) || (isPictureFont(properties) && /\d/.test(text))
}

/** Fonts that show a little picture for each letter and digit; `Symbol` has digits of its own. */
function isPictureFont(properties: XmlElement | undefined): boolean {
  return /^(?:wingdings|webdings)/i.test(
    attributeOf(childOf(properties, 'w:rFonts'), 'w:ascii') ?? '',
  )
}

/**
 * What the run says itself decides. Else the document's default hides; else hidden is a toggle: a paragraph
 * style and a character style that both hide show the text again (ECMA-376 part 1, 17.7.3).
 */
function isHiddenText(
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  state: SettleState,
): boolean {
  const own = toggleOf(properties, 'w:vanish')
  if (own !== undefined) return own
  if (state.styles.isHiddenByDefault) return true
  const character = settingOf(properties, 'w:rStyle')
  const byCharacter = character !== undefined && state.styles.isCharacterHidden(character) === true
  return byCharacter !== (style.isHidden === true)
}

function addRunPart(child: XmlElement, parts: RunParts, state: SettleState): void {
  switch (child.name) {
    case 'w:fldChar':
      parts.text += fieldText(child, state)
      return
    case 'w:instrText':
      addInstruction(child.text, state)
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      addDrawing(child, parts, state)
      return
    case 'w:ruby':
      addRubyBase(child, parts, state)
      return
    case 'w:sym':
      if (!isInInstruction(state)) parts.text += knownSymbol(child, state)
      return
    default:
      if (!isInInstruction(state)) parts.text += plainText(child)
  }
}

function plainText(child: XmlElement): string {
  switch (child.name) {
    case 'w:t':
      return writtenText(child)
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    default:
      return ''
  }
}

/** Word drops the white space around a text unless told to keep it, and shows a line break in it as a space. */
function writtenText(element: XmlElement): string {
  const text = element.text.replace(/[\t\r\n]/g, ' ')
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^ +| +$/g, '')
}

function isInInstruction(state: SettleState): boolean {
  return state.fields.some(({ part }) => part === 'instruction')
}

/** Follows a field; the only text of its own is the chosen entry of an old drop-down field. */
function fieldText(mark: XmlElement, state: SettleState): string {
  const type = mark.attributes['w:fldCharType']
  if (type === 'begin') {
    const text = isInInstruction(state) ? '' : dropDownText(mark)
    state.fields.push({ part: 'instruction', instruction: '' })
    return text
  }
  const field = state.fields.at(-1)
  if (field === undefined) return ''
  if (type === 'separate') state.fields.splice(-1, 1, { ...field, part: 'result' })
  if (type === 'end') {
    state.fields.pop()
    if (isDrawn(field) && !isInInstruction(state)) state.doubt ??= 'hidden-text'
  }
  return ''
}

/** Whether Word reckons anew what the field shows, so that it stands nowhere in the file (`EQ \\o(○,1)`). */
function isDrawn({ part, instruction }: OpenField): boolean {
  const isUnanswered = part === 'instruction' && !SILENT_FIELD.test(instruction)
  return isUnanswered || DRAWN_FIELD.test(instruction)
}

/** They show nothing, or what they show is read elsewhere; one without an instruction is none. */
const SILENT_FIELD = /^\s*(?:xe|tc|rd|ta|private|set|ask|formdropdown)\b|^\s*$/i
/** Whatever result stands behind them, Word does not show it. */
const DRAWN_FIELD = /^\s*(?:eq|symbol|listnum|autonum\w*)\b/i

function addInstruction(text: string, state: SettleState): void {
  const field = state.fields.at(-1)
  if (field?.part !== 'instruction') return
  state.fields.splice(-1, 1, { ...field, instruction: field.instruction + text })
}

function dropDownText(mark: XmlElement): string {
  const list = childOf(childOf(mark, 'w:ffData'), 'w:ddList')
  if (list === undefined) return ''
  const chosen =
    integerOf(settingOf(list, 'w:result')) ?? integerOf(settingOf(list, 'w:default')) ?? 0
  return attributeOf(childrenNamed(list, 'w:listEntry')[chosen], 'w:val') ?? ''
}

function knownSymbol(symbol: XmlElement, state: SettleState): string {
  const text = symbolText(symbol.attributes['w:font'], symbol.attributes['w:char'])
  if (text === undefined) state.doubt ??= 'hidden-text'
  return text ?? ''
}

/** Old programs write the signs of a symbol font as characters of a private area. */
function withSigns(text: string, properties: XmlElement | undefined, state: SettleState): string {
  return text.replace(/[\uf020-\uf0ff]/g, (character) => {
    const font = attributeOf(childOf(properties, 'w:rFonts'), 'w:ascii')
    const sign = symbolText(font, character.charCodeAt(0).toString(HEXADECIMAL))
    if (sign === undefined) state.doubt ??= 'hidden-text'
    return sign ?? character
  })
}

const HEXADECIMAL = 16

function addRubyBase(ruby: XmlElement, parts: RunParts, state: SettleState): void {
  const base = childOf(ruby, 'w:rubyBase')
  if (base === undefined) return
  visitContent(base, state, (run) => {
    if (run.name === 'w:r') visitContent(run, state, (child) => addRunPart(child, parts, state))
  })
}

/** Text boxes become text; a picture or object in line with the text may be a number that cannot be read. */
function addDrawing(drawing: XmlElement, parts: RunParts, state: SettleState): void {
  const boxesBefore = parts.boxes.length
  searchDrawing(drawing, parts, state)
  const isText = parts.boxes.length > boxesBefore
  if (!isText && isInline(drawing)) state.doubt ??= 'hidden-text'
}

function searchDrawing(element: XmlElement, parts: RunParts, state: SettleState): void {
  for (const child of element.children) {
    if (child.name === 'w:txbxContent') parts.boxes.push(child)
    else if (child.name === 'mc:AlternateContent') {
      const branch = chooseBranch(child, state)
      if (branch !== undefined) searchDrawing(branch, parts, state)
    } else {
      const picture = pictureIn(child)
      if (picture !== undefined) parts.pictures.push(picture)
      searchDrawing(child, parts, state)
    }
  }
}

function pictureIn(element: XmlElement): string | undefined {
  if (element.name === 'a:blip') return element.attributes['r:embed']
  return element.name === 'v:imagedata' ? element.attributes['r:id'] : undefined
}

function isInline(drawing: XmlElement): boolean {
  if (drawing.name === 'w:object') return true
  if (drawing.name === 'w:drawing') return childOf(drawing, 'wp:inline') !== undefined
  return drawing.children.some(
    (shape) =>
      (shape.name === 'v:shape' || shape.name === 'v:rect') &&
      !(attributeOf(shape, 'style') ?? '').includes('position:absolute'),
  )
}

function mathText(element: XmlElement): string {
  if (element.name === 'm:t') return element.text
  return element.children.map(mathText).join('')
}
