import type { CellId } from '../shared/form/edition.ts'
import { withoutTable } from '../test/builders/printed-noise.ts'
import { printedReport } from '../test/builders/printed-report.ts'
import { lostBy, TABLE_FLAWS, type TableFlaw, withTableFlaw } from '../test/builders/table-flaws.ts'
import { toDocx } from '../test/builders/write-docx.ts'
import { toHtml } from '../test/builders/write-html.ts'
import { toText } from '../test/builders/write-text.ts'
import { type Layout, toBytes, type Writer } from './layout.ts'

/** Rows and columns of the form that are struck in turn. */
const VARIANTS = 12
/** Steps between them, so that every part of the table has its turn. */
const STEP = 5

const WRITERS: readonly (readonly [string, string, Writer])[] = [
  ['docx', 'docx', (blocks) => toDocx(blocks)],
  ['html', 'html', (blocks) => toHtml(blocks)],
  ['cell a line', 'txt', (blocks) => toText(blocks, { layout: 'cell-lines' })],
  ['tabs', 'txt', (blocks) => toText(blocks, { layout: 'tab-grid' })],
]

const flawed = (flaw: TableFlaw, [name, extension, writer]: (typeof WRITERS)[number]): Layout => ({
  family: 'tables damaged',
  name: `${name}, ${flaw}`,
  by: null,
  hidesBlanks: false,
  variants: VARIANTS,
  write: (truth, variant) => {
    const index = variant * STEP
    const bytes = writer(withTableFlaw(flaw, index)(printedReport(truth)))
    const ids: readonly CellId[] = [...truth.cells.keys()]
    return {
      file: {
        name: `年报.${extension}`,
        bytes: toBytes(bytes),
      },
      lost: lostBy(flaw, index, ids),
    }
  },
})

/** Without table 2 or 3: what is left must tell the edition. */
const halved = (id: 't2' | 't3', [name, extension, writer]: (typeof WRITERS)[number]): Layout => ({
  family: 'tables damaged',
  name: `${name}, without ${id}`,
  by: null,
  hidesBlanks: false,
  variants: 0,
  write: (truth) => {
    const bytes = writer(withoutTable(id)(printedReport(truth)))
    const ids: readonly CellId[] = [...truth.cells.keys()]
    return {
      file: {
        name: `年报.${extension}`,
        bytes: toBytes(bytes),
      },
      lost: ids.filter((cell) => cell.startsWith(`${id}.`)),
    }
  },
})

/** Table 3 with a row or a column that lost its name, is not there, stands twice or somewhere else; and tables left out. */
export const FLAWED_LAYOUTS: readonly Layout[] = [
  ...TABLE_FLAWS.flatMap((flaw) => WRITERS.map((writer) => flawed(flaw, writer))),
  ...(['t2', 't3'] as const).flatMap((id) => WRITERS.map((writer) => halved(id, writer))),
]
