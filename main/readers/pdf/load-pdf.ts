/// <reference path="./pdfjs-worker.d.ts" />
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { type FontFacts, fontFactsOf, isNewsFor } from './font-facts.ts'
import { connectPorts } from './local-port.ts'
import { watchPageFailures } from './page-failures.ts'

/** An open document of pdf.js; it holds much memory until it is closed. */
export interface PdfFile {
  readonly document: PDFDocumentProxy
  /** What is known of the fonts that pages have used so far, by pdf.js's name for them. */
  readonly fonts: ReadonlyMap<string, FontFacts>
  /** Numbers of the pages whose operator list was asked for and broke off. */
  readonly brokenPages: ReadonlySet<number>
  readonly close: () => Promise<void>
}

/** `strict` refuses a page that cannot be painted whole; `lenient` leaves out what cannot be painted. */
export type Strictness = 'strict' | 'lenient'

/** Opens a file in this very thread; nothing is fetched but character maps of the package itself. */
export async function loadPdf(
  bytes: Uint8Array,
  strictness: Strictness,
): Promise<Result<PdfFile, ReadError>> {
  const fonts = new Map<string, FontFacts>()
  const failures = watchPageFailures()
  const [near, far] = connectPorts(
    (message) => {
      failures.seeRequest(message)
      return true
    },
    (message) => {
      failures.seeAnswer(message)
      const facts = fontFactsOf(message)
      if (facts !== undefined) fonts.set(facts.name, facts)
      return isNewsFor(message)
    },
  )
  WorkerMessageHandler.initializeFromPort(far)
  const worker = PDFWorker.create({ port: near, verbosity: VerbosityLevel.ERRORS })
  const task = getDocument({
    data: plainArray(bytes),
    worker,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: packageFolder('standard_fonts'),
    stopAtErrors: strictness === 'strict',
    // Pictures say nothing that could be checked, and decoding them takes longer than all the rest.
    maxImageSize: 0,
    // Glyph outlines are needed for drawing only; the port keeps the font programs back anyway.
    disableFontFace: false,
    fontExtraProperties: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
  })
  const close = async () => {
    await task.destroy()
    worker.destroy()
    near.terminate()
    far.terminate()
  }
  try {
    const document = await task.promise
    return success({ document, fonts, brokenPages: failures.pages, close })
  } catch (error) {
    await close()
    return failure(loadError(error))
  }
}

function loadError(error: unknown): ReadError {
  const name = error instanceof Error ? error.name : ''
  return name === 'PasswordException'
    ? { code: 'encrypted' }
    : { code: 'damaged', reason: 'broken' }
}

/** pdf.js refuses Node's own kind of byte array. */
function plainArray(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The folder of a kind of data in the installed package, as pdf.js wants it: slashes, and one at the end. */
function packageFolder(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return `${join(root, name).replaceAll('\\', '/')}/`
}
