import { success } from '../../../shared/result.ts'
import type { Reader } from '../reader.ts'

/** Reads PDF files that have a text layer. */
export const pdfReader: Reader = {
  type: 'pdf',
  open: async (bytes) => {
    // pdf.js takes a fifth of a second to load, which a run over Word files should not pay.
    const { readPdf } = await import('./read-pdf.ts')
    const document = await readPdf(bytes)
    if (!document.ok) return document
    // The screen draws the pages from the bytes themselves.
    return success({ document: document.value, view: async () => success({ kind: 'pdf' }) })
  },
}
