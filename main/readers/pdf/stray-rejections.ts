import { setImmediate } from 'node:timers/promises'

/** What pdf.js calls its own exceptions about a broken file, and about one that was closed in the middle of it. */
const OF_THE_PARSER: ReadonlySet<string> = new Set([
  'AbortException',
  'FormatError',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
])

/**
 * Runs a reading during which pdf.js may drop a promise that fails (it asks ahead for the objects of a page tree and
 * forgets those it does not come to), or leave pages half read when it is closed. Node would end the whole thread for it; the reading itself meets the broken
 * object again where it matters.
 */
export async function withoutStrayRejections<T>(read: () => Promise<T>): Promise<T> {
  const swallow = (reason: unknown): void => {
    const isParsers = reason instanceof Error && OF_THE_PARSER.has(reason.name)
    if (!isParsers) throw reason
  }
  process.on('unhandledRejection', swallow)
  try {
    return await read()
  } finally {
    // Node tells of a rejection only after all that is ready to run has run.
    await setImmediate()
    process.off('unhandledRejection', swallow)
  }
}
