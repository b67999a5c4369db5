import { cellBlank } from './cell-blank.ts'
import { cellMissing } from './cell-missing.ts'
import { cellNotANumber } from './cell-not-a-number.ts'
import { cellUncertain } from './cell-uncertain.ts'
import { documentComments } from './document-comments.ts'
import { documentHiddenText } from './document-hidden-text.ts'
import { documentRevisions } from './document-revisions.ts'
import { editionMismatch } from './edition-mismatch.ts'
import { notChecked } from './not-checked.ts'
import { periodDays } from './period-days.ts'
import type { ReportRule } from './rule.ts'
import { sectionHeading } from './section-heading.ts'
import { sectionMissing } from './section-missing.ts'
import { t3Balance } from './t3-balance.ts'
import { t3HandledSum } from './t3-handled-sum.ts'
import { t3RowTotal } from './t3-row-total.ts'
import { t4Total } from './t4-total.ts'
import { tableBlank } from './table-blank.ts'
import { tableMissing } from './table-missing.ts'
import { tableStructure } from './table-structure.ts'
import { titleWording } from './title-wording.ts'
import { yearMismatch } from './year-mismatch.ts'

/** Every rule that needs one report alone, in the order in which findings about the same place are read. */
export const REPORT_RULES: readonly ReportRule[] = [
  titleWording,
  yearMismatch,
  periodDays,
  editionMismatch,
  documentRevisions,
  documentHiddenText,
  documentComments,
  sectionMissing,
  sectionHeading,
  tableMissing,
  tableStructure,
  tableBlank,
  cellMissing,
  cellUncertain,
  cellNotANumber,
  cellBlank,
  t3RowTotal,
  t3HandledSum,
  t3Balance,
  t4Total,
  notChecked,
]
