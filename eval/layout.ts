import type { CellId } from '../shared/form/edition.ts'
import type { GroundTruth } from '../test/builders/ground-truth.ts'
import type { Noise } from '../test/builders/printed-noise.ts'
import { type PrintedBlock, printedReport } from '../test/builders/printed-report.ts'
import type { ReportFile } from '../test/builders/read-back.ts'
import type { Family } from './families.ts'

/** One way in which a report becomes a file. */
export interface Layout {
  readonly family: Family
  /** Unique within the family; names the folder and the line of the record. */
  readonly name: string
  /** The file as our writers make it; `variant` from 0 where the layout has several. */
  readonly write: (truth: GroundTruth, variant: number) => LaidOut
  /** How often the most telling reports are written, each time differently; 0: every report, once. */
  readonly variants: number
  /** What then makes another file of it; null where the file is already the one to read. */
  readonly by: Conversion | null
  /** A blank cell looks like no cell at all, so that nobody can place the blanks of a row. */
  readonly hidesBlanks: boolean
}

export interface LaidOut {
  readonly file: ReportFile
  /** Cells that the layout left out. */
  readonly lost: readonly CellId[]
}

/** A program that is not part of the project and may be absent. */
export type Tool = 'office' | 'browser'

export interface Conversion {
  readonly tool: Tool
  /** Extension of the new file. */
  readonly extension: string
  /** LibreOffice's name for what it writes, where the extension does not say it. */
  readonly filter?: string
  /** LibreOffice's name for what it reads, where the extension does not say it. */
  readonly readAs?: string
}

/** From the printed report to the bytes of a file. */
export type Writer = (blocks: readonly PrintedBlock[]) => Uint8Array | string

export interface LayoutOptions {
  /** What happened to the report before it was written. */
  readonly noises?: readonly Noise[]
  readonly by?: Conversion
  /** Of the file that a conversion makes, where it is another than the writer's own. */
  readonly family?: Family
  readonly hidesBlanks?: boolean
}

/** A layout made by one of the writers in test/builders. */
export const written = (
  family: Family,
  name: string,
  extension: string,
  writer: Writer,
  { noises = [], by, family: other, hidesBlanks = false }: LayoutOptions = {},
): Layout => ({
  family: other ?? family,
  name,
  by: by ?? null,
  hidesBlanks,
  variants: 0,
  write: (truth) => {
    const blocks = noises.reduce((printed, noise) => noise(printed), printedReport(truth))
    const bytes = writer(blocks)
    return {
      file: {
        name: `年报.${extension}`,
        bytes: toBytes(bytes),
      },
      lost: [],
    }
  },
})

/** What a writer made, as it is stored: text in UTF-8. */
export const toBytes = (made: Uint8Array | string): Uint8Array =>
  typeof made === 'string' ? new TextEncoder().encode(made) : made
