/** A piece of a sheet that is never cut by a page end. */
export interface Block {
  /** In the unit of the page's height. */
  readonly height: number
  /** The table it is a row of; null for what stands by itself. A table's headings are repeated on each page. */
  readonly table: string | null
  /** A heading: never the last on its page. */
  readonly staysWithNext: boolean
}

/** What a page holds beside its blocks, in the same unit. */
export interface PageRoom {
  /** For blocks, on the first page of a sheet and on those after it. */
  readonly first: number
  readonly next: number
  /** The headings of each table, where it begins or goes on. */
  readonly headings: ReadonlyMap<string, number>
}

/** Puts blocks on pages, in order. Gives the numbers of the blocks on each page, from 0; a sheet has at least one page. */
export function paginate(blocks: readonly Block[], room: PageRoom): readonly (readonly number[])[] {
  const pages: number[][] = []
  let page: number[] = []
  let used = 0
  const turn = (): void => {
    pages.push(page)
    page = []
    used = 0
  }
  for (let at = 0; at < blocks.length; ) {
    const end = endOfGroup(blocks, at)
    const limit = pages.length === 0 ? room.first : room.next
    const height = heightOf(blocks, at, end, lastTable(blocks, page), room)
    // A group higher than a page gets one of its own, and the printer cuts it where it must.
    if (page.length > 0 && used + height > limit) {
      turn()
      continue
    }
    used += height
    for (let index = at; index < end; index++) page.push(index)
    at = end
  }
  if (page.length > 0 || pages.length === 0) pages.push(page)
  return pages
}

/** Headings with the first block that follows them. */
function endOfGroup(blocks: readonly Block[], from: number): number {
  let end = from
  while (blocks[end]?.staysWithNext === true) end++
  return Math.min(end + 1, blocks.length)
}

function heightOf(
  blocks: readonly Block[],
  from: number,
  end: number,
  tableBefore: string | null,
  room: PageRoom,
): number {
  let before = tableBefore
  let sum = 0
  for (const { height, table } of blocks.slice(from, end)) {
    const isNew = table !== null && table !== before
    sum += height + (isNew ? (room.headings.get(table) ?? 0) : 0)
    before = table
  }
  return sum
}

function lastTable(blocks: readonly Block[], page: readonly number[]): string | null {
  const last = page.at(-1)
  return last === undefined ? null : (blocks[last]?.table ?? null)
}
