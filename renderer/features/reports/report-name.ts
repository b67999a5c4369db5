import type { ListedReport } from '../../../shared/desk/filters.ts'

type Named = Pick<ListedReport, 'unit' | 'year' | 'title' | 'fileName'>

/** What a report is called: unit and year, else its title, else its file. */
export const reportName = ({ unit, year, title, fileName }: Named): string =>
  unit === null ? (title ?? fileName) : `${unit}${year === null ? '' : ` ${year} 年度`}`
