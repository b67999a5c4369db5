import { fieldOf } from './untyped.ts'

/** Keeps book of the pages whose operator list broke off. */
export interface PageFailures {
  /** Page numbers, from 1. */
  readonly pages: ReadonlySet<number>
  /** Sees what is asked of the parsing half. */
  readonly seeRequest: (message: unknown) => void
  /** Sees what it answers. */
  readonly seeAnswer: (message: unknown) => void
}

/**
 * pdf.js hands out what it has of an operator list when the list breaks off, as if it were whole. That it broke
 * off is told only by the message that ends its stream with a reason.
 */
export function watchPageFailures(): PageFailures {
  const pages = new Set<number>()
  const pageOfStream = new Map<unknown, number>()
  return {
    pages,
    seeRequest: (message) => {
      const index = fieldOf(fieldOf(message, 'data'), 'pageIndex')
      if (fieldOf(message, 'action') === 'GetOperatorList' && typeof index === 'number')
        pageOfStream.set(fieldOf(message, 'streamId'), index + 1)
    },
    seeAnswer: (message) => {
      const page = pageOfStream.get(fieldOf(message, 'streamId'))
      if (page !== undefined && fieldOf(message, 'reason') !== undefined) pages.add(page)
    },
  }
}
