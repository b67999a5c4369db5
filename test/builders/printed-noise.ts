import type { TableId } from '../../shared/form/edition.ts'
import type { PrintedBlock } from './printed-report.ts'
import type { PrintedCell, PrintedTable } from './printed-table.ts'

/** What happens to a report on its way that leaves its numbers as they are. */
export type Noise = (blocks: readonly PrintedBlock[]) => readonly PrintedBlock[]

/** Every text but the numbers rewritten, as a mirror site or a slip of the pen does. */
export const rewritten =
  (rewrite: (text: string) => string): Noise =>
  (blocks) =>
    blocks.map((block): PrintedBlock => {
      switch (block.kind) {
        case 'title':
        case 'closing':
          return { ...block, lines: block.lines.map(rewrite) }
        case 'heading':
        case 'paragraph':
          return { ...block, text: rewrite(block.text) }
        case 'table':
          return { ...block, table: withLabels(block.table, rewrite) }
      }
    })

const withLabels = (table: PrintedTable, rewrite: (text: string) => string): PrintedTable => ({
  ...table,
  rows: table.rows.map((row) =>
    row.map((cell) => (cell.cell === null ? { ...cell, text: rewrite(cell.text) } : cell)),
  ),
})

/** Slips of the pen in labels, each seen in a published report. */
export const withSlips: Noise = rewritten((text) =>
  SLIPS.reduce((slipped, [official, slip]) => slipped.replace(official, slip), text),
)

const SLIPS: readonly (readonly [string, string])[] = [
  ['本年废止件数', '本年度止件数'],
  ['现行有效件数', '现行有效件'],
  ['行政规范性文件', '规范性文件'],
  ['本年新制作数量', '本年新 制作数'],
  ['只计这一情形', '只记这一情形'],
  ['其他法律行政法规', '其他法律法规'],
  ['科研机构', '科研机购'],
  ['未经复议直接起诉', '未经复议直接起拆'],
]

/** A mirror site's conversion leaves the reading of rare characters behind them: 發(fā)件數(shù). */
export const withReadings: Noise = rewritten((text) =>
  text.replace(/[發數訴審結開請繳執類](?!\()/gu, (found) => `${found}(${READINGS[found] ?? 'x'})`),
)

const READINGS: Readonly<Record<string, string>> = {
  發: 'fā',
  數: 'shù',
  訴: 'sù',
  審: 'shěn',
  結: 'jié',
  開: 'kāi',
  請: 'qǐng',
  繳: 'jiǎo',
  執: 'zhí',
  類: 'lèi',
}

/** A column more at the right of every table, blank but for its heading. */
export const withSpareColumn =
  (heading: string): Noise =>
  (blocks) =>
    blocks.map((block) =>
      block.kind === 'table' ? { ...block, table: widened(block.table, heading) } : block,
    )

function widened(table: PrintedTable, heading: string): PrintedTable {
  const spare = (text: string, rowSpan: number): PrintedCell => ({
    column: table.columnCount,
    rowSpan,
    columnSpan: 1,
    text,
    cell: null,
  })
  const headRows = Math.max(1, table.headRows)
  return {
    ...table,
    columnCount: table.columnCount + 1,
    rows: table.rows.map((row, index) => {
      if (index === 0) return [...row, spare(heading, headRows)]
      return index < headRows ? row : [...row, spare('', 1)]
    }),
  }
}

/** The headings of the sections stand once more before the text, as a table of contents. */
export const withContents: Noise = (blocks) => {
  const first = blocks.findIndex(({ kind }) => kind === 'heading')
  const entries = blocks.flatMap((block): readonly PrintedBlock[] =>
    block.kind === 'heading'
      ? [{ kind: 'paragraph', text: `${block.numbering}${block.text}` }]
      : [],
  )
  return [
    ...blocks.slice(0, first),
    { kind: 'paragraph', text: '目录' },
    ...entries,
    ...blocks.slice(first),
  ]
}

/** The heading of a section with a table stands a second time right above the table, as its caption. */
export const withCaptions: Noise = (blocks) =>
  blocks.flatMap((block, index): readonly PrintedBlock[] => {
    const heading = blocks[index - 1]
    if (block.kind !== 'table' || heading?.kind !== 'heading') return [block]
    return [{ kind: 'paragraph', text: `${heading.numbering}${heading.text}` }, block]
  })

/** Last year's numbers in place of this year's, none of them this report's. */
const asLastYear = (table: PrintedTable): PrintedTable => ({
  ...table,
  rows: table.rows.map((row) =>
    row.map((cell) =>
      cell.cell === null ? cell : { ...cell, text: cell.text.replace(/\d+/, '1$&'), cell: null },
    ),
  ),
})

/** Behind the report the same tables once more, as an appendix with other numbers. */
export const withAppendix: Noise = (blocks) => [
  ...blocks,
  { kind: 'paragraph', text: '附件：上年度统计表' },
  ...blocks.flatMap((block): readonly PrintedBlock[] =>
    block.kind === 'table' ? [{ kind: 'table', table: asLastYear(block.table) }] : [],
  ),
]

/** Above each table that of the year before, under a caption; `captions` are those of the two. */
export const withOtherTables =
  (captions: readonly [string, string]): Noise =>
  (blocks) =>
    blocks.flatMap((block): readonly PrintedBlock[] =>
      block.kind === 'table'
        ? [
            { kind: 'paragraph', text: captions[0] },
            { kind: 'table', table: asLastYear(block.table) },
            { kind: 'paragraph', text: captions[1] },
            block,
          ]
        : [block],
    )

/** The heading rows of each table stand there twice, as where a page ended right behind them. */
export const withHeadTwice: Noise = (blocks) =>
  blocks.map((block): PrintedBlock => {
    if (block.kind !== 'table') return block
    const { table } = block
    const head = table.rows.slice(0, table.headRows)
    return {
      ...block,
      table: { ...table, headRows: 2 * table.headRows, rows: [...head, ...table.rows] },
    }
  })

/** Without one of its tables. */
export const withoutTable =
  (id: TableId): Noise =>
  (blocks) =>
    blocks.filter((block) => block.kind !== 'table' || block.table.id !== id)
