import type { SourceDocument } from '../../shared/document/source-document.ts'
import type { ReadError } from '../../shared/read-error.ts'
import type { Result } from '../../shared/result.ts'

/** Bytes in, neutral document out. A reader knows nothing of the official form. */
export interface Reader {
  readonly type: SourceType
  /** The document's text and tables; never throws for what a file may contain. */
  readonly read: (bytes: Uint8Array) => Promise<Result<SourceDocument, ReadError>>
}

/** What a file is, decided by its content first and its name second. */
export type SourceType = 'docx' | 'pdf' | 'html' | 'text'

/** The sanitised HTML view of a source; every `element` place of the document is the id of an element in it. */
export interface SourceView {
  readonly html: string
}
