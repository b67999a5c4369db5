import { readListDefinitions } from '../settled/list-definitions.ts'
import type { SettledDocument } from '../settled/settled.ts'
import { readStyles } from '../settled/styles.ts'
import { settleDocument } from './settle.ts'
import type { WordPackage } from './word-package.ts'

/** The settled text of an opened Word file, from which both the model and the view are made. */
export function settlePackage(word: WordPackage): SettledDocument {
  const styles = readStyles(word.styles)
  return settleDocument(word.document, styles, readListDefinitions(word.numbering, styles))
}
