import { Converter } from 'opencc-js'
import { encodeLegacy, encodeUtf16 } from '../test/builders/encode-text.ts'
import { rewritten, withSlips, withSpareColumn } from '../test/builders/printed-noise.ts'
import { toCmsPage } from '../test/builders/write-cms-html.ts'
import type { DocxOptions } from '../test/builders/write-docx.ts'
import { toDocx } from '../test/builders/write-docx.ts'
import type { HtmlOptions } from '../test/builders/write-html.ts'
import { toHtml } from '../test/builders/write-html.ts'
import type { ReportPdfOptions } from '../test/builders/write-pdf.ts'
import { toPdf } from '../test/builders/write-pdf.ts'
import type { Family } from './families.ts'
import { type Conversion, type Layout, type LayoutOptions, written } from './layout.ts'

const withTraditional = rewritten(Converter({ from: 'cn', to: 'tw' }))

const docx = (name: string, options: DocxOptions, more?: LayoutOptions): Layout =>
  written('docx', name, 'docx', (blocks) => toDocx(blocks, options), more)

const html = (name: string, options: HtmlOptions, more?: LayoutOptions): Layout =>
  written('html', name, 'html', (blocks) => toHtml(blocks, options), more)

/** Without lines around it a blank cell leaves nothing on the page. */
const pdf = (family: Family, name: string, options: ReportPdfOptions): Layout =>
  written(family, name, 'pdf', (blocks) => toPdf(blocks, options), {
    hidesBlanks: family === 'pdf, unruled',
  })

/** A character as HTML names what the page's charset does not have. */
const asReference = (character: string): string => `&#${character.codePointAt(0) ?? 0};`

/** Page ends in table 3. */
const CUTS = [9, 17]

export const DOCX_LAYOUTS: readonly Layout[] = [
  docx('plain', {}),
  docx('numbered headings, a table an article', { autoNumbered: true, tableForEachBlock: true }),
  docx('merged cell by cell', { merges: 'cell-by-cell' }),
  docx('empty cells in place of merges', { merges: 'empty-cells' }),
  docx('cut tables', { cutAfter: CUTS }),
  docx('in a layout table', { around: 'layout-table' }),
  docx('in text boxes', { around: 'text-box' }),
  docx('in content controls', { around: 'content-control' }),
  docx('tracked changes, hidden text', { revised: true }),
  docx('broken runs', { brokenRuns: true }),
  docx('unused grid columns', { unusedColumns: true }),
  docx('slips', {}, { noises: [withSlips] }),
  docx('blank column', {}, { noises: [withSpareColumn('')] }),
]

export const HTML_LAYOUTS: readonly Layout[] = [
  html('plain', {}),
  html('empty cells in place of merges', { merges: 'empty-cells' }),
  html('merged slots left out', { merges: 'left-out' }),
  html('in layout tables', { inLayoutTable: true }),
  html('cut tables', { cutAfter: CUTS }),
  written('html', 'county site, GB18030 declared', 'htm', (blocks) => toCmsPage(blocks, 'right')),
  written('html', 'county site, wrong charset', 'htm', (blocks) => toCmsPage(blocks, 'wrong')),
  written('html', 'county site, no charset', 'htm', (blocks) => toCmsPage(blocks, 'none')),
  written('html', 'UTF-16', 'html', (blocks) => encodeUtf16(toHtml(blocks))),
  written(
    'html',
    'traditional, Big5',
    'html',
    (blocks) => encodeLegacy(toHtml(blocks, { charset: 'big5' }), 'big5', asReference),
    { noises: [withTraditional] },
  ),
  html('slips', {}, { noises: [withSlips] }),
  html('blank column', {}, { noises: [withSpareColumn('')] }),
  html('blank column headed 备注', {}, { noises: [withSpareColumn('备注')] }),
]

export const PDF_LAYOUTS: readonly Layout[] = [
  pdf('pdf, ruled', 'strokes', { rulings: 'stroke' }),
  pdf('pdf, ruled', 'thin bars, headings repeated', { rulings: 'thin-rect', repeatsHead: true }),
  pdf('pdf, ruled', 'boxes, rows torn', { rulings: 'cell-rect', splitsRows: true }),
  pdf('pdf, unruled', 'lines across', { rulings: 'horizontal' }),
  pdf('pdf, unruled', 'no lines', { rulings: 'none' }),
  pdf('pdf, unruled', 'narrow labels, small type', {
    rulings: 'none',
    hasNarrowLabels: true,
    tableSize: 9,
  }),
  pdf('pdf, unruled', 'three lines, under a seal', { rulings: 'three-lines', seal: 'image' }),
  pdf('pdf, unruled', 'no room, rows torn', {
    rulings: 'none',
    rowPadding: 0,
    splitsRows: true,
  }),
]

const BY_BROWSER: Conversion = { tool: 'browser', extension: 'pdf' }

const printed = (family: Family, name: string, style: string, options: HtmlOptions = {}): Layout =>
  html(
    name,
    { ...options, style },
    { family, by: BY_BROWSER, hidesBlanks: family === 'pdf, unruled' },
  )

/** A page of normal size with small print; the screen's shadow and margins gone. */
const PAPER =
  '@page { size: A4; margin: 18mm } body { background: none } main { margin: 0; padding: 0; max-width: none; box-shadow: none } table { font-size: 9px }'

/** Pages printed by the test browser. */
export const BROWSER_LAYOUTS: readonly Layout[] = [
  printed('pdf, ruled', 'Chromium', PAPER),
  printed('pdf, ruled', 'Chromium, landscape', `${PAPER} @page { size: A4 landscape }`),
  printed(
    'pdf, ruled',
    'Chromium, rows may break',
    `${PAPER} tr { break-inside: auto } table { font-size: 12px }`,
  ),
  printed('pdf, unruled', 'Chromium, no lines', `${PAPER} th, td { border: 0; background: none }`),
  printed(
    'pdf, unruled',
    'Chromium, lines across',
    `${PAPER} th, td { border-width: 1px 0; background: none }`,
  ),
  ...[
    ['on its longer side', '@page { size: A4 landscape }'],
    ['tight', 'table { line-height: 1.25 } th, td { padding: 0 2px }'],
    ['loose', 'th, td { padding: 6pt 4pt }'],
    ['large type', 'table { font-size: 15px } @page { margin: 14mm 12mm }'],
    ['small type', 'table { font-size: 7.5px }'],
    ['left and top', 'th, td { text-align: left; vertical-align: top }'],
    ['numbers to the right', 'th, td { text-align: left } td.number { text-align: right }'],
    ['narrow', 'table { width: 380pt }'],
  ].map(([name = '', style = '']) =>
    printed(
      'pdf, unruled',
      `Chromium, ${name}`,
      `${PAPER} th, td { border: 0; background: none } ${style}`,
    ),
  ),
  ...[
    ['a frame', 'table { border: 1px solid #000 }'],
    ['upright lines', 'th, td { border-left: 1px solid #000; border-right: 1px solid #000 }'],
    [
      'rows on tinted ground',
      'tr:nth-child(2n) td { background: #ddd } body { print-color-adjust: exact }',
    ],
  ].map(([name = '', style = '']) =>
    printed(
      'pdf, unruled',
      `Chromium, ${name}`,
      `${PAPER} th, td { border: 0; background: none } ${style}`,
    ),
  ),
]

const byOffice = (extension: string, filter?: string): Conversion => ({
  tool: 'office',
  extension,
  ...(filter === undefined ? {} : { filter }),
})

const HTML_AS_TEXT = 'HTML (StarWriter)'

/** LibreOffice takes a line's height for a length, and so would set small print as wide apart as the text around. */
const TYPESET =
  'body, p, h1, h2 { line-height: 1.5 } th, td { border: 0; padding: 2pt; font-size: 9pt; line-height: 1.3 }'

const typeset = (name: string, style: string): Layout =>
  html(
    `LibreOffice, ${name}`,
    { style: `${TYPESET} ${style}` },
    {
      family: 'pdf, unruled',
      hidesBlanks: true,
      by: { ...byOffice('pdf'), readAs: HTML_AS_TEXT },
    },
  )

/** Files of our own as LibreOffice saves them. */
export const OFFICE_LAYOUTS: readonly Layout[] = [
  docx('LibreOffice', {}, { by: byOffice('docx') }),
  docx('LibreOffice', {}, { family: 'doc', by: byOffice('doc') }),
  docx(
    'LibreOffice, empty cells in place of merges',
    { merges: 'empty-cells' },
    { family: 'doc', by: byOffice('doc') },
  ),
  docx('LibreOffice', {}, { family: 'rtf', by: byOffice('rtf') }),
  docx('LibreOffice, cut tables', { cutAfter: CUTS }, { family: 'rtf', by: byOffice('rtf') }),
  docx('LibreOffice', {}, { family: 'odt', by: byOffice('odt') }),
  docx(
    'LibreOffice, numbered headings',
    { autoNumbered: true },
    { family: 'odt', by: byOffice('odt') },
  ),
  docx('LibreOffice', {}, { family: 'pdf, ruled', by: byOffice('pdf') }),
  docx(
    'LibreOffice, cut tables',
    { cutAfter: CUTS },
    { family: 'pdf, ruled', by: byOffice('pdf') },
  ),
  typeset('no lines', ''),
  typeset('large type', 'th, td { font-size: 12pt }'),
  typeset('left and top', 'th, td { text-align: left; vertical-align: top }'),
  typeset('lines across', 'th, td { border-top: 1pt solid #000; border-bottom: 1pt solid #000 }'),
  docx('LibreOffice', {}, { family: 'html', by: byOffice('html') }),
  docx(
    'LibreOffice, saved as text',
    {},
    {
      family: 'text, rows whole',
      hidesBlanks: true,
      by: byOffice('txt', 'txt:Text (encoded):UTF8'),
    },
  ),
]
