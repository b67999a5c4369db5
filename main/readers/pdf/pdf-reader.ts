import type { Reader } from '../reader.ts'

/** Reads PDF files that have a text layer. */
export const pdfReader: Reader = {
  type: 'pdf',
  read: async (bytes) => {
    // pdf.js takes a fifth of a second to load, which a run over Word files should not pay.
    const { readPdf } = await import('./read-pdf.ts')
    return readPdf(bytes)
  },
}
