import { z } from 'zod'
import type { CellId } from '../form/edition.ts'
import type { ReadError } from '../read-error.ts'
import type { Cell, Report } from '../report/report.ts'
import type { Result } from '../result.ts'

/**
 * Every message between the desk and the host it runs in. Two hosts carry it, Electron and the local host on
 * 127.0.0.1; the desk cannot tell which. A call is named here once; what comes in is parsed by its schema before use.
 */
export interface Calls {
  /** Reads a document in a worker under limits. Ends with `cancelled` where `report:cancel` named its id first. */
  readonly 'report:read': (
    request: ReadRequest,
  ) => Promise<Result<ReadOutcome, ReadError | Cancelled>>
  readonly 'report:cancel': (ids: readonly string[]) => Promise<null>
  /** Takes a zip of reports apart. One report that cannot be unpacked does not stop the others. */
  readonly 'archive:unpack': (bytes: Uint8Array) => Promise<Result<UnpackOutcome, ReadError>>
  /** The system's dialog. `unavailable` where this host has none: then the page's own file input serves. */
  readonly 'file:pick': (kind: PickKind) => Promise<PickOutcome>
  /** The bytes of a file the host itself has handed out; any other path is refused as `no-access`. */
  readonly 'file:read': (path: string) => Promise<Result<FileContent, ReadError>>
  /** How files look now, in their order; null for one that is not there or was never handed out. Nothing is read. */
  readonly 'file:look': (paths: readonly string[]) => Promise<readonly (FileLook | null)[]>
  /** Sets the files to watch, replacing the former set. Changes arrive as `file:changed`. */
  readonly 'file:watch': (paths: readonly string[]) => Promise<null>
  /** Opens the original in the program that the system has for it. */
  readonly 'file:open': (path: string) => Promise<Result<null, OpenError>>
  /** Prints a whole HTML document through the system's dialog. `unavailable`: the page prints it itself. */
  readonly 'print:show': (html: string) => Promise<PrintOutcome>
  /** A PDF of a whole HTML document, A4, backgrounds printed. */
  readonly 'print:pdf': (html: string) => Promise<Result<Uint8Array, PdfError>>
  readonly 'sample:list': () => Promise<readonly FileContent[]>
  readonly 'host:status': () => Promise<HostStatus>
}

export type CallName = keyof Calls

/** What the host says without being asked. */
export interface Events {
  readonly 'file:changed': { readonly path: string }
  /** Files given on the command line, or to a second start of the program. */
  readonly 'file:opened': { readonly files: readonly FileTicket[] }
}

export type EventName = keyof Events

/** What the desk sees as `window.desktop`: one method a message, never a general send. */
export interface DesktopApi {
  readonly readReport: Calls['report:read']
  readonly cancelReading: Calls['report:cancel']
  readonly unpackArchive: Calls['archive:unpack']
  readonly pickFiles: Calls['file:pick']
  /**
   * Tickets for files that were dropped or pasted, in their order; null for those without a place on disk that this
   * host may use. Takes the page's own `File` objects, which cannot cross to another process.
   */
  readonly adoptFiles: (files: readonly unknown[]) => Promise<readonly (FileTicket | null)[]>
  readonly readFile: Calls['file:read']
  readonly lookAtFiles: Calls['file:look']
  readonly watchFiles: Calls['file:watch']
  readonly openOriginal: Calls['file:open']
  readonly showPrint: Calls['print:show']
  readonly makePdf: Calls['print:pdf']
  readonly listSamples: Calls['sample:list']
  readonly readStatus: Calls['host:status']
  /** Returns a function that ends the subscription. */
  readonly on: <E extends EventName>(event: E, listener: (payload: Events[E]) => void) => () => void
}

export interface ReadRequest {
  /** Chosen by the desk; names the reading in `report:cancel`. */
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Cancelled {
  readonly code: 'cancelled'
}

/** A document that was read, as plain data. */
export interface ReadOutcome {
  readonly report: PlainReport
  readonly view: ReportView
}

export type UnpackOutcome =
  /** No zip of reports but one document, which is read as it is; a Word file is a zip too. */
  | { readonly kind: 'document' }
  | { readonly kind: 'reports'; readonly reports: readonly UnpackedReport[] }

export interface UnpackedReport {
  /** Path inside the zip, `/` between folders; through a zip inside it, if the report lies in one. */
  readonly name: string
  readonly content: Result<Uint8Array, ReadError>
}

/** A report whose cells are a list, so that it can cross between processes and be stored. */
export type PlainReport = Omit<Report, 'cells'> & {
  readonly cells: readonly (readonly [CellId, Cell])[]
}

/** The source as a screen shows it; places in the report refer to it. */
export type ReportView =
  /** Drawn from the bytes themselves; `page` places. */
  | { readonly kind: 'pdf' }
  /**
   * Sanitised; `element` places are ids in it. `pageWidth`: points, of the widest page, where it is made of pages and
   * does not flow.
   */
  | { readonly kind: 'html'; readonly html: string; readonly pageWidth?: number }
  /** `text` places refer to these lines, from 1. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }

export type PickKind = 'files' | 'folder'

export type PickOutcome =
  | { readonly kind: 'picked'; readonly files: readonly FileTicket[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unavailable' }

/** A file on disk that the host has handed out. */
export interface FileTicket {
  /** Absolute. */
  readonly path: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

export interface FileContent {
  readonly name: string
  readonly bytes: Uint8Array
  /** Milliseconds since 1970, as the file system says. */
  readonly modified: number
}

/** What tells a file from an earlier state of it, without reading it. */
export interface FileLook {
  /** Bytes. */
  readonly size: number
  /** When anything about it last changed, its content or which file has its name; milliseconds since 1970. */
  readonly changed: number
}

export interface OpenError {
  readonly code: 'not-found' | 'no-program' | 'no-access'
}

export interface PrintOutcome {
  readonly kind: 'shown' | 'cancelled' | 'unavailable'
}

export interface PdfError {
  readonly code: 'unavailable' | 'failed'
}

export interface HostStatus {
  readonly version: string
  /** Requests that tried to leave the machine since the start. All were refused. */
  readonly outsideRequests: number
  /** Free space where the desk keeps its data, in bytes; null where the system does not say. */
  readonly freeBytes: number | null
}

/** Longest file name, path and document of one call. */
const NAME_LENGTH = 1_024
const PATH_LENGTH = 4_096
/** Bytes; the readers' own limit is lower for each format. */
const DOCUMENT_SIZE = 128 * 1024 * 1024
const HTML_LENGTH = 64 * 1024 * 1024
const MOST_FILES = 20_000

const id = z.string().min(1).max(64)
const path = z.string().min(1).max(PATH_LENGTH)
const html = z.string().max(HTML_LENGTH)
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= DOCUMENT_SIZE)

/** The arguments of each call; a host parses with these whatever comes in. */
export const CALL_ARGUMENTS = {
  'report:read': z.tuple([z.strictObject({ id, name: z.string().max(NAME_LENGTH), bytes })]),
  'report:cancel': z.tuple([z.array(id).max(MOST_FILES)]),
  'archive:unpack': z.tuple([bytes]),
  'file:pick': z.tuple([z.enum(['files', 'folder'])]),
  'file:read': z.tuple([path]),
  'file:look': z.tuple([z.array(path).max(MOST_FILES)]),
  'file:watch': z.tuple([z.array(path).max(MOST_FILES)]),
  'file:open': z.tuple([path]),
  'print:show': z.tuple([html]),
  'print:pdf': z.tuple([html]),
  'sample:list': z.tuple([]),
  'host:status': z.tuple([]),
} as const satisfies { readonly [C in CallName]: z.ZodType<Parameters<Calls[C]>> }
