import type { DocumentNote } from '../../shared/document/source-document.ts'
import { cellsOfEdition, findCell } from '../../shared/form/cell-id.ts'
import type { CellId, Edition, TableId } from '../../shared/form/edition.ts'
import { findEdition } from '../../shared/form/editions.ts'
import { headingOf } from '../../shared/form/official-sections.ts'
import type {
  Cell,
  Deviation,
  HeadingAgreement,
  Period,
  ReadingDoubt,
  Report,
  SectionReading,
  Signature,
  TableReading,
  Title,
  UnplacedCells,
} from '../../shared/report/report.ts'
import { readContent } from '../../shared/text/number.ts'

/** What stands in a cell instead: its text; its text with a doubt; null where the cell was not located. */
export type CellChange = string | { readonly raw: string; readonly doubt: ReadingDoubt } | null

export type CellChanges = Readonly<Record<CellId, CellChange>>

export interface ReportOptions {
  readonly edition?: '2019' | '2021'
  /** Year of title, period and (one later) signature; the last of the edition's years that are over. */
  readonly year?: number
  readonly title?: Partial<Title> | null
  readonly period?: Partial<Period> | null
  readonly signature?: Partial<Signature> | null
  /** Changes to sections, by number. */
  readonly sections?: Readonly<Record<number, Partial<SectionReading>>>
  readonly deviations?: Readonly<Partial<Record<TableId, readonly Deviation[]>>>
  /** Tables that are not there; their cells are gone with them. */
  readonly missing?: readonly TableId[]
  readonly unplaced?: readonly UnplacedCells[]
  readonly notes?: readonly DocumentNote[]
}

/** A correct report, every cell `0`, with a few cells and other things changed. */
export function buildReport(changes: CellChanges = {}, options: ReportOptions = {}): Report {
  const form = formOf(options)
  const year = options.year ?? (form.id === '2019' ? 2020 : 2021)
  const missing = new Set(options.missing)
  const table = (id: TableId): TableReading => ({
    status: missing.has(id) ? 'missing' : 'read',
    deviations: options.deviations?.[id] ?? [],
    at: [],
  })
  return {
    format: 'docx',
    edition: form.id,
    title: orNull(options.title, titleOf(year)),
    period: orNull(options.period, periodOf(year)),
    signature: orNull(options.signature, signatureOf(year + 1)),
    sections: sectionsOf(form, options.sections ?? {}),
    tables: { t2: table('t2'), t3: table('t3'), t4: table('t4') },
    cells: buildCells(form, changes, missing, new Set(options.unplaced?.flatMap((u) => u.cells))),
    unplaced: options.unplaced ?? [],
    notes: options.notes ?? [],
  }
}

/** The edition that the options ask for. */
export function formOf({ edition = '2021' }: ReportOptions = {}): Edition {
  const form = findEdition(edition)
  if (form === undefined) throw new Error(`no edition ${edition}`)
  return form
}

/** The same change to all cells whose ids match. */
export function changeAll(
  pattern: RegExp,
  change: CellChange,
  options?: ReportOptions,
): CellChanges {
  const ids = cellsOfEdition(formOf(options)).flatMap(({ id }) => (pattern.test(id) ? [id] : []))
  if (ids.length === 0) throw new Error(`no cell matches ${pattern}`)
  return Object.fromEntries(ids.map((id): [CellId, CellChange] => [id, change]))
}

/** Numbers that fulfil every relation and are not all zero: 5 applications, 4 handled, 1 carried on. */
export const BUSY: CellChanges = {
  't3.new.natural': '3',
  't3.new.company': '1',
  't3.new.total': '4',
  't3.carriedIn.natural': '1',
  't3.carriedIn.total': '1',
  't3.granted.natural': '2',
  't3.granted.total': '2',
  't3.partial.company': '1',
  't3.partial.total': '1',
  't3.denied.secret.natural': '1',
  't3.denied.secret.total': '1',
  't3.handled.natural': '3',
  't3.handled.company': '1',
  't3.handled.total': '4',
  't3.carriedOut.natural': '1',
  't3.carriedOut.total': '1',
  't4.review.upheld': '2',
  't4.review.pending': '1',
  't4.review.total': '3',
}

function buildCells(
  form: Edition,
  changes: CellChanges,
  missing: ReadonlySet<TableId>,
  unplaced: ReadonlySet<CellId>,
): ReadonlyMap<CellId, Cell> {
  const changed = new Map(Object.entries(changes))
  for (const id of changed.keys()) {
    // A misspelt id would make a case prove nothing.
    if (!cellsOfEdition(form).some((cell) => cell.id === id))
      throw new Error(`edition ${form.id} has no cell ${id}`)
  }
  const cells = new Map<CellId, Cell>()
  for (const { id, table } of cellsOfEdition(form)) {
    const change = changed.has(id) ? (changed.get(id) ?? null) : '0'
    if (change === null || missing.has(table) || unplaced.has(id)) continue
    const { raw, doubt } = typeof change === 'string' ? { raw: change, doubt: null } : change
    cells.set(id, buildCell(form, id, raw, doubt))
  }
  return cells
}

function buildCell(form: Edition, id: CellId, raw: string, doubt: ReadingDoubt | null): Cell {
  const content = readContent(raw, findCell(form, id)?.measure ?? 'count')
  const base = { raw: raw.trim(), at: [] }
  return content.kind === 'number'
    ? { ...base, ...content, doubt: doubt ?? content.doubt }
    : { ...base, ...content, doubt }
}

function sectionsOf(
  form: Edition,
  changes: Readonly<Record<number, Partial<SectionReading>>>,
): readonly SectionReading[] {
  return form.sections.map((section) => {
    const agreement: HeadingAgreement = 'official'
    const text = section.table === null ? '按规定做好各项工作。' : ''
    const reading = { number: section.number, heading: headingOf(section), agreement, text, at: [] }
    return { ...reading, ...changes[section.number] }
  })
}

const orNull = <T extends object>(change: Partial<T> | null | undefined, usual: T): T | null =>
  change === null ? null : { ...usual, ...change }

const titleOf = (year: number): Title => ({
  text: `清水镇人民政府${year}年政府信息公开工作年度报告`,
  unit: '清水镇',
  year,
  at: [],
})

const periodOf = (year: number): Period => ({
  start: { year, month: 1, day: 1 },
  end: { year, month: 12, day: 31 },
  raw: `${year}年1月1日至${year}年12月31日`,
  at: [],
})

const signatureOf = (year: number): Signature => ({
  unit: '清水镇人民政府',
  date: { year, month: 1, day: 20, raw: `${year}年1月20日` },
  at: [],
})
