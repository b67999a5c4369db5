import { useEffect, useState } from 'react'
import { formFor } from '../../../shared/desk/check-reading.ts'
import type { CalendarDate } from '../../../shared/text/chinese-date.ts'
import { readReview } from '../../db/review.ts'
import type { Store } from '../../db/store.ts'
import { useDesk } from '../../desk-context.ts'
import { bundledFontFaces } from './font-faces.ts'
import { openGauge } from './measure-pieces.ts'
import { type SheetOptions, toSheet } from './sheet.ts'
import { nameOf, sheetDocument, sheetPages } from './sheet-pages.ts'
import type { PrintSize } from './sheet-styles.ts'

/** Sheets ready to be printed. */
export interface Checklist {
  /** The whole document. */
  readonly html: string
  readonly pages: number
  readonly sheets: number
  /** What the document is called as a file, without an ending. */
  readonly name: string
}

/** Reports of one printing; more paper than that is a mistake. */
export const MOST_REPORTS = 500

/** The sheets of those reports, laid out on pages; null while that is done. Reports that are gone are left out. */
export function useChecklist(
  reports: readonly number[],
  { office, contact, withSetAside }: Omit<SheetOptions, 'date'>,
  size: PrintSize,
): Checklist | null {
  const { store } = useDesk()
  const [checklist, setChecklist] = useState<Checklist | null>(null)
  const wanted = reports.join(',')
  useEffect(() => {
    const ids = wanted === '' ? [] : wanted.split(',').map(Number).slice(0, MOST_REPORTS)
    const abort = new AbortController()
    setChecklist(null)
    void layOut(
      store,
      ids,
      { office, contact, withSetAside, date: today() },
      size,
      abort.signal,
    ).then((done) => abort.signal.aborted || setChecklist(done))
    return () => abort.abort()
  }, [store, wanted, office, contact, withSetAside, size])
  return checklist
}

async function layOut(
  store: Store,
  ids: readonly number[],
  options: SheetOptions,
  size: PrintSize,
  signal: AbortSignal,
): Promise<Checklist> {
  const fontFaces = bundledFontFaces()
  const gauge = await openGauge(size, fontFaces)
  const pages: string[] = []
  const names: string[] = []
  for (const id of ids) {
    const review = signal.aborted ? 'absent' : await readReview(store, id)
    if (review === 'absent') continue
    const { fileName, number: version } = review.version
    const form = formFor(review.reading)
    const sheet = toSheet({ ...review, form, fileName, version }, options)
    pages.push(...sheetPages(sheet, gauge.measure))
    names.push(nameOf(sheet))
  }
  gauge.close()
  const [only] = names
  const subject = names.length === 1 && only !== undefined ? only : `${names.length} 份报告`
  const name = `更正清单 ${subject}`
  return {
    html: sheetDocument(name, pages, size, fontFaces),
    pages: pages.length,
    sheets: names.length,
    name,
  }
}

/** By the clock of this machine. */
function today(): CalendarDate {
  const now = new Date()
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
}
