import type { Report } from '../report/report.ts'
import type { PlainReport } from './contract.ts'

/** The report as plain data. */
export const toPlainReport = (report: Report): PlainReport => ({
  ...report,
  cells: [...report.cells],
})

/** The report as the rules want it. */
export const fromPlainReport = (plain: PlainReport): Report => ({
  ...plain,
  cells: new Map(plain.cells),
})
