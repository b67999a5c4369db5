import type { Box } from '../../../shared/document/source-document.ts'
import type { PageTable } from './page-table.ts'
import type { TextLine } from './text-lines.ts'

/** A page once its tables are found: what else is written there stands in lines. */
export interface PageLines {
  /** From 1. */
  readonly page: number
  /** In points, with the text upright. */
  readonly height: number
  readonly tables: readonly PageTable[]
  readonly lines: readonly TextLine[]
  /** From the upright page back to the page as it is shown. */
  readonly toShown: (box: Box) => Box
  readonly hasImage: boolean
}
