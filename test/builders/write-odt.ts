import { buildFlatOdt, buildOdt, ODF_COVERED } from './odt.ts'
import type { PrintedBlock } from './printed-report.ts'
import type { GridSlot, PrintedCell, PrintedTable } from './printed-table.ts'
import { gridOf } from './printed-table.ts'
import { escapeHtml } from './write-html.ts'

export interface OdtOptions {
  /** A zip, or one XML document (.fodt). */
  readonly container?: 'zip' | 'flat'
  /** Headings get their 一、 from a list or from the outline instead of from the text. */
  readonly numbering?: 'typed' | 'list' | 'outline'
  /** Merged cells cover places as OpenDocument wants it, or the covered places are left out, or left as empty cells. */
  readonly merges?: 'covered' | 'left-out' | 'empty-cells'
  /** Neighbours that are alike are written once with a count. */
  readonly repeated?: boolean
  /** What each table stands in. */
  readonly around?: 'nothing' | 'section' | 'text-box' | 'layout-table'
  /** Numbers are tracked changes that replace another number, and hidden text stands beside labels. */
  readonly revised?: boolean
  /** Each character in a span of its own, and line breaks between the tags where they show nothing. */
  readonly brokenSpans?: boolean
}

/** The report as an OpenDocument text, as LibreOffice and others write it. */
export function toOdt(blocks: readonly PrintedBlock[], options: OdtOptions = {}): Uint8Array {
  const changes = options.revised === true ? trackedChanges(blocks) : ''
  const body = changes + blocks.map((block) => blockXml(block, options)).join('')
  const parts = { body, automatic: AUTOMATIC, styles: STYLES }
  return options.container === 'flat' ? buildFlatOdt(parts) : buildOdt(parts)
}

const STYLES = [
  '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="15pt"/></style:default-style>',
  '<style:style style:name="Standard" style:family="paragraph"/>',
  '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="Heading_20_1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"/>',
  '<style:style style:name="Table_20_Contents" style:family="paragraph" style:parent-style-name="Standard"/>',
  '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:outline-style>',
].join('')

const AUTOMATIC = [
  '<style:style style:name="H0" style:family="paragraph" style:parent-style-name="Heading_20_1" style:list-style-name=""/>',
  '<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>',
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" loext:num-list-format="%1%、" style:num-suffix="、" style:num-format="一, 二, 三, ..."/></text:list-style>',
].join('')

function blockXml(block: PrintedBlock, options: OdtOptions): string {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line) => paragraph('Title', spans(line, options))).join('')
    case 'heading':
      return headingXml(block.numbering, block.text, options)
    case 'paragraph':
      return paragraph('Standard', spans(block.text, options))
    case 'closing':
      return block.lines.map((line) => paragraph('Standard', spans(line, options))).join('')
    case 'table':
      return surrounded(tableXml(block.table, options), options)
  }
}

const paragraph = (style: string, inside: string): string =>
  `<text:p text:style-name="${style}">${inside}</text:p>`

function headingXml(numbering: string, text: string, options: OdtOptions): string {
  const heading = (style: string, inside: string): string =>
    `<text:h text:style-name="${style}" text:outline-level="1">${spans(inside, options)}</text:h>`
  const isTyped = (options.numbering ?? 'typed') === 'typed' || numbering === ''
  if (isTyped) return heading('H0', numbering + text)
  if (options.numbering === 'outline') return heading('Heading_20_1', text)
  return `<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item>${heading('Heading_20_1', text)}</text:list-item></text:list>`
}

/** The text with spaces, tabs and line breaks as OpenDocument writes them. */
function spans(text: string, { brokenSpans = false }: OdtOptions): string {
  const pieces = brokenSpans ? [...text] : [text]
  return pieces
    .map((piece) => {
      const xml = escapeHtml(piece)
        .replaceAll('\n', '<text:line-break/>')
        .replaceAll('\t', '<text:tab/>')
        .replace(/ /g, '<text:s/>')
      return brokenSpans ? `<text:span text:style-name="T1">${xml}</text:span>` : xml
    })
    .join('')
}

function tableXml(table: PrintedTable, options: OdtOptions): string {
  const newline = options.brokenSpans === true ? '\n  ' : ''
  const rows = gridOf(table).map((slots) => {
    const cells = slots.flatMap((slot, column) => cellXml(slot, column, options))
    return joined(cells, 'table:number-columns-repeated', options, newline)
  })
  const written = rows.map((cells) => `<table:table-row>${newline}${cells}</table:table-row>`)
  const head = joined(written.slice(0, table.headRows), '', NOT_REPEATED, newline)
  const body = joined(written.slice(table.headRows), 'table:number-rows-repeated', options, newline)
  return [
    '<table:table>',
    `<table:table-column table:number-columns-repeated="${table.columnCount}"/>`,
    head === '' ? '' : `<table:table-header-rows>${head}</table:table-header-rows>`,
    body,
    '</table:table>',
  ].join(newline)
}

const NOT_REPEATED: OdtOptions = {}

/** The elements in a row; where neighbours may be counted, each run of equal ones as one element. */
function joined(
  elements: readonly string[],
  attribute: string,
  { repeated = false }: OdtOptions,
  between: string,
): string {
  if (!repeated) return elements.join(between)
  const runs: { readonly xml: string; count: number }[] = []
  for (const xml of elements) {
    const last = runs.at(-1)
    if (last?.xml === xml) last.count += 1
    else runs.push({ xml, count: 1 })
  }
  return runs
    .map(({ xml, count }) =>
      count === 1 ? xml : xml.replace(/^<[\w:-]+/, (tag) => `${tag} ${attribute}="${count}"`),
    )
    .join(between)
}

/** What is written for one slot of the grid. */
function cellXml(slot: GridSlot | null, column: number, options: OdtOptions): readonly string[] {
  if (slot === null) return []
  const { cell, starts } = slot
  const merges = options.merges ?? 'covered'
  if (merges === 'empty-cells') return [ownCell(starts ? cell : null, '', options)]
  if (!starts) return merges === 'covered' ? [ODF_COVERED] : []
  if (cell.column !== column) throw new Error('a merged cell starts where it does not stand')
  const spanning = [
    cell.columnSpan > 1 ? ` table:number-columns-spanned="${cell.columnSpan}"` : '',
    cell.rowSpan > 1 ? ` table:number-rows-spanned="${cell.rowSpan}"` : '',
  ].join('')
  return [ownCell(cell, spanning, options)]
}

function ownCell(cell: PrintedCell | null, spanning: string, options: OdtOptions): string {
  const inside = cell === null ? '' : cellInside(cell, options)
  return `<table:table-cell${spanning} office:value-type="string">${paragraph('Table_20_Contents', inside)}</table:table-cell>`
}

function cellInside(cell: PrintedCell, options: OdtOptions): string {
  const text = spans(cell.text, options)
  if (options.revised !== true) return text
  if (cell.cell === null) return `${text}<text:span text:style-name="Hidden">旧</text:span>`
  const id = changeOf(cell.cell)
  return `<text:change text:change-id="d-${id}"/><text:change-start text:change-id="i-${id}"/>${text}<text:change-end text:change-id="i-${id}"/>`
}

const changeOf = (cell: string): string => cell.replaceAll('.', '-')

/** What each number replaced, kept apart from the text. */
function trackedChanges(blocks: readonly PrintedBlock[]): string {
  const cells = blocks.flatMap((block) =>
    block.kind === 'table' ? block.table.rows.flat().flatMap(({ cell }) => cell ?? []) : [],
  )
  const info = '<office:change-info><dc:creator>乡镇</dc:creator></office:change-info>'
  const regions = cells.flatMap((cell) => [
    `<text:changed-region text:id="d-${changeOf(cell)}"><text:deletion>${info}${paragraph('Table_20_Contents', '987')}</text:deletion></text:changed-region>`,
    `<text:changed-region text:id="i-${changeOf(cell)}"><text:insertion>${info}</text:insertion></text:changed-region>`,
  ])
  return `<text:tracked-changes>${regions.join('')}</text:tracked-changes>`
}

function surrounded(table: string, { around = 'nothing' }: OdtOptions): string {
  switch (around) {
    case 'nothing':
      return table
    case 'section':
      return `<text:section text:name="表">${table}</text:section>`
    case 'text-box':
      return `<text:p><draw:frame text:anchor-type="paragraph"><draw:text-box>${table}<text:p/></draw:text-box></draw:frame></text:p>`
    case 'layout-table':
      return `<table:table><table:table-column/><table:table-row><table:table-cell>${table}<text:p/></table:table-cell></table:table-row></table:table>`
  }
}
