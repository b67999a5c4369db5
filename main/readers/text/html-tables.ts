import type { Block, Place } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import { readFlow } from '../html/flow.ts'
import { modelOf } from '../html/flow-document.ts'
import { parseLocatedFragment } from '../html/parse-html.ts'
import { isElement, isText, type Node } from '../html/tree.ts'
import type { Recognised } from './blocks.ts'
import { isEmptyLine } from './line-kinds.ts'
import { readLine } from './paragraph-lines.ts'
import type { TablesByLine, TagPair } from './table-tags.ts'

/**
 * The tables written as HTML that begin in the line `at`, and the text before, between and behind them. A place spans what stands between a cell's tags.
 */
export function readHtmlTables(
  lines: readonly string[],
  at: number,
  tables: TablesByLine,
): Result<Recognised, ReadError> {
  const blocks: Block[] = []
  let line = at
  let column = 0
  const readText = (to: number) => {
    const text = (lines[line] ?? '').slice(column, to)
    if (!isEmptyLine(text)) blocks.push(readLine(lines, line, column, to))
  }
  for (;;) {
    const pair = tables.get(line)?.find(({ start }) => start.column >= column)
    if (pair === undefined) break
    readText(pair.start.column)
    const table = readTable(lines, pair)
    if (!table.ok) return table
    blocks.push(...table.value)
    line = pair.end.line
    column = pair.end.column
  }
  readText(lines[line]?.length ?? 0)
  return success({ blocks, next: line + 1 })
}

function readTable(
  lines: readonly string[],
  { start, end }: TagPair,
): Result<readonly Block[], ReadError> {
  const source = lines.slice(start.line, end.line + 1)
  source[source.length - 1] = source.at(-1)?.slice(0, end.column) ?? ''
  source[0] = source[0]?.slice(start.column) ?? ''
  const tree = parseLocatedFragment(source.join('\n'))
  if (!tree.ok) return tree
  const flow = readFlow(tree.value)
  if (!flow.ok) return flow
  const positionOf = positionsIn(source, start)
  const locate = (nodes: readonly Node[]) => nodes.flatMap((node) => placeOf(node, positionOf))
  return success(modelOf(flow.value.blocks, locate))
}

interface Position {
  readonly line: number
  readonly column: number
}

/** From offsets in the joined lines to lines and columns from 1 of the whole text. */
function positionsIn(source: readonly string[], start: Position): (offset: number) => Position {
  const offsets: number[] = []
  let sum = 0
  for (const line of source) {
    offsets.push(sum)
    sum += line.length + 1
  }
  return (offset) => {
    let low = 0
    let high = offsets.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((offsets[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const column = offset - (offsets[low] ?? 0) + (low === 0 ? start.column : 0)
    return { line: start.line + low + 1, column: column + 1 }
  }
}

function placeOf(node: Node, positionOf: (offset: number) => Position): readonly Place[] {
  const range = rangeOf(node)
  if (range === undefined) return []
  return [{ kind: 'text', start: positionOf(range[0]), end: positionOf(range[1]) }]
}

/** What stands between the tags of an element; undefined for one that the parser put in itself. */
function rangeOf(node: Node): readonly [number, number] | undefined {
  if (isText(node) && node.sourceCodeLocation) {
    return [node.sourceCodeLocation.startOffset, node.sourceCodeLocation.endOffset]
  }
  if (!isElement(node) || !node.sourceCodeLocation) return undefined
  const { startTag, endTag, startOffset, endOffset } = node.sourceCodeLocation
  return [startTag?.endOffset ?? startOffset, endTag?.startOffset ?? endOffset]
}
