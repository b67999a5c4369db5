import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  type ParserOptions,
  parse,
  parseFragment,
  type TreeAdapter,
} from 'parse5'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { Document, DocumentFragment, Element } from './tree.ts'

/** Elements inside each other, more than which no page has; browsers stop at 512. */
const MAX_DEPTH = 10_000

/** Rows of a table, more than which no report has. */
export const MAX_ROWS = 20_000

/** A page has a few thousand. Few bytes can unfold to many elements: unclosed formatting is repeated in each block. */
const MAX_ELEMENTS = 1_000_000

/** A whole page as a tree; fails with `too-large` before the tree outgrows the memory. */
export const parseHtml = (html: string): Result<Document, ReadError> =>
  withLimits((options) => parse(html, options))

/** A piece of a page, each node with its place in the source. */
export const parseLocatedFragment = (html: string): Result<DocumentFragment, ReadError> =>
  withLimits((options) => parseFragment(html, { ...options, sourceCodeLocationInfo: true }))

type Options = ParserOptions<DefaultTreeAdapterMap>

function withLimits<T>(run: (options: Options) => T): Result<T, ReadError> {
  try {
    return success(run({ treeAdapter: limitingAdapter() }))
  } catch (error) {
    // Throwing is the only way to stop parse5 midway.
    if (error instanceof LimitExceeded) {
      return failure({ code: 'too-large', limit: error.limit })
    }
    throw error
  }
}

class LimitExceeded extends Error {
  readonly limit: 'nesting' | 'table'

  constructor(limit: 'nesting' | 'table') {
    super(limit)
    this.limit = limit
  }
}

function limitingAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0
  let elements = 0
  let rows = 0
  return {
    ...defaultTreeAdapter,
    createElement: (tagName, namespaceURI, attrs): Element => {
      if (tagName === 'tr') rows++
      if (++elements > MAX_ELEMENTS) throw new LimitExceeded(rows > MAX_ROWS ? 'table' : 'nesting')
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs)
    },
    onItemPush: () => {
      if (++depth > MAX_DEPTH) throw new LimitExceeded('nesting')
    },
    onItemPop: () => {
      depth--
    },
  }
}
