import {
  BROWSER_LAYOUTS,
  DOCX_LAYOUTS,
  HTML_LAYOUTS,
  OFFICE_LAYOUTS,
  PDF_LAYOUTS,
} from './file-layouts.ts'
import { FLAWED_LAYOUTS } from './flawed-layouts.ts'
import type { Layout } from './layout.ts'
import {
  ARCHIVE_LAYOUTS,
  DOC_LAYOUTS,
  ODT_LAYOUTS,
  OFD_LAYOUTS,
  RTF_LAYOUTS,
  SHEET_LAYOUTS,
} from './more-layouts.ts'
import { PAGE_LAYOUTS, WORD_LAYOUTS, WORKBOOK_LAYOUTS } from './office-layouts.ts'
import { DAMAGED_TEXT_LAYOUTS, WHOLE_TEXT_LAYOUTS } from './text-layouts.ts'

/** Every way in which the corpus renders a report. A new format is one line here, or one in the lists it names. */
export const LAYOUTS: readonly Layout[] = [
  ...DOCX_LAYOUTS,
  ...HTML_LAYOUTS,
  ...PDF_LAYOUTS,
  ...BROWSER_LAYOUTS,
  ...DOC_LAYOUTS,
  ...RTF_LAYOUTS,
  ...ODT_LAYOUTS,
  ...OFD_LAYOUTS,
  ...ARCHIVE_LAYOUTS,
  ...SHEET_LAYOUTS,
  ...WORD_LAYOUTS,
  ...PAGE_LAYOUTS,
  ...WORKBOOK_LAYOUTS,
  ...OFFICE_LAYOUTS,
  ...WHOLE_TEXT_LAYOUTS,
  ...DAMAGED_TEXT_LAYOUTS,
  ...FLAWED_LAYOUTS,
]

/** The layout's line in tables and in the record. */
export const nameOf = ({ family, name }: Layout): string => `${family}: ${name}`
