import type { SourceDocument, SourceFormat } from '../../shared/document/source-document.ts'
import type { ReportView } from '../../shared/ipc/contract.ts'
import type { ReadError } from '../../shared/read-error.ts'
import type { Result } from '../../shared/result.ts'

/** Bytes in, neutral document out. A reader knows nothing of the official form. */
export interface Reader {
  readonly type: SourceType
  /** Never throws for what a file may contain. */
  readonly open: (bytes: Uint8Array) => Promise<Result<OpenedSource, ReadError>>
}

/** A file that was read once, for the checker and for the screen. */
export interface OpenedSource {
  readonly document: SourceDocument
  /** The source as a screen shows it; the places of the document refer to it. Made only when it is asked for. */
  readonly view: () => Promise<Result<ReportView, ReadError>>
}

/** What a file is, decided by its content first and its name second. */
export type SourceType = SourceFormat | 'mht'
