import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { withoutControls } from '../odd-text.ts'
import type { SettledDocument } from '../settled/settled.ts'
import { BodyWriter } from './body-writer.ts'
import type { DecodedText } from './code-pages.ts'
import { type Destination, destinationOf } from './destinations.ts'
import { isFaint, whitesIn } from './faint-text.ts'
import { Fallback } from './fallback.ts'
import { fieldSymbol } from './field-symbol.ts'
import { FontTable } from './fonts.ts'
import { formatAfter } from './format.ts'
import { enterGroup, type Group, groupInside, type OpenField, outermostGroup } from './groups.ts'
import { SPECIAL_CHARACTERS } from './special-characters.ts'
import { StyleLevels } from './styles.ts'
import { type ControlWord, type RtfToken, type TextToken, TokenReader } from './tokens.ts'
import { WordCheck } from './word-check.ts'

/**
 * The text of an RTF file as it stands once every tracked change is accepted and hidden text is left out. `start` is
 * where its first brace is. A file without its last brace was cut off.
 */
export function settleRtf(bytes: Uint8Array, start: number): Result<SettledDocument, ReadError> {
  const settler = new RtfSettler(bytes, start)
  return settler.settle()
}

/** Word nests some dozens of groups; what Outlook makes of a web page has some thousands. */
const MOST_GROUPS_DEEP = 10_000

const BROKEN: ReadError = { code: 'damaged', reason: 'broken' }

class RtfSettler {
  readonly #bytes: Uint8Array
  readonly #tokens: TokenReader
  readonly #fonts = new FontTable()
  readonly #styles = new StyleLevels()
  readonly #body = new BodyWriter(this.#styles)
  #whites: ReadonlySet<number> = new Set()
  readonly #fallback = new Fallback()
  readonly #check: WordCheck
  /** The groups around the current one, outermost first. */
  readonly #outer: Group[] = []
  #group = outermostGroup()
  #isStarred = false
  #error: ReadError | undefined

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes
    this.#tokens = new TokenReader(bytes, start)
    this.#check = new WordCheck(bytes)
  }

  settle(): Result<SettledDocument, ReadError> {
    do {
      const token = this.#tokens.next()
      if (token === undefined) return failure(BROKEN)
      this.#take(token)
      const error = this.#error ?? this.#body.error
      if (error !== undefined) return failure(error)
    } while (this.#outer.length > 0)
    if (hasMarkup(this.#bytes.subarray(this.#tokens.position))) return failure(BROKEN)
    return success(this.#body.finish(this.#group.format))
  }

  #take(token: RtfToken): void {
    const isStarred = this.#isStarred
    this.#isStarred = token.kind === 'star'
    if (token.kind === 'text') {
      this.#text(token)
      return
    }
    this.#fallback.end()
    switch (token.kind) {
      case 'open':
        this.#open()
        return
      case 'close':
        this.#close()
        return
      case 'damage':
        this.#show(UNREADABLE)
        return
      case 'word':
        this.#word(token, isStarred)
    }
  }

  #open(): void {
    if (this.#outer.length >= MOST_GROUPS_DEEP) {
      this.#error = { code: 'too-large', limit: 'nesting' }
      return
    }
    this.#outer.push(this.#group)
    this.#group = groupInside(this.#group)
    // The document's own group; what stands before it is nothing.
    if (this.#outer.length === 1) this.#group.sink = 'body'
  }

  #close(): void {
    const { ends, field, format } = this.#group
    const group = this.#outer.pop()
    if (group === undefined) return
    this.#group = group
    if (ends === 'text-box') this.#body.closeBox(format)
    if (ends === 'field' && field !== undefined) this.#endField(field)
  }

  /** A field that shows a sign without writing it down; a person must look at others without a result. */
  #endField({ instruction, shownBefore }: OpenField): void {
    if (this.#group.sink !== 'body' || this.#body.shown > shownBefore) return
    const sign = fieldSymbol(instruction)
    this.#show({ text: sign ?? '', isSound: sign !== undefined })
  }

  #word(word: ControlWord, isStarred: boolean): void {
    const destination = destinationOf(word.name)
    // The document itself is no destination, and never unknown.
    const isInside = this.#outer.length > 1
    if (isInside && destination !== undefined) this.#enter(destination)
    else if (isInside && isStarred) this.#skipGroup('skipped')
    else if (word.name === 'u') this.#unicode(word.parameter)
    else this.#apply(word)
  }

  #enter(destination: Destination): void {
    const isBody = this.#group.sink === 'body'
    if (isBody && destination === 'comment') this.#body.comments += 1
    if (isBody && destination === 'unreadable') this.#body.doubt()
    if (!enterGroup(this.#group, destination, this.#body.shown)) this.#skipGroup(destination)
    else if (destination === 'text-box') this.#body.openBox()
  }

  #skipGroup(destination: Destination): void {
    const start = this.#tokens.position
    const skipped = this.#tokens.skipGroup()
    if (destination === 'colours') {
      this.#whites = whitesIn(this.#bytes.subarray(start, this.#tokens.position))
    }
    // A lost brace made the group go on into the table around it.
    const isTorn = destination === 'skipped' && this.#group.format.tableDepth > 0
    if (skipped === undefined || (isTorn && skipped.holdsCells)) this.#error = BROKEN
    else this.#close()
  }

  #apply(word: ControlWord): void {
    const { sink, format, isNestedRow } = this.#group
    if (sink === 'body' && this.#body.isInTable(format)) this.#checkWord(word)
    if (sink === 'fonts') this.#fonts.applyEntryWord(word)
    else if (sink === 'styles') this.#styles.applyEntryWord(word)
    else {
      const character = SPECIAL_CHARACTERS.get(word.name)
      if (character !== undefined) this.#show({ text: character, isSound: true })
      else if (sink !== 'body' || !this.#body.apply(word, format, isNestedRow)) {
        this.#group.format = formatAfter(format, word)
        this.#fonts.applyHeaderWord(word)
      }
    }
  }

  /** What a damaged word does outside tables, a person sees. */
  #checkWord(word: ControlWord): void {
    const isSuspect = this.#check.isSuspect(word, (font) => this.#fonts.has(font))
    // Programs say what a paragraph is like before they write it; what stands before is the scrap of another word.
    const isLate = PARAGRAPH_STARTS.has(word.name) && this.#body.hasParagraphText
    if (isSuspect || isLate) this.#body.doubt()
  }

  /** Code units from 32768 on are written as negative numbers; some programs write them, and more, as they are. */
  #unicode(parameter: number | undefined): void {
    const code = parameter === undefined || parameter >= 0 ? parameter : parameter + 0x10000
    if (code === undefined || code < 0 || code > LAST_CODE_POINT) {
      this.#show(UNREADABLE)
      return
    }
    const { format } = this.#group
    const decoded = this.#fonts.decodeUnicode(code, format)
    this.#show(decoded)
    this.#fallback.expect(format.fallbackLength, decoded.text)
  }

  #text({ bytes, isRaw }: TextToken): void {
    if (isRaw && this.#check.escapesBytes) this.#show(UNREADABLE)
    const { format } = this.#group
    const decode = (some: Uint8Array) => this.#fonts.decode(some, format)
    const length = this.#fallback.lengthIn(bytes, decode)
    if (this.#fallback.losesDigit(bytes.subarray(0, length))) this.#show(UNREADABLE)
    if (length < bytes.length) this.#show(decode(bytes.subarray(length)))
  }

  #show(decoded: DecodedText): void {
    const { sink, format, field } = this.#group
    switch (sink) {
      case 'body':
        this.#body.write(withoutUnseen(decoded), format)
        if (isFaint(decoded.text, format, this.#whites)) this.#body.doubt()
        return
      case 'numbering':
        this.#body.writeNumber(withoutControls(decoded.text))
        return
      case 'instruction':
        if (field !== undefined) field.instruction += decoded.text
        return
      case 'fonts':
        this.#fonts.addEntryText(decoded.text)
        return
      case 'styles':
        this.#styles.addEntryText(decoded.text)
        return
      case 'nowhere':
        this.#body.doubt()
        return
      case 'nothing':
    }
  }
}

const LAST_CODE_POINT = 0x10ffff

const PARAGRAPH_STARTS: ReadonlySet<string> = new Set(['pard', 'trowd'])

/** Something is shown that cannot be told. */
const UNREADABLE: DecodedText = { text: '', isSound: false }

const withoutUnseen = (decoded: DecodedText): DecodedText => {
  const text = withoutControls(decoded.text)
  return text === decoded.text ? decoded : { text, isSound: false }
}

/** Whether more than filling follows: the brace that ended the document was not its last. */
function hasMarkup(rest: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(rest)
  return /[{}]|\\[a-z]/i.test(text)
}
