import { boxAround, centreY, widthOf } from './boxes.ts'
import { inferTable } from './infer-table.ts'
import type { PageTable } from './page-table.ts'
import type { TextLine } from './text-lines.ts'

/** In ems: a wider gap between lines ends a table. */
const ROW_GAP = 3
/** Share of the text's width from which a line of one stretch is prose and no row. */
const PROSE_WIDTH = 0.55

export interface UnruledPage {
  readonly tables: readonly PageTable[]
  readonly rest: readonly TextLine[]
}

/** Tables that no lines bound, or only lines across; what does not clearly stand in columns stays as lines. */
export function unruledTables(
  page: number,
  lines: readonly TextLine[],
  stacks: readonly (readonly number[])[],
): UnruledPage {
  let rest = lines.filter(({ direction }) => direction === 'right')
  const turned = lines.filter(({ direction }) => direction !== 'right')
  const tables: PageTable[] = []
  const take = (members: readonly TextLine[], bands?: readonly number[]) => {
    const table = inferTable(page, members, bands)
    if (table === undefined) return
    tables.push(table)
    rest = rest.filter((line) => !members.includes(line))
  }
  for (const bands of stacks) {
    const [top = 0] = bands
    const bottom = bands.at(-1) ?? 0
    take(
      rest.filter(({ box }) => centreY(box) > top && centreY(box) < bottom),
      bands,
    )
  }
  for (const region of regionsOf(rest)) take(region)
  return { tables, rest: [...rest, ...turned] }
}

/** Neighbouring lines that may be rows of one table, without the lines of one stretch before and after them. */
function regionsOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const around = boxAround(lines.map(({ box }) => box))
  if (around === undefined) return []
  const sorted = [...lines].sort((a, b) => a.box.top - b.box.top)
  const regions: TextLine[][] = []
  let last: TextLine | undefined
  for (const line of sorted) {
    const isRow = line.segments.length > 1 || widthOf(line.box) < PROSE_WIDTH * widthOf(around)
    const isNear = last !== undefined && line.box.top - last.box.bottom <= ROW_GAP * line.size
    if (!isRow) last = undefined
    else {
      if (isNear) regions.at(-1)?.push(line)
      else regions.push([line])
      last = line
    }
  }
  return regions.map((region) => {
    const first = region.findIndex(({ segments }) => segments.length > 1)
    const end = region.findLastIndex(({ segments }) => segments.length > 1)
    return first < 0 ? [] : region.slice(first, end + 1)
  })
}
