import { chromium } from 'playwright-core'
import type { ReportFile } from '../test/builders/read-back.ts'
import { CHROMIUM_FLAGS, definedOf, findChromium } from '../test/e2e/browser.ts'

/** Whether the test browser starts here. */
export const hasBrowser = (): Promise<boolean> =>
  findChromium().then(
    () => true,
    () => false,
  )

/** Web pages as the browser prints them to PDF, A4, in their order. */
export async function printWithBrowser(
  pages: readonly ReportFile[],
): Promise<readonly Uint8Array[]> {
  const program = await findChromium()
  const browser = await chromium.launch({
    executablePath: program.path,
    args: CHROMIUM_FLAGS,
    env: { ...definedOf(process.env), ...program.env },
  })
  try {
    const page = await browser.newPage()
    const printed: Uint8Array[] = []
    for (const { bytes } of pages) {
      await page.setContent(new TextDecoder().decode(bytes))
      printed.push(new Uint8Array(await page.pdf({ preferCSSPageSize: true, format: 'A4' })))
    }
    return printed
  } finally {
    await browser.close()
  }
}
