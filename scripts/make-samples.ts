import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeText } from '../test/builders/encode-text.ts'
import { exportPdfs } from '../test/builders/office-pdf.ts'
import type { PrintedBlock } from '../test/builders/printed-report.ts'
import { toDocx } from '../test/builders/write-docx.ts'
import { toHtml } from '../test/builders/write-html.ts'
import { toText } from '../test/builders/write-text.ts'
import { sampleReports } from './sample-reports.ts'

// node scripts/make-samples.ts: writes the files of samples/ anew; they are committed, so that nobody has to.

const UTF8 = { charset: 'UTF-8', byteOrderMark: false, newline: '\n' } as const

const folder = fileURLToPath(new URL('../samples/', import.meta.url))
for (const { name, blocks } of sampleReports()) {
  const bytes = toFile(name, blocks)
  // Without LibreOffice the PDF stays as it is; a made-up one would not look like an office's.
  if (bytes === null) process.stdout.write(`${name}: LibreOffice is not installed, left as it is\n`)
  else writeFileSync(folder + name, bytes)
}

function toFile(name: string, blocks: readonly PrintedBlock[]): Uint8Array | null {
  switch (extname(name)) {
    case '.docx':
      return toDocx(blocks, { autoNumbered: true })
    case '.pdf':
      return exportPdfs([toDocx(blocks)])?.[0] ?? null
    case '.html':
      return new TextEncoder().encode(toHtml(blocks))
    case '.md':
      return encodeText(toText(blocks, { layout: 'markdown', headingMark: '## ' }), UTF8)
    default:
      return encodeText(toText(blocks, { layout: 'cell-lines' }), {
        charset: 'GB18030',
        byteOrderMark: false,
        newline: '\r\n',
      })
  }
}
