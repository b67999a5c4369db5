import { fileURLToPath } from 'node:url'
import { convertToHtml } from 'mammoth'
import { parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readSource } from '../main/readers/index.ts'
import { checkReport } from '../shared/check/check-report.ts'
import { extractReport } from '../shared/extract/extract-report.ts'
import { findEdition } from '../shared/form/editions.ts'
import type { CorpusFile, CorpusFormat } from './corpus.ts'
import { CORPUS_FORMATS } from './corpus.ts'
import { median, rounded, textTable } from './report-table.ts'

const PDFJS = fileURLToPath(new URL('../node_modules/pdfjs-dist/', import.meta.url))

/** Times each file is read, by us and by the bare library in turn; the first rounds only warm up. */
const ROUNDS = 5
const WARM_UP = 2

/**
 * Files a second from bytes to findings, for each format, in one thread, beside the bare library. `officePdfs` are
 * PDF files with embedded fonts.
 */
export async function readSpeed(
  files: readonly CorpusFile[],
  officePdfs: readonly CorpusFile[],
): Promise<string> {
  const rows: string[][] = []
  for (const { label, format, group } of groupsOf(files, officePdfs)) {
    const times = await timesOf(group)
    const bare = BARE[format]
    rows.push([
      label,
      String(times.ours.length),
      rounded(1000 / mean(times.ours)),
      rounded(mean(times.ours)),
      bare === null ? '-' : rounded(mean(times.bare)),
      bare === null ? '-' : rounded(mean(times.ours) / mean(times.bare)),
      bare === null ? '(none)' : bare.name,
    ])
  }
  return textTable(
    ['format', 'files', 'files/s', 'ms/file', 'bare ms/file', 'ratio', 'bare library'],
    rows,
  )
}

interface Group {
  readonly label: string
  readonly format: CorpusFormat
  readonly group: readonly CorpusFile[]
}

const groupsOf = (
  files: readonly CorpusFile[],
  officePdfs: readonly CorpusFile[],
): readonly Group[] => [
  ...CORPUS_FORMATS.map((format) => ({
    label: format,
    format,
    group: files.filter((file) => file.format === format),
  })),
  ...(officePdfs.length === 0
    ? []
    : [{ label: 'pdf, embedded fonts', format: 'pdf' as const, group: officePdfs }]),
]

interface Times {
  /** Milliseconds for each file: the median over the rounds. */
  readonly ours: readonly number[]
  readonly bare: readonly number[]
}

async function timesOf(files: readonly CorpusFile[]): Promise<Times> {
  const ours = files.map((): number[] => [])
  const bare = files.map((): number[] => [])
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    for (const [index, file] of files.entries()) {
      // One after the other on the same file, so that what else the machine does hits both alike.
      const own = await timed(() => wholeWay(file))
      const alone = await timed(() => BARE[file.format]?.run(file))
      if (round < WARM_UP) continue
      ours[index]?.push(own)
      bare[index]?.push(alone)
    }
  }
  return { ours: ours.map(median), bare: bare.map(median) }
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Bytes to findings, as a worker thread does it. */
async function wholeWay({ name, bytes }: CorpusFile): Promise<void> {
  // pdf.js takes the buffer away from its caller.
  const source = await readSource(bytes.slice(), name)
  if (!source.ok) throw new Error(`${name}: ${source.error.code}`)
  const report = extractReport(source.value)
  if (!report.ok) throw new Error(`${name}: ${report.error.code}`)
  const form = findEdition(report.value.edition)
  if (form !== undefined) checkReport(report.value, form)
}

interface BareLibrary {
  readonly name: string
  readonly run: (file: CorpusFile) => unknown
}

/** What the program builds on, doing the least that could be called reading. */
const BARE: Readonly<Record<CorpusFormat, BareLibrary | null>> = {
  docx: {
    name: 'mammoth.convertToHtml',
    run: ({ bytes }) => convertToHtml({ buffer: Buffer.from(bytes) }),
  },
  pdf: { name: 'pdf.js getDocument + getTextContent', run: ({ bytes }) => pdfText(bytes.slice()) },
  html: { name: 'TextDecoder + parse5.parse', run: ({ bytes }) => parse(decodeHtml(bytes)) },
  txt: null,
}

async function pdfText(data: Uint8Array): Promise<number> {
  // With the character maps, or it could not read fonts that are not embedded and would look fast.
  const task = getDocument({
    data,
    verbosity: 0,
    useSystemFonts: false,
    cMapUrl: `${PDFJS}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${PDFJS}standard_fonts/`,
  })
  const document = await task.promise
  let characters = 0
  for (let page = 1; page <= document.numPages; page++) {
    const content = await (await document.getPage(page)).getTextContent()
    characters += content.items.length
  }
  await task.destroy()
  return characters
}

function decodeHtml(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
