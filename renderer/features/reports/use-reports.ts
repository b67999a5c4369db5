import { useEffect, useState } from 'react'
import { observeReports } from '../../db/reports.ts'
import type { ReportRow } from '../../db/rows.ts'
import { type StoreError, storeAdvice } from '../../db/store-error.ts'
import { useDesk } from '../../desk-context.ts'

/** Every report, kept up to date; a sentence where the list cannot be had. */
export type Reports = readonly ReportRow[] | 'loading' | { readonly failed: string }

export function useReports(): Reports {
  const { store } = useDesk()
  const [reports, setReports] = useState<Reports>('loading')
  useEffect(
    () =>
      observeReports(store, {
        next: setReports,
        error: (error: StoreError) => setReports({ failed: storeAdvice(error) }),
      }),
    [store],
  )
  return reports
}
