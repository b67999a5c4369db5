import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Calls, PdfError } from '../../../shared/ipc/contract.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { PrintPages } from '../print-pages.ts'
import type { RunProgram } from './run-program.ts'

export interface BrowserPrinting {
  readonly findBrowser: () => Promise<string | null>
  readonly run: RunProgram
  readonly printPages: PrintPages
  readonly origin: () => string
  /** For the browser's profile and the file it writes; both are removed. */
  readonly dataFolder: string
  /** Chromium's own sandbox refuses to start for this user. */
  readonly isRoot: boolean
  readonly signal: AbortSignal
}

/** Milliseconds. A list of thousands of findings takes a few seconds. */
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
  { findBrowser, run, printPages, origin, dataFolder, isRoot, signal }: BrowserPrinting,
): Promise<Result<Uint8Array, PdfError>> {
  const browser = await findBrowser()
  if (browser === null) return failure({ code: 'unavailable' })
  const folder = await mkdtemp(join(dataFolder, 'print-'))
  try {
    const file = join(folder, 'print.pdf')
    const end = await printPages.publish(html, (path) =>
      run(
        browser,
        browserArguments({ url: `${origin()}${path}`, file, profile: join(folder, 'p'), isRoot }),
        { timeout: PRINT_TIMEOUT, signal },
      ),
    )
    if (end.kind === 'missing') return failure({ code: 'unavailable' })
    const bytes = await readFile(file).catch(() => null)
    // The status says nothing: the browser ends with 0 also where it printed nothing.
    return bytes?.subarray(0, PDF_HEAD.length).toString('latin1') === PDF_HEAD
      ? success(new Uint8Array(bytes))
      : failure({ code: 'failed' })
  } finally {
    // Windows lets go of a browser's files a little after it has ended.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }).catch(
      () => {},
    )
  }
}

const PDF_HEAD = '%PDF-'

interface PrintJob {
  readonly url: string
  readonly file: string
  readonly profile: string
  readonly isRoot: boolean
}

const browserArguments = ({ url, file, profile, isRoot }: PrintJob): readonly string[] => [
  '--headless',
  '--disable-gpu',
  `--user-data-dir=${profile}`,
  `--print-to-pdf=${file}`,
  '--no-pdf-header-footer',
  // Pages are printed when their fonts are there, at the latest after this time of their own clock.
  '--virtual-time-budget=10000',
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
  url,
]
