import { openBrowser } from './browser.ts'

// node test/e2e/print-program.ts --user-data-dir=… --print-to-pdf=… <url>: prints as an installed browser does when it
// is called so. The browser that comes as an npm package knows this only through the protocol, not by its arguments.

const argument = (name: string): string =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''

const context = await openBrowser(argument('user-data-dir'))
const page = await context.newPage()
await page.goto(process.argv.at(-1) ?? '', { waitUntil: 'networkidle' })
await page.pdf({ path: argument('print-to-pdf'), preferCSSPageSize: true, printBackground: true })
await context.close()
