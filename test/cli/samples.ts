import { breakOneCell } from '../builders/break-one-cell.ts'
import type { GroundTruth } from '../builders/ground-truth.ts'
import { printedReport } from '../builders/printed-report.ts'
import { randomReport } from '../builders/random-report.ts'
import { cmsFile, docxFile, htmlFile, textFile } from '../builders/report-files.ts'
import { toPdf } from '../builders/write-pdf.ts'

/** A report without a mistake; the seed alone decides which. */
export const goodReport = (seed = 1): GroundTruth => randomReport(seed)

/** The same with one number wrong, so that a relation fails. */
export const wrongReport = (seed = 1): GroundTruth =>
  breakOneCell(randomReport(seed), 40, { kind: 'wrong-number', by: 1 }).truth

export const asText = (truth: GroundTruth): Uint8Array =>
  textFile(truth, { layout: 'markdown' }).bytes

export const asHtml = (truth: GroundTruth): Uint8Array => htmlFile(truth).bytes

/** A page in GB18030. */
export const asPage = (truth: GroundTruth): Uint8Array => cmsFile(truth, 'right').bytes

export const asDocx = (truth: GroundTruth): Uint8Array => docxFile(truth).bytes

export const asPdf = (truth: GroundTruth): Uint8Array => toPdf(printedReport(truth))
