import type { PrintedBlock } from './printed-report.ts'
import type { PrintedCell, PrintedTable } from './printed-table.ts'
import { escapeHtml, spans } from './write-html.ts'

export interface WordHtmlOptions {
  /** What the page says of its encoding. */
  readonly charset?: string
  /** Headings get their 一、 from Word's numbering, which the page shows as text that Word itself leaves out. */
  readonly autoNumbered?: boolean
  /** With the marks that stand around what was copied (`StartFragment`). */
  readonly isClipboard?: boolean
}

/** The report as Word and WPS write a page: `mso-` styles, conditional comments, an `o:p` at each paragraph's end. */
export function toWordHtml(blocks: readonly PrintedBlock[], options: WordHtmlOptions = {}): string {
  const body = blocks.map((block) => blockHtml(block, options)).join('\n')
  const isClipboard = options.isClipboard === true
  return [
    '<html xmlns:v="urn:schemas-microsoft-com:vml"',
    'xmlns:o="urn:schemas-microsoft-com:office:office"',
    'xmlns:w="urn:schemas-microsoft-com:office:word"',
    'xmlns="http://www.w3.org/TR/REC-html40">',
    '',
    '<head>',
    `<meta http-equiv=Content-Type content="text/html; charset=${options.charset ?? 'utf-8'}">`,
    '<meta name=ProgId content=Word.Document>',
    '<meta name=Generator content="Microsoft Word 15">',
    '<link rel=File-List href="report.files/filelist.xml">',
    '<!--[if gte mso 9]><xml>',
    ' <w:WordDocument><w:View>Print</w:View><w:TrackMoves>false</w:TrackMoves></w:WordDocument>',
    '</xml><![endif]-->',
    '<style>',
    '<!--',
    ' /* Style Definitions */',
    ' p.MsoNormal, li.MsoNormal, div.MsoNormal',
    '\t{mso-style-unhide:no;margin:0cm;text-align:justify;font-size:10.5pt;}',
    '@page WordSection1 {size:595.3pt 841.9pt;layout-grid:15.6pt;}',
    '-->',
    '</style>',
    '<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:普通表格;}</style><![endif]-->',
    '</head>',
    '',
    "<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>",
    isClipboard ? '<!--StartFragment-->' : '',
    "<div class=WordSection1 style='layout-grid:15.6pt'>",
    body,
    '</div>',
    isClipboard ? '<!--EndFragment-->' : '',
    '</body>',
    '',
    '</html>',
    '',
  ].join('\r\n')
}

function blockHtml(block: PrintedBlock, options: WordHtmlOptions): string {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line) => wordParagraph(line, ' align=center')).join('\n')
    case 'heading':
      return options.autoNumbered === true && block.numbering !== ''
        ? numbered(block.numbering, block.text)
        : wordParagraph(block.numbering + block.text, '')
    case 'paragraph':
      return wordParagraph(block.text, " style='text-indent:32.0pt;mso-char-indent-count:2.0'")
    case 'closing':
      return block.lines.map((line) => wordParagraph(line, ' align=right')).join('\n')
    case 'table':
      return wordTable(block.table)
  }
}

/** Latin letters and digits stand in spans of their own language. */
function wordParagraph(text: string, attributes: string): string {
  const pieces = text.split(/([0-9A-Za-z.+-]+)/).filter((piece) => piece !== '')
  const inside = pieces
    .map((piece) =>
      /^[0-9A-Za-z.+-]/.test(piece)
        ? `<span lang=EN-US style='font-size:9.0pt'>${escapeHtml(piece)}</span>`
        : `<span\nstyle='font-size:9.0pt;font-family:宋体;mso-bidi-font-family:宋体'>${lines(piece)}</span>`,
    )
    .join('')
  const end = '<span lang=EN-US><o:p></o:p></span>'
  const blank = '<span lang=EN-US><o:p>&nbsp;</o:p></span>'
  return `<p class=MsoNormal${attributes}>${inside === '' ? blank : inside + end}</p>`
}

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>\n')

const numbered = (numbering: string, text: string): string =>
  `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:黑体'><span style='mso-list:Ignore'>${numbering}<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span style='font-family:黑体'>${escapeHtml(text)}<span lang=EN-US><o:p></o:p></span></span></p>`

function wordTable(table: PrintedTable): string {
  const rows = table.rows.map((cells, index) => {
    const place = `mso-yfti-irow:${index}${index === 0 ? ';mso-yfti-firstrow:yes' : ''}`
    return ` <tr style='${place};height:19.85pt'>\n${cells.map(wordCell).join('\n')}\n </tr>`
  })
  return [
    "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 width=0 style='width:458.0pt;border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt;mso-yfti-tbllook:1184'>",
    ...rows,
    ...columnWidths(table),
    '</table>',
  ].join('\n')
}

const wordCell = (cell: PrintedCell): string =>
  `  <td width=${60 * cell.columnSpan}${spans(cell)} style='border:solid windowtext 1.0pt;padding:0cm 1.5pt 0cm 1.5pt'>\n  ${wordParagraph(cell.text, ' align=center')}\n  </td>`

/** Where cells are merged, Word ends the table with a row of no height that only tells the columns' widths. */
function columnWidths(table: PrintedTable): readonly string[] {
  const isMerged = table.rows.flat().some(({ columnSpan }) => columnSpan > 1)
  if (!isMerged) return []
  const cells = Array.from(
    { length: table.columnCount },
    () => "  <td width=60 style='border:none'></td>",
  )
  return [' <![if !supportMisalignedColumns]>', ' <tr height=0>', ...cells, ' </tr>', ' <![endif]>']
}

/** The report's tables as Excel puts copied cells on the clipboard; the text around them stands in cells of one row. */
export function toExcelClipboard(blocks: readonly PrintedBlock[]): string {
  const width = Math.max(
    ...blocks.map((block) => (block.kind === 'table' ? block.table.columnCount : 1)),
  )
  const line = (text: string): string =>
    ` <tr height=18 style='height:14.25pt'>\n  <td colspan=${width} height=18 class=xl66 style='height:14.25pt'>${lines(text)}</td>\n </tr>`
  const rows = blocks.map((block): string => {
    switch (block.kind) {
      case 'title':
      case 'closing':
        return block.lines.map(line).join('\n')
      case 'heading':
        return line(block.numbering + block.text)
      case 'paragraph':
        return line(block.text)
      case 'table':
        return excelRows(block.table)
    }
  })
  return [
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"',
    'xmlns:x="urn:schemas-microsoft-com:office:excel"',
    'xmlns="http://www.w3.org/TR/REC-html40">',
    '<head>',
    '<meta http-equiv=Content-Type content="text/html; charset=utf-8">',
    '<meta name=ProgId content=Excel.Sheet>',
    '<style>',
    '<!--table',
    '\t{mso-displayed-decimal-separator:"\\.";mso-displayed-thousand-separator:"\\,";}',
    '.xl65 {mso-number-format:"0_ ";border:.5pt solid windowtext;white-space:normal;}',
    '-->',
    '</style>',
    '</head>',
    '<body link="#0563C1" vlink="#954F72">',
    `<table border=0 cellpadding=0 cellspacing=0 width=${72 * width} style='border-collapse:collapse'>`,
    '<!--StartFragment-->',
    ` <col width=72 span=${width} style='width:54pt'>`,
    ...rows,
    '<!--EndFragment-->',
    '</table>',
    '</body>',
    '</html>',
  ].join('\r\n')
}

/** Excel shows a blank cell that has borders as an ideographic space. */
const excelRows = (table: PrintedTable): string =>
  table.rows
    .map((cells) => {
      const inside = cells.map(
        (cell) =>
          `  <td${spans(cell)} class=xl65 width=72 style='border-left:none'>${cell.text === '' ? '　' : lines(cell.text)}</td>`,
      )
      return ` <tr height=18 style='height:14.25pt'>\n${inside.join('\n')}\n </tr>`
    })
    .join('\n')
