/** An HTML table in a text: from its opening tag to behind its closing one; lines and columns from 0. */
export interface TagPair {
  readonly start: TagPosition
  readonly end: TagPosition
}

export interface TagPosition {
  readonly line: number
  readonly column: number
}

/** HTML tables by the line in which they begin, in order. */
export type TablesByLine = ReadonlyMap<number, readonly TagPair[]>

/** The outermost HTML tables of a text; tags without a partner are text. */
export function tablesInText(lines: readonly string[]): TablesByLine {
  return Map.groupBy(outermostPairs(lines), ({ start }) => start.line)
}

function outermostPairs(lines: readonly string[]): readonly TagPair[] {
  const pairs: TagPair[] = []
  const open: TagPosition[] = []
  lines.forEach((text, line) => {
    if (!text.includes('<')) return
    for (const { index, 0: tag } of text.matchAll(TAG)) {
      if (!tag.startsWith('</')) open.push({ line, column: index })
      const start = tag.startsWith('</') ? open.pop() : undefined
      if (start !== undefined) addOuter(pairs, { start, end: { line, column: index + tag.length } })
    }
  })
  return pairs
}

const TAG = /<table\b|<\/table\s{0,9}>/gi

/** Tables inside the new one were closed before it. */
function addOuter(pairs: TagPair[], pair: TagPair): void {
  for (let last = pairs.at(-1); last !== undefined; last = pairs.at(-1)) {
    if (isBefore(last.start, pair.start)) break
    pairs.pop()
  }
  pairs.push(pair)
}

const isBefore = (a: TagPosition, b: TagPosition): boolean =>
  a.line < b.line || (a.line === b.line && a.column < b.column)
