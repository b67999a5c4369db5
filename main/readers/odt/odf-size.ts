import type { ReadError } from '../../../shared/read-error.ts'
import { WIDEST_SPAN } from './lay-out-table.ts'
import { countOf, type OdfElement } from './odf-tree.ts'

/**
 * What a document becomes once everything that it says is repeated has been written out: a few bytes can stand for
 * millions of cells. To be asked before anything is written out.
 */
export function sizeError(body: OdfElement): ReadError | undefined {
  const size = sizeOf(body)
  if (size.rows > MOST_ROWS || size.slots > MOST_SLOTS) return { code: 'too-large', limit: 'table' }
  return size.characters > MOST_CHARACTERS ? { code: 'too-large', limit: 'unpacked' } : undefined
}

/** Table rows of the document. */
const MOST_ROWS = 20_000
/** Places that its cells take, across and downward. */
const MOST_SLOTS = 1_000_000
/** A report has some ten thousand. */
const MOST_CHARACTERS = 20_000_000

interface Size {
  readonly rows: number
  readonly slots: number
  readonly characters: number
}

/** The tree's depth is limited by its parser. */
function sizeOf(element: OdfElement): Size {
  let { rows, slots, characters } = ownSize(element)
  for (const node of element.content) {
    if (typeof node === 'string') {
      characters += node.length
      continue
    }
    const inner = sizeOf(node)
    rows += inner.rows
    slots += inner.slots
    characters += inner.characters
  }
  const times = repetitions(element)
  return { rows: rows * times, slots: slots * times, characters: characters * times }
}

function ownSize(element: OdfElement): Size {
  switch (element.name) {
    case 'table:table-row':
      return { rows: 1, slots: 0, characters: 0 }
    case 'table:table-cell': {
      const across = Math.min(countOf(element, 'table:number-columns-spanned'), WIDEST_SPAN)
      const down = Math.min(countOf(element, 'table:number-rows-spanned'), MOST_ROWS)
      return { rows: 0, slots: across + down, characters: 0 }
    }
    case 'table:covered-table-cell':
      return { rows: 0, slots: 1, characters: 0 }
    case 'text:s':
      return { rows: 0, slots: 0, characters: countOf(element, 'text:c') }
    default:
      return NOTHING
  }
}

const NOTHING: Size = { rows: 0, slots: 0, characters: 0 }

function repetitions(element: OdfElement): number {
  if (element.name === 'table:table-row') return countOf(element, 'table:number-rows-repeated')
  return CELLS.has(element.name) ? countOf(element, 'table:number-columns-repeated') : 1
}

const CELLS: ReadonlySet<string> = new Set(['table:table-cell', 'table:covered-table-cell'])
