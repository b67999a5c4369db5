import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Calls, PdfError } from '../../../shared/ipc/contract.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { PrintPages } from '../print-pages.ts'
import { type Fields, type PipedBrowser, startPipedBrowser } from './piped-browser.ts'

export interface BrowserPrinting {
  readonly findBrowser: () => Promise<string | null>
  readonly printPages: PrintPages
  readonly origin: () => string
  /** For the browser's profile, which is removed. */
  readonly dataFolder: string
  /** Chromium's own sandbox refuses to start for this user. */
  readonly isRoot: boolean
  readonly signal: AbortSignal
  /** Milliseconds for one document, the start of the browser included. */
  readonly timeout?: number | undefined
}

/** Milliseconds. A list of thousands of findings takes a few seconds; a browser that was never started, up to twenty. */
const PRINT_TIMEOUT = 90_000

/** Makes a PDF with a browser that is installed, without a window, one document after the other. */
export function createBrowserPrinting(printing: BrowserPrinting): Calls['print:pdf'] {
  let last: Promise<unknown> = Promise.resolve()
  return (html) => {
    const pdf = last.then(() => makePdf(html, printing))
    last = pdf.catch(() => {})
    return pdf
  }
}

async function makePdf(
  html: string,
  printing: BrowserPrinting,
): Promise<Result<Uint8Array, PdfError>> {
  const { findBrowser, printPages, origin, dataFolder, isRoot, signal } = printing
  const program = await findBrowser()
  if (program === null) return failure({ code: 'unavailable' })
  const folder = await mkdtemp(join(dataFolder, 'print-'))
  const over = AbortSignal.any([signal, AbortSignal.timeout(printing.timeout ?? PRINT_TIMEOUT)])
  try {
    const browser = await startPipedBrowser(program, browserArguments(folder, isRoot), over)
    if (browser === null) return failure({ code: 'unavailable' })
    const pdf = await printPages
      .publish(html, (path) => printPage(browser, `${origin()}${path}`))
      .finally(browser.end)
    return pdf === null ? failure({ code: 'failed' }) : success(pdf)
  } finally {
    // Windows lets go of a browser's files a little after it has ended.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }).catch(
      () => {},
    )
  }
}

/** Null where the page could not be loaded or printed. */
async function printPage(browser: PipedBrowser, url: string): Promise<Uint8Array | null> {
  const target = await browser.ask('Target.createTarget', { url: 'about:blank' })
  const page = textOf(target, 'targetId')
  if (page === null) return null
  const attached = await browser.ask('Target.attachToTarget', { targetId: page, flatten: true })
  const session = textOf(attached, 'sessionId')
  if (session === null) return null
  const going = await browser.ask('Page.navigate', { url }, session)
  if (going === null || textOf(going, 'errorText') !== null) return null
  const drawn = await browser.ask('Runtime.evaluate', WAIT_UNTIL_DRAWN, session)
  if (drawn === null || 'exceptionDetails' in drawn) return null
  const data = textOf(await browser.ask('Page.printToPDF', PDF_SETTINGS, session), 'data')
  const pdf = data === null ? null : new Uint8Array(Buffer.from(data, 'base64'))
  return pdf !== null && new TextDecoder().decode(pdf.subarray(0, 5)) === '%PDF-' ? pdf : null
}

const textOf = (fields: Fields | null, name: string): string | null => {
  const value = fields?.[name]
  return typeof value === 'string' ? value : null
}

/** A page whose fonts are still on their way prints blanks. */
const WAIT_UNTIL_DRAWN = {
  expression: `new Promise((resolve) => {
    if (document.readyState === 'complete') resolve()
    else addEventListener('load', resolve)
  }).then(() => document.fonts.ready).then(() => null)`,
  awaitPromise: true,
}

/** Everything is said: defaults differ and have changed. Inches. */
const PDF_SETTINGS = {
  // The document's own @page rule sets size and margins; these are for one that has none.
  preferCSSPageSize: true,
  paperWidth: 8.27,
  paperHeight: 11.69,
  marginTop: 0.8,
  marginBottom: 0.8,
  marginLeft: 0.75,
  marginRight: 0.75,
  landscape: false,
  scale: 1,
  printBackground: true,
  displayHeaderFooter: false,
  generateTaggedPDF: true,
  generateDocumentOutline: false,
  transferMode: 'ReturnAsBase64',
}

const browserArguments = (profile: string, isRoot: boolean): readonly string[] => [
  '--headless',
  '--disable-gpu',
  `--user-data-dir=${profile}`,
  // The browser must not use the occasion to talk to its maker.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  ...(isRoot ? ['--no-sandbox'] : []),
  'about:blank',
]
