import { trimEdges } from '../text/edge-space.ts'
import type { FlowPiece } from './flow-blocks.ts'

/** The text between two line breaks, put together from the nodes of an inline run as a browser would show it. */
export interface LineBuilder {
  /** Adds text as white space in the source is shown: as one space at most. */
  readonly add: (text: string, piece: FlowPiece) => void
  /** Adds text of which every character counts; line breaks must have been taken out. */
  readonly addRaw: (text: string, piece: FlowPiece) => void
  /** Sets apart what stands beside an inline block. */
  readonly addSpace: () => void
  /** Adds to the number that an office program wrote before the text. */
  readonly addNumber: (text: string) => void
  /** The line so far, trimmed, and starts a new one; undefined where nothing stands in it. */
  readonly take: () => BuiltLine | undefined
}

export interface BuiltLine {
  readonly text: string
  readonly number: string
  readonly pieces: readonly FlowPiece[]
}

/** A new, empty line. */
export function createLine(): LineBuilder {
  let text = ''
  let number = ''
  let pieces: FlowPiece[] = []
  let endsWithSpace = true
  const append = (part: string, piece: FlowPiece) => {
    if (part === '') return
    text += part
    if (part !== ' ') pieces.push(piece)
  }
  return {
    add: (source, piece) => {
      let part = SPACES.test(source) ? source.replace(ALL_SPACES, ' ') : source
      if (endsWithSpace && part.startsWith(' ')) part = part.slice(1)
      if (part === '') return
      endsWithSpace = part.endsWith(' ')
      append(part.includes('\u00a0') ? part.replaceAll('\u00a0', ' ') : part, piece)
    },
    addRaw: (source, piece) => {
      endsWithSpace = false
      append(source.replaceAll('\u00a0', ' '), piece)
    },
    addSpace: () => {
      if (!endsWithSpace) text += ' '
      endsWithSpace = true
    },
    addNumber: (source) => {
      number += source
    },
    take: () => {
      const line = { text: trimEdges(text), number: trimEdges(number), pieces }
      text = ''
      pieces = []
      endsWithSpace = true
      if (line.text === '') return undefined
      number = ''
      return line
    },
  }
}

/** White space that HTML collapses; a no-break space and an ideographic space stay. */
const SPACES = /[\t\n\f\r]| {2}/
const ALL_SPACES = /[ \t\n\f\r]+/g
