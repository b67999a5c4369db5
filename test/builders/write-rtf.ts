import type { PrintedBlock } from './printed-report.ts'
import { type GridSlot, gridOf, type PrintedCell, type PrintedTable } from './printed-table.ts'
import { RTF_HEADS, type RtfScript, rtfRuns } from './rtf-runs.ts'

export interface RtfOptions {
  /** Whose way of writing text; Word's by default. */
  readonly script?: RtfScript
  /** Where the places of a row's cells stand: Word writes them before its cells and again behind them. */
  readonly definitions?: 'before' | 'both' | 'after'
  /** A cell over several columns as one wide cell, or as a first one and others that belong to it. */
  readonly across?: 'wide-cells' | 'marked-cells'
  /** Headings get their 一、 from automatic numbering. */
  readonly autoNumbered?: boolean
  /** Table 2 as one table for each article, as some towns type it. */
  readonly tableForEachBlock?: boolean
  /** Long labels are broken by hand. */
  readonly brokenLabels?: boolean
  /** What each table stands in. */
  readonly around?: 'nothing' | 'layout-table' | 'text-box'
  /** Numbers are tracked changes that replace another number, and hidden text stands beside labels. */
  readonly revised?: boolean
  /** The borders of each second row were pulled by hand and miss those above by about a millimetre. */
  readonly uneven?: boolean
}

/** The report as an RTF file; all its bytes are ASCII. */
export function toRtf(blocks: readonly PrintedBlock[], options: RtfOptions = {}): Uint8Array {
  const { script = 'word' } = options
  const body = blocks.map((block) => blockText(block, options)).join('\r\n')
  return new TextEncoder().encode(`${RTF_HEADS[script]}${TABLES_BEFORE}${body}}`)
}

const TABLES_BEFORE = [
  "{\\fonttbl{\\f0\\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}{\\f1\\fnil\\fcharset134\\fprq2{\\*\\panose 02010600030101010101}\\'cb\\'ce\\'cc\\'e5{\\*\\falt SimSun};}{\\f2\\froman\\fcharset2 Symbol;}}",
  '{\\colortbl;\\red0\\green0\\blue0;\\red255\\green0\\blue0;}',
  '{\\stylesheet{\\ql\\li0\\ri0 \\snext0 Normal;}{\\s1\\qj\\outlinelevel0 \\sbasedon0 \\snext0 heading 1;}{\\*\\cs10 \\additive Default Paragraph Font;}}',
  "{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc39\\leveljc0\\levelstartat1\\levelfollow2{\\leveltext\\'02\\'00\\u12289\\'a1\\'a2;}{\\levelnumbers\\'01;}}\\listid1}}",
  '{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount0\\ls1}}',
  '{\\*\\rsidtbl \\rsid4523\\rsid9440741}{\\info{\\title 2019 12 31}{\\author 9}{\\creatim\\yr2024\\mo1\\dy9}}',
  '\\paperw11906\\paperh16838\\margl1370\\margr1370',
  '{\\header \\pard\\plain \\qc {3}\\par }{\\footer \\pard\\plain \\qc {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par }\\sectd ',
].join('\r\n')

function blockText(block: PrintedBlock, options: RtfOptions): string {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line) => paragraph('\\qc', line, options)).join('\r\n')
    case 'heading': {
      const style = '\\s1\\qj\\outlinelevel0'
      if (options.autoNumbered !== true || block.numbering === '') {
        return paragraph(style, block.numbering + block.text, options)
      }
      const number = `{\\listtext\\pard\\plain\\ltrpar ${runs(block.numbering, options)}\\tab}`
      return paragraph(`${style}\\ls1\\ilvl0`, block.text, options, number)
    }
    case 'paragraph':
      return paragraph('\\qj\\fi600', block.text, options)
    case 'closing':
      return block.lines.map((line) => paragraph('\\qr', line, options)).join('\r\n')
    case 'table':
      return tables(block.table, options)
        .map((table) => surrounded(table, options))
        .join('\\pard\\plain \\ql \\par\r\n')
  }
}

const runs = (text: string, { script = 'word' }: RtfOptions): string => rtfRuns(text, script)

const paragraph = (look: string, text: string, options: RtfOptions, number = ''): string =>
  `\\pard\\plain \\ltrpar${look} ${number}${runs(text, options)}\\par `

function tables(table: PrintedTable, options: RtfOptions): readonly PrintedTable[] {
  if (table.id !== 't2' || options.tableForEachBlock !== true) return [table]
  const starts = table.rows.flatMap((cells, index) =>
    cells.length === 1 && cells[0]?.cell === null ? [index] : [],
  )
  return starts.map((start, index) => ({
    ...table,
    rows: table.rows.slice(start, starts[index + 1]),
  }))
}

function surrounded(table: PrintedTable, options: RtfOptions): string {
  switch (options.around) {
    case 'layout-table':
      return `\\trowd\\trleft-108\\cellx9400${rows(table, options, 2)}\\pard\\plain \\intbl \\cell\\row\r\n`
    case 'text-box':
      return `\\pard\\plain {\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt ${rows(table, options, 1)}\\pard\\plain \\par}}{\\shprslt{\\*\\do\\dptxbx{\\dptxbxtext ${rows(table, options, 1)}\\pard\\par}}}}\\par\r\n`
    default:
      return rows(table, options, 1)
  }
}

/** `depth` is 2 in a table that stands in another's cell. */
function rows(table: PrintedTable, options: RtfOptions, depth: 1 | 2): string {
  const widths = widthsOf(table)
  return gridOf(table)
    .map((slots, index) => {
      const shift = options.uneven === true && index % 2 === 1 ? UNEVENNESS : 0
      const cells = cellsOf(slots, options.across ?? 'wide-cells')
      return rowText(cells, definition(cells, widths, shift), options, depth)
    })
    .join('\r\n')
}

/** Twentieths of a point. */
const UNEVENNESS = 50

/** A cell of a row as the file has it. */
interface WrittenCell {
  readonly cell: PrintedCell
  /** Columns from here to there, exclusive. */
  readonly from: number
  readonly to: number
  readonly marks: string
  readonly isShown: boolean
}

function cellsOf(
  slots: readonly (GridSlot | null)[],
  across: 'wide-cells' | 'marked-cells',
): readonly WrittenCell[] {
  return slots.flatMap((slot, column): readonly WrittenCell[] => {
    if (slot === null) return []
    const { cell, starts } = slot
    const isFirst = cell.column === column
    const isMarked = across === 'marked-cells' && cell.columnSpan > 1
    if (!isFirst && !isMarked) return []
    const right = isMarked ? (isFirst ? '\\clmgf' : '\\clmrg') : ''
    const down = cell.rowSpan === 1 ? '' : starts ? '\\clvmgf' : '\\clvmrg'
    const to = isMarked ? column + 1 : column + cell.columnSpan
    return [{ cell, from: column, to, marks: right + down, isShown: isFirst && starts }]
  })
}

function definition(
  cells: readonly WrittenCell[],
  widths: readonly number[],
  shift: number,
): string {
  const places = cells.map(({ marks, to }) => {
    const right = widths.slice(0, to).reduce((sum, width) => sum + width, LEFT)
    const isLast = to === widths.length
    return `${marks}\\clvertalc\\clbrdrt\\brdrs\\brdrw10 \\clbrdrr\\brdrs\\brdrw10 \\cltxlrtb\\clftsWidth3\\clwWidth900 \\cellx${right + (isLast ? 0 : shift)}`
  })
  return `\\trowd \\ltrrow\\trgaph108\\trleft${LEFT}\\trftsWidth1${places.join('')}`
}

/** Word lets a table reach to the left by the room inside its cells. */
const LEFT = -108

function rowText(
  cells: readonly WrittenCell[],
  defined: string,
  { definitions = 'both', ...options }: RtfOptions,
  depth: 1 | 2,
): string {
  const inside = `\\intbl${depth === 1 ? '' : '\\itap2'}`
  const texts = cells.map(({ cell, isShown }) => {
    const end = depth === 1 ? '\\cell ' : '\\nestcell{\\nonesttables\\par}'
    return `\\pard\\plain \\ltrpar\\qc${inside} ${isShown ? cellText(cell, options) : ''}${end}`
  })
  // A nested row's definition always stands behind its cells.
  if (depth === 2) {
    return `${texts.join('')}\\pard\\plain ${inside} {{\\*\\nesttableprops ${defined}\\nestrow}{\\nonesttables\\par}}`
  }
  const before = definitions === 'after' ? '' : defined
  const after = definitions === 'before' ? '' : defined
  return `${before}${texts.join('\r\n')}\\pard \\ltrpar\\ql${inside} {\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\insrsid4523 ${after}\\row }`
}

function cellText({ text, cell }: PrintedCell, options: RtfOptions): string {
  if (text === '') return ''
  const isLong = options.brokenLabels === true && cell === null && text.length > LINE
  const written = runs(isLong ? `${text.slice(0, LINE)}\n${text.slice(LINE)}` : text, options)
  if (options.revised !== true) return written
  if (cell === null) return `${written}{\\v ${runs('（隐藏）', options)}}`
  return `{\\deleted\\revauthdel1 99}{\\revised\\revauth1 ${written}}`
}

/** Characters in a line of a label broken by hand. */
const LINE = 4

/** Column widths in twentieths of a point; together the width between the margins. */
function widthsOf({ id, columnCount }: PrintedTable): readonly number[] {
  if (id === 't3') return [560, 1000, 2840, ...Array.from({ length: 7 }, () => 680)]
  return Array.from({ length: columnCount }, () => Math.floor(TEXT_WIDTH / columnCount))
}

const TEXT_WIDTH = 9160
