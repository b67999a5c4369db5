import { escapeMarkup } from '../../escape-markup.ts'
import { toggleOf } from '../ooxml/xml-tree.ts'
import { type PlacedCell, placeCells } from './place-cells.ts'
import type {
  SettledBlock,
  SettledCell,
  SettledParagraph,
  SettledRun,
  SettledTable,
} from './settled.ts'

/** What the settled document itself does not say about its view. */
export interface ViewMarks {
  /** The ids the document model gave to paragraphs and cells. */
  readonly paragraphs: ReadonlyMap<SettledParagraph, string>
  readonly cells: ReadonlyMap<SettledCell, string>
  /** Relationships of the pictures that are shown. */
  readonly pictures: ReadonlySet<string>
}

/**
 * The settled document as a main part for mammoth, which loses what this program has already resolved: merged
 * and missing cells, automatic numbers, text boxes, hidden text. Every paragraph and cell of the model has a
 * bookmark named by its id; that of a cell stands alone in a paragraph before the others.
 */
export function settledXml(blocks: readonly SettledBlock[], marks: ViewMarks): string {
  return `<w:document ${NAMESPACES}><w:body>${blocksXml(blocks, marks)}</w:body></w:document>`
}

const OFFICE = 'http://schemas.openxmlformats.org'
const NAMESPACES = [
  `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`,
  `xmlns:r="${OFFICE}/officeDocument/2006/relationships"`,
  `xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${OFFICE}/drawingml/2006/main"`,
  `xmlns:pic="${OFFICE}/drawingml/2006/picture"`,
].join(' ')

function blocksXml(blocks: readonly SettledBlock[], marks: ViewMarks): string {
  return blocks
    .map((block) => (block.kind === 'table' ? tableXml(block, marks) : paragraphXml(block, marks)))
    .join('')
}

/** HTML has no smaller heading. */
const SMALLEST_HEADING = 6

function paragraphXml(paragraph: SettledParagraph, marks: ViewMarks): string {
  const { level, numbering, runs } = paragraph
  const style = level > 0 ? `Heading${Math.min(level, SMALLEST_HEADING)}` : ''
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  const number = numbering === '' ? '' : `<w:r>${textXml(numbering)}</w:r>`
  const id = marks.paragraphs.get(paragraph)
  return `<w:p>${properties}${bookmarkXml(id)}${number}${runs.map((run) => runXml(run, marks)).join('')}</w:p>`
}

function bookmarkXml(id: string | undefined): string {
  return id === undefined ? '' : `<w:bookmarkStart w:id="0" w:name="${id}"/>`
}

const TOGGLES = ['w:b', 'w:i', 'w:strike'] as const

function runXml(run: SettledRun, marks: ViewMarks): string {
  const { properties } = run
  let kept = TOGGLES.map((name) => (toggleOf(properties, name) === true ? `<${name}/>` : '')).join(
    '',
  )
  if (toggleOf(properties, 'w:dstrike') === true) kept += '<w:strike/>'
  for (const name of ['w:u', 'w:vertAlign']) {
    const value = properties?.children.find((child) => child.name === name)?.attributes['w:val']
    if (value !== undefined) kept += `<${name} w:val="${escapeMarkup(value)}"/>`
  }
  const pictures = run.pictures
    .filter((id) => marks.pictures.has(id))
    .map(pictureXml)
    .join('')
  return `<w:r><w:rPr>${kept}</w:rPr>${textXml(run.text)}${pictures}</w:r>`
}

function textXml(text: string): string {
  return text
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>'
      if (piece === '\n') return '<w:br/>'
      return piece === '' ? '' : `<w:t xml:space="preserve">${escapeMarkup(piece)}</w:t>`
    })
    .join('')
}

function pictureXml(relationship: string): string {
  const blip = `<pic:blipFill><a:blip r:embed="${escapeMarkup(relationship)}"/></pic:blipFill>`
  return (
    '<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic>' +
    `${blip}</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
  )
}

function tableXml(table: SettledTable, marks: ViewMarks): string {
  const placed = placeCells(table)
  const rows = Array.from({ length: placed.rowCount }, (): PlacedCell[] => [])
  for (const cell of placed.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) rows[row]?.push(cell)
  }
  return `<w:tbl>${rows.map((cells, row) => rowXml(cells, row, marks)).join('')}</w:tbl>`
}

/** Grid positions without a cell become blank cells, so that what follows keeps its column. */
function rowXml(cells: readonly PlacedCell[], row: number, marks: ViewMarks): string {
  let xml = ''
  let column = 0
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    if (cell.column > column) xml += cellXml(cell.column - column, '', '<w:p/>')
    xml += placedCellXml(cell, row, marks)
    column = cell.column + cell.columnSpan
  }
  return `<w:tr>${xml}</w:tr>`
}

function placedCellXml(placed: PlacedCell, row: number, marks: ViewMarks): string {
  const { cell, columnSpan, rowSpan } = placed
  if (row > placed.row) return cellXml(columnSpan, '<w:vMerge/>', '<w:p/>')
  const id = marks.cells.get(cell)
  const marker = id === undefined ? '' : `<w:p>${bookmarkXml(id)}</w:p>`
  const merge = rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''
  return cellXml(columnSpan, merge, marker + blocksXml(cell.blocks, marks))
}

function cellXml(span: number, merge: string, content: string): string {
  return `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge}</w:tcPr>${content}</w:tc>`
}
