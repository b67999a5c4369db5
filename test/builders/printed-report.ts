import type { TableId } from '../../shared/form/edition.ts'
import type { GroundTruth } from './ground-truth.ts'
import { dateInWords, formOf, rawOf } from './ground-truth.ts'
import type { PrintedTable } from './printed-table.ts'
import { printedBlocks, printedGroups, printedMatrix } from './printed-table.ts'

/** The report as a page shows it, block by block, before it becomes a file of some format. */
export type PrintedBlock =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly numbering: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PrintedTable }
  /** Unit and date at the end, set to the right. */
  | { readonly kind: 'closing'; readonly lines: readonly string[] }

/** Title, preface, the six sections with their tables, and the signature. */
export function printedReport(truth: GroundTruth): readonly PrintedBlock[] {
  const form = formOf(truth)
  return [
    { kind: 'title', lines: truth.title },
    ...paragraphs(truth.preface),
    ...truth.sections.flatMap((section): readonly PrintedBlock[] => {
      const table = form.sections.find(({ number }) => number === section.number)?.table ?? null
      return [
        { kind: 'heading', numbering: section.numbering, text: section.title },
        ...paragraphs(section.paragraphs),
        ...(table === null ? [] : [{ kind: 'table' as const, table: printedTable(truth, table) }]),
      ]
    }),
    ...(truth.signature === null
      ? []
      : [
          {
            kind: 'closing' as const,
            lines: [truth.signature.unit, dateInWords(truth.signature.date)],
          },
        ]),
  ]
}

const paragraphs = (texts: readonly string[]): readonly PrintedBlock[] =>
  texts.map((text) => ({ kind: 'paragraph', text }))

/** One of the three tables with the truth's numbers in it. */
export function printedTable(truth: GroundTruth, id: TableId): PrintedTable {
  const { tables } = formOf(truth)
  const shown = (cell: Parameters<typeof rawOf>[1]): string => rawOf(truth, cell)
  switch (id) {
    case 't2':
      return printedBlocks(tables.t2, shown)
    case 't3':
      return printedMatrix(tables.t3, shown)
    case 't4':
      return printedGroups(tables.t4, shown)
  }
}
