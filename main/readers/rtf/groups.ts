import type { Destination } from './destinations.ts'
import { type Format, PLAIN_FORMAT } from './format.ts'

/** Where the characters of a group go; `nowhere` they should not be, and a person must look. */
export type Sink = 'body' | 'numbering' | 'instruction' | 'fonts' | 'styles' | 'nothing' | 'nowhere'

/** A field whose end has not been reached. */
export interface OpenField {
  instruction: string
  /** How much text had been shown when it began. */
  readonly shownBefore: number
}

/** What holds between two braces. */
export interface Group {
  format: Format
  sink: Sink
  /** Where text boxes inside a drawing are read to; undefined outside drawings. */
  shapeSink: Sink | undefined
  /** Where the Unicode twin of a group is read to; undefined outside pairs. */
  pairSink: Sink | undefined
  /** Row definitions are of a table inside a cell. */
  isNestedRow: boolean
  /** The innermost field around. */
  field: OpenField | undefined
  /** What ends with this group, beside its format. */
  ends: 'field' | 'text-box' | undefined
}

/** The group around the whole file. */
export function outermostGroup(): Group {
  return {
    format: PLAIN_FORMAT,
    sink: 'nothing',
    shapeSink: undefined,
    pairSink: undefined,
    isNestedRow: false,
    field: undefined,
    ends: undefined,
  }
}

/** A group inside another takes over all but its end. */
export function groupInside(group: Group): Group {
  return { ...group, ends: undefined }
}

/** What a destination makes of its group; false where the group is not read. */
export function enterGroup(group: Group, destination: Destination, shown: number): boolean {
  switch (destination) {
    case 'skipped':
    case 'colours':
    case 'apart':
    case 'unreadable':
    case 'comment':
      return false
    case 'fonts':
    case 'styles':
    case 'numbering':
    case 'instruction':
      if (group.sink !== 'nothing') group.sink = destination
      return true
    case 'no-text':
      if (group.sink === 'body') group.sink = 'nowhere'
      return true
    case 'field':
      group.field = { instruction: '', shownBefore: shown }
      group.ends = 'field'
      return true
    case 'shape':
      group.shapeSink = group.sink
      group.sink = 'nothing'
      return true
    case 'text-box':
      if (group.shapeSink !== 'body') return false
      group.sink = 'body'
      group.format = { ...group.format, tableDepth: 0 }
      group.isNestedRow = false
      group.shapeSink = undefined
      group.ends = 'text-box'
      return true
    case 'unicode-pair':
      group.pairSink = group.sink
      group.sink = 'nothing'
      return true
    case 'unicode-text':
      group.sink = group.pairSink ?? group.sink
      return true
    case 'nested-row':
      group.isNestedRow = true
      return true
  }
}
