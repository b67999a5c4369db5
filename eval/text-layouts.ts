import { Converter } from 'opencc-js'
import { encodeText } from '../test/builders/encode-text.ts'
import type { GroundTruth } from '../test/builders/ground-truth.ts'
import {
  type Noise,
  rewritten,
  withAppendix,
  withCaptions,
  withContents,
  withHeadTwice,
  withOtherTables,
  withReadings,
  withSlips,
  withSpareColumn,
} from '../test/builders/printed-noise.ts'
import { printedReport } from '../test/builders/printed-report.ts'
import type { Flaw, FlawKind } from '../test/builders/text-flaws.ts'
import type { TextLayout, TextOptions } from '../test/builders/write-text.ts'
import { toFlawedText, toText } from '../test/builders/write-text.ts'
import type { Family } from './families.ts'
import { type Layout, written } from './layout.ts'

const WHOLE: Family = 'text, rows whole'

const toTraditional = Converter({ from: 'cn', to: 'tw' })
const withTraditional: Noise = rewritten(toTraditional)
const asMirror: Noise = (blocks) => withReadings(withTraditional(blocks))

const text = (name: string, options: TextOptions, noises: readonly Noise[] = []): Layout =>
  written(WHOLE, name, options.layout === 'markdown' ? 'md' : 'txt', (b) => toText(b, options), {
    noises,
    hidesBlanks:
      HIDING.has(options.layout) || options.tears !== undefined || options.ragged === true,
  })

/** A blank cell of these leaves nothing behind, or what a merged cell leaves behind too. */
const HIDING: ReadonlySet<TextLayout> = new Set(['pipe-lines', 'padded', 'spaced', 'bare-lines'])

const TEARS: TextOptions['tears'] = [
  { table: 't2', after: 5, repeatsHead: false, tornTail: 0 },
  { table: 't3', after: 7, repeatsHead: false, tornTail: 2 },
  { table: 't3', after: 20, repeatsHead: true, tornTail: 0 },
]

const LAYOUTS: readonly TextLayout[] = ['cell-lines', 'pipe-lines', 'markdown', 'tab-grid']

/** Rows in which every cell is there, however they are told apart. */
export const WHOLE_TEXT_LAYOUTS: readonly Layout[] = [
  text('cell a line', { layout: 'cell-lines' }),
  text('bars', { layout: 'pipe-lines' }),
  text('markdown', { layout: 'markdown', headingMark: '## ' }),
  text('tabs', { layout: 'tab-grid' }),
  written(WHOLE, 'cell a line, GB18030 CRLF', 'txt', (blocks) =>
    encodeText(toText(blocks, { layout: 'cell-lines' }), {
      charset: 'GB18030',
      byteOrderMark: false,
      newline: '\r\n',
    }),
  ),
  text('tabs, page ends', { layout: 'tab-grid', tears: TEARS }),
  text('tabs, page numbers', {
    layout: 'tab-grid',
    tears: TEARS.map((tear) => ({ ...tear, between: '— 3 —' })),
  }),
  text('tabs, ragged', { layout: 'tab-grid', ragged: true }),
  text('markdown, ragged', { layout: 'markdown', ragged: true }),
  text('two spaces', { layout: 'padded' }),
  text('one space', { layout: 'spaced' }),
  text('bare lines', { layout: 'bare-lines' }),
  ...LAYOUTS.flatMap((layout) => [
    text(`${layout}, traditional`, { layout }, [withTraditional]),
    text(`${layout}, mirror site`, { layout }, [asMirror]),
    text(`${layout}, slips`, { layout }, [withSlips]),
    text(`${layout}, table of contents`, { layout }, [withContents]),
    text(`${layout}, captions`, { layout }, [withCaptions]),
    text(`${layout}, last year's tables as an appendix`, { layout }, [withAppendix]),
    text(`${layout}, last year's tables above`, { layout }, [
      withOtherTables(['上年度', '本年度']),
    ]),
    text(`${layout}, headings twice`, { layout }, [withHeadTwice]),
  ]),
  text('markdown, blank column', { layout: 'markdown' }, [withSpareColumn('')]),
  text('markdown, blank column headed 备注', { layout: 'markdown' }, [withSpareColumn('备注')]),
  text('tabs, blank column', { layout: 'tab-grid' }, [withSpareColumn('')]),
  text('tabs, blank column headed 备注', { layout: 'tab-grid' }, [withSpareColumn('备注')]),
]

const FLAWS: readonly FlawKind[] = [
  'lost',
  'shifted-right',
  'shifted-left',
  'fused',
  'fused-numbers',
]

/** Rows that lost, gained or ran together cells, three in table 3 and one in each of the others. */
const flaws = (kind: FlawKind): readonly Flaw[] => [
  { kind, table: 't2', numberRow: 0 },
  { kind, table: 't3', numberRow: 5 },
  { kind, table: 't3', numberRow: 6 },
  { kind, table: 't3', numberRow: 18 },
  { kind, table: 't4', numberRow: 0 },
]

const damaged = (kind: FlawKind, layout: TextLayout): Layout => ({
  family: 'text, rows damaged',
  name: `${layout}, ${kind}`,
  by: null,
  hidesBlanks: false,
  variants: 0,
  write: (truth: GroundTruth) => {
    const { text, lost } = toFlawedText(printedReport(truth), { layout, flaws: flaws(kind) })
    const name = layout === 'markdown' ? '年报.md' : '年报.txt'
    return { file: { name, bytes: new TextEncoder().encode(text) }, lost }
  },
})

/** Texts of which nobody can say which number is whose: they count for what is not read wrong. */
const puzzling = (name: string, options: TextOptions, noises: readonly Noise[] = []): Layout =>
  written('text, rows damaged', name, 'txt', (blocks) => toText(blocks, options), {
    noises,
    hidesBlanks: true,
  })

/** What converters do to rows at page ends, and worse. */
export const DAMAGED_TEXT_LAYOUTS: readonly Layout[] = [
  ...[...LAYOUTS, 'padded' as const].flatMap((layout) =>
    FLAWS.map((kind) => damaged(kind, layout)),
  ),
  puzzling('bare lines, numbers before names', { layout: 'bare-lines', namesLast: true }),
  ...['3', '- 3 -', '第 3 页 共 8 页'].map((between) =>
    puzzling(`bare lines, page ends ${between}`, {
      layout: 'bare-lines',
      pages: { every: 47, between },
    }),
  ),
  puzzling('one space, page numbers', { layout: 'spaced', pages: { every: 11, between: '3' } }),
  ...(['tab-grid', 'bare-lines'] as const).map((layout) =>
    puzzling(`${layout}, tables of two offices`, { layout }, [
      withOtherTables(['镇本级', '下属事业单位']),
    ]),
  ),
]
