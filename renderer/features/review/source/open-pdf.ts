import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'

/** A PDF open for drawing. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy
  readonly pages: readonly PageSize[]
}

/** Of a page as it is shown, in points. */
export interface PageSize {
  /** From 1. */
  readonly page: number
  readonly width: number
  readonly height: number
}

/** Where the build puts the character maps, fonts and decoders of pdf.js: beside the desk, never on the net. */
const dataUrl = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href

/** Opens a document with the sizes of all its pages, so that nothing moves when they are drawn. */
export async function openPdf(bytes: Uint8Array, signal: AbortSignal): Promise<OpenPdf> {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const worker = PDFWorker.create({ port })
  const task = getDocument({
    // pdf.js takes the buffer over; the stored one stays.
    data: bytes.slice(),
    worker,
    cMapUrl: dataUrl('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: dataUrl('standard_fonts'),
    wasmUrl: dataUrl('wasm'),
    iccUrl: dataUrl('iccs'),
    enableXfa: false,
  })
  signal.addEventListener('abort', () => {
    void task.destroy().finally(() => {
      worker.destroy()
      port.terminate()
    })
  })
  const pdf = await task.promise
  const pages: PageSize[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 })
    pages.push({ page, width, height })
  }
  return { document: pdf, pages }
}
