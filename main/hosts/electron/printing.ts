import { BrowserWindow, type WebContents } from 'electron'
import type { Calls, PrintOutcome } from '../../../shared/ipc/contract.ts'
import { failure, success } from '../../../shared/result.ts'
import type { PrintPages } from '../print-pages.ts'
import { DESK_ORIGIN } from './origin.ts'
import { PAGE_PREFERENCES } from './window.ts'

export interface Printing {
  readonly showPrint: Calls['print:show']
  readonly makePdf: Calls['print:pdf']
}

/** Inches; a document that sets margins of its own has those instead. */
const MARGINS = { top: 0.8, bottom: 0.8, left: 0.75, right: 0.75 }

/** Prints documents from windows that nobody sees. Everything is said: defaults differ and have changed. */
export function createPrinting(printPages: PrintPages): Printing {
  return {
    showPrint: async (html) =>
      (await inPrintWindow(html, printPages, print)) ?? { kind: 'unavailable' },
    makePdf: async (html) => {
      const pdf = await inPrintWindow(html, printPages, (contents) =>
        contents.printToPDF({
          pageSize: 'A4',
          // The document's own @page rule, which says A4 too, sets the margins.
          preferCSSPageSize: true,
          margins: MARGINS,
          landscape: false,
          scale: 1,
          printBackground: true,
          displayHeaderFooter: false,
          generateTaggedPDF: true,
          generateDocumentOutline: false,
        }),
      )
      return pdf === null ? failure({ code: 'failed' }) : success(new Uint8Array(pdf))
    },
  }
}

const print = (contents: WebContents): Promise<PrintOutcome> =>
  new Promise((resolve) => {
    contents.print(
      {
        silent: false,
        pageSize: 'A4',
        // Any other type would set the margins of the document aside.
        margins: { marginType: 'default' },
        landscape: false,
        scaleFactor: 100,
        printBackground: true,
        color: true,
        copies: 1,
        collate: true,
        pagesPerSheet: 1,
      },
      (isPrinted, reason) => {
        if (isPrinted) resolve({ kind: 'shown' })
        else resolve({ kind: /cancel/i.test(reason) ? 'cancelled' : 'unavailable' })
      },
    )
  })

/** Null where the document could not be loaded or printed. */
const inPrintWindow = <T>(
  html: string,
  printPages: PrintPages,
  use: (contents: WebContents) => Promise<T>,
): Promise<T | null> =>
  printPages.publish(html, async (path) => {
    const window = new BrowserWindow({ show: false, webPreferences: PAGE_PREFERENCES })
    try {
      await window.loadURL(`${DESK_ORIGIN}${path}`)
      // A page whose fonts are still on their way prints blanks.
      await window.webContents.executeJavaScript('document.fonts.ready.then(() => null)')
      return await use(window.webContents)
    } catch {
      return null
    } finally {
      window.destroy()
    }
  })
