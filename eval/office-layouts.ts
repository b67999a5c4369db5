import type { PrintedBlock } from '../test/builders/printed-report.ts'
import { toDocx } from '../test/builders/write-docx.ts'
import { toHtml } from '../test/builders/write-html.ts'
import { toFlatPackage, toWord2003 } from '../test/builders/write-word-xml.ts'
import { toXls } from '../test/builders/write-xls.ts'
import { toXlsx } from '../test/builders/write-xlsx.ts'
import { type Conversion, type Layout, type LayoutOptions, written } from './layout.ts'

/** Word's other files, and what tracked changes leave in them. */
export const WORD_LAYOUTS: readonly Layout[] = [
  written('docx', 'Word 2003 XML', 'xml', (blocks) => toWord2003(blocks, { autoNumbered: true })),
  written('docx', 'Word 2003 XML, tracked changes', 'doc', (blocks) =>
    toWord2003(blocks, { merges: 'cell-by-cell', revised: true }),
  ),
  written('docx', 'package in one XML file', 'xml', (blocks) =>
    toFlatPackage(blocks, { autoNumbered: true }),
  ),
  written('docx', 'old rows deleted under tracking', 'docx', (blocks) =>
    toDocx(blocks, { oldRows: true }),
  ),
]

type Change = (page: string) => string

const changed = (name: string, change: Change, style = '', more: LayoutOptions = {}): Layout =>
  written(
    'html',
    name,
    'html',
    (blocks: readonly PrintedBlock[]) => change(toHtml(blocks, { style })),
    more,
  )

/** The last row of a table stands first in the source, as its foot. */
const withFootFirst: Change = (page) =>
  page.replace(/<table>\n([\s\S]*?)\n<\/table>/g, (_, inside: string) => {
    const rows = inside.split('\n')
    return `<table><tfoot>${rows.at(-1) ?? ''}</tfoot><tbody>${rows.slice(0, -1).join('\n')}</tbody></table>`
  })

const asBoxes: Change = (page) =>
  page
    .replaceAll('<table>', '<div style="display:table">')
    .replaceAll('</table>', '</div>')
    .replaceAll('<tr>', '<div style="display:table-row">')
    .replaceAll('</tr>', '</div>')
    .replace(/<t[hd]([^>]*)>/g, '<div style="display:table-cell"$1>')
    .replace(/<\/t[hd]>/g, '</div>')

/** How content management systems and hands make pages. */
export const PAGE_LAYOUTS: readonly Layout[] = [
  changed(
    'column hidden by a style sheet',
    (page) => page.replaceAll('</tr>', '<td class="note">7</td></tr>'),
    'tr > td.note { display: none }',
  ),
  changed(
    'old rows hidden by a style sheet',
    (page) =>
      page.replace(/<tr>((?:(?!<\/tr>).)*class="number".*?)<\/tr>/g, (row, inside: string) =>
        inside.includes('rowspan')
          ? row
          : `<tr class="old">${inside.replace(/\d/g, '8')}</tr>${row}`,
      ),
    '@media screen { table tr.old { display: none } }',
  ),
  changed('a table for each row', (page) =>
    page.replace(/<\/tr>\n<tr>/g, '</tr></table>\n<table><tr>'),
  ),
  changed('foot first', withFootFirst),
  // What is no table in the source is read as lines, of which nobody can place the blank ones.
  changed('boxes in place of tables', asBoxes, '', { hidesBlanks: true }),
  changed('struck numbers beside new ones', (page) =>
    page.replace(/(<td class="number"[^>]*>)/g, '$1<del>99</del>'),
  ),
  changed('numbers in input fields', (page) =>
    page.replace(/(<td class="number"[^>]*>)([^<]*)</g, '$1<input type="text" value="$2"><'),
  ),
]

const byCalc = (extension: string, filter: string): Conversion => ({
  tool: 'office',
  extension,
  filter,
})

/** Workbooks whose merged cells were taken apart, or with more in them than is shown. */
export const WORKBOOK_LAYOUTS: readonly Layout[] = [
  written('xlsx', 'labels repeated', 'xlsx', (blocks) => toXlsx(blocks, { merges: 'repeated' })),
  written('xlsx', 'empty cells in place of merges, no lines', 'xlsx', (blocks) =>
    toXlsx(blocks, { merges: 'empty-cells', lines: false }),
  ),
  written('xlsx', 'a sheet for each table, hidden notes', 'xlsx', (blocks) =>
    toXlsx(blocks, { sheets: 'each-table', hiddenNotes: true, rowOffset: 2, columnOffset: 1 }),
  ),
  written('xls', 'labels repeated, a sheet for each table', 'xls', (blocks) =>
    toXls(blocks, { merges: 'repeated', sheets: 'each-table' }),
  ),
  written('xls', 'numbers as text, blank rows, hidden notes', 'xls', (blocks) =>
    toXls(blocks, { numbersAsText: true, blankRows: true, wideText: true, hiddenNotes: true }),
  ),
  written('xlsx', 'resaved by LibreOffice', 'xlsx', (blocks) => toXlsx(blocks), {
    by: byCalc('xlsx', 'xlsx:Calc MS Excel 2007 XML'),
  }),
  written('xls', 'resaved by LibreOffice', 'xls', (blocks) => toXls(blocks), {
    by: byCalc('xls', 'xls:MS Excel 97'),
  }),
]
