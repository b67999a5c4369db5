import { toDoc } from '../test/builders/write-doc.ts'
import { toMht } from '../test/builders/write-mht.ts'
import { toOdt } from '../test/builders/write-odt.ts'
import { toOfd } from '../test/builders/write-ofd.ts'
import { toRtf } from '../test/builders/write-rtf.ts'
import { toExcelClipboard, toWordHtml } from '../test/builders/write-word-html.ts'
import { toXls } from '../test/builders/write-xls.ts'
import { toXlsx } from '../test/builders/write-xlsx.ts'
import { type Layout, written } from './layout.ts'

/** Word 97 to 2003 and WPS. */
export const DOC_LAYOUTS: readonly Layout[] = [
  written('doc', 'plain', 'doc', (blocks) => toDoc(blocks)),
  written('doc', 'marked cells, numbered headings', 'doc', (blocks) =>
    toDoc(blocks, { merges: 'marked', autoNumbered: true }),
  ),
  written('doc', 'saved quickly and often', 'doc', (blocks) =>
    toDoc(blocks, { isMixed: true, isScattered: true }),
  ),
  written('doc', 'drawn by hand, wide rows', 'wps', (blocks) =>
    toDoc(blocks, { isDrawnByHand: true, hasDataRows: true, hasShortEnd: true }),
  ),
]

export const RTF_LAYOUTS: readonly Layout[] = [
  written('rtf', 'plain', 'rtf', (blocks) => toRtf(blocks)),
  written('rtf', 'marked cells, numbered headings', 'rtf', (blocks) =>
    toRtf(blocks, { across: 'marked-cells', autoNumbered: true, definitions: 'both' }),
  ),
  written('rtf', 'in text boxes, broken labels', 'doc', (blocks) =>
    toRtf(blocks, { around: 'text-box', brokenLabels: true }),
  ),
]

export const ODT_LAYOUTS: readonly Layout[] = [
  written('odt', 'plain', 'odt', (blocks) => toOdt(blocks)),
  written('odt', 'flat, numbered by a list', 'fodt', (blocks) =>
    toOdt(blocks, { container: 'flat', numbering: 'list' }),
  ),
  written('odt', 'merged slots left out', 'odt', (blocks) => toOdt(blocks, { merges: 'left-out' })),
  written('odt', 'empty cells in place of merges', 'odt', (blocks) =>
    toOdt(blocks, { merges: 'empty-cells', repeated: true }),
  ),
  written('odt', 'tracked changes, broken spans', 'odt', (blocks) =>
    toOdt(blocks, { revised: true, brokenSpans: true }),
  ),
]

export const OFD_LAYOUTS: readonly Layout[] = [
  written('ofd', 'plain', 'ofd', (blocks) => toOfd(blocks)),
  written('ofd', 'glyph by glyph, lines on a template', 'ofd', (blocks) =>
    toOfd(blocks, { unit: 'glyph', template: true, prefix: '' }),
  ),
  written('ofd', 'thin bars, transforms, headings repeated', 'ofd', (blocks) =>
    toOfd(blocks, { rulings: 'thin-rect', transforms: true, repeatsHead: true }),
  ),
]

/** Web archives, and what Word and Excel write as web pages. */
export const ARCHIVE_LAYOUTS: readonly Layout[] = [
  written('mht', 'Word', 'mht', (blocks) => toMht(blocks)),
  written('mht', 'Internet Explorer, GB2312', 'mht', (blocks) =>
    toMht(blocks, { program: 'internet-explorer', charset: 'gb2312', transfer: 'base64' }),
  ),
  written('mht', 'Chromium', 'mhtml', (blocks) => toMht(blocks, { program: 'chromium' })),
  written('html', 'Word', 'doc', (blocks) => toWordHtml(blocks)),
  written('html', 'copied from Word', 'html', (blocks) =>
    toWordHtml(blocks, { isClipboard: true }),
  ),
  written('html', 'copied from Excel', 'html', (blocks) => toExcelClipboard(blocks)),
]

export const SHEET_LAYOUTS: readonly Layout[] = [
  written('xlsx', 'plain', 'xlsx', (blocks) => toXlsx(blocks)),
  written('xlsx', 'texts in the cells, strict', 'xlsx', (blocks) =>
    toXlsx(blocks, { texts: 'inline', strict: true }),
  ),
  written('xls', 'plain', 'xls', (blocks) => toXls(blocks)),
  written('xls', 'texts in the cells', 'xls', (blocks) => toXls(blocks, { texts: 'inline' })),
]
