import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { GroundTruth } from '../test/builders/ground-truth.ts'
import { exportPdfs } from '../test/builders/office-pdf.ts'
import { randomReport } from '../test/builders/random-report.ts'
import type { ReportFile } from '../test/builders/read-back.ts'
import { cmsFile, docxFile, htmlFile, pdfFile, textFile } from '../test/builders/report-files.ts'

/** The formats in the corpus, in equal parts. */
export const CORPUS_FORMATS = ['docx', 'pdf', 'html', 'txt'] as const

export type CorpusFormat = (typeof CORPUS_FORMATS)[number]

/** One file of the corpus in memory. */
export interface CorpusFile extends ReportFile {
  readonly format: CorpusFormat
  readonly path: string
}

/** A folder with that many files; made once and kept, the same on every machine. */
export async function corpusFolder(size: number): Promise<string> {
  const folder = fileURLToPath(new URL(`../.bench/corpus-${size}`, import.meta.url))
  if (existsSync(folder) && readdirSync(folder).length === size) return folder
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (let seed = 0; seed < size; seed++) {
    const file = await corpusFile(seed)
    writeFileSync(join(folder, file.name), file.bytes)
  }
  return folder
}

/** The files of a corpus folder with their bytes. */
export const readCorpus = (folder: string): readonly CorpusFile[] =>
  readdirSync(folder)
    .toSorted()
    .map((name) => ({
      name,
      path: join(folder, name),
      format: CORPUS_FORMATS.find((format) => name.endsWith(`.${format}`)) ?? 'txt',
      bytes: new Uint8Array(readFileSync(join(folder, name))),
    }))

/** Reports that LibreOffice exports as PDF, with embedded fonts; none where it is not installed. */
export function officePdfs(count: number): readonly CorpusFile[] {
  const folder = fileURLToPath(new URL(`../.bench/office-${count}`, import.meta.url))
  if (!existsSync(folder) || readdirSync(folder).length !== count) {
    const seeds = Array.from({ length: count }, (_, seed) => seed)
    const files = exportPdfs(seeds.map((seed) => docxFile(randomReport(seed)).bytes))
    if (files === null) return []
    mkdirSync(folder, { recursive: true })
    for (const [seed, bytes] of files.entries())
      writeFileSync(join(folder, `${String(seed).padStart(4, '0')}.pdf`), bytes)
  }
  return readCorpus(folder)
}

async function corpusFile(seed: number): Promise<ReportFile> {
  const format = CORPUS_FORMATS[seed % CORPUS_FORMATS.length] ?? 'txt'
  // Variants of a format take turns, whatever the number of formats is.
  const turn = Math.floor(seed / CORPUS_FORMATS.length)
  const { bytes } = await written(randomReport(seed), format, turn)
  return { name: `${String(seed).padStart(4, '0')}.${format}`, bytes }
}

const RULINGS = ['stroke', 'thin-rect', 'cell-rect'] as const

function written(
  truth: GroundTruth,
  format: CorpusFormat,
  turn: number,
): ReportFile | Promise<ReportFile> {
  switch (format) {
    case 'docx':
      return docxFile(truth, { autoNumbered: turn % 2 === 1, tableForEachBlock: turn % 3 === 1 })
    case 'pdf':
      return pdfFile(truth, {
        rulings: RULINGS[turn % RULINGS.length] ?? 'stroke',
        repeatsHead: turn % 2 === 1,
      })
    case 'html':
      return turn % 2 === 0 ? cmsFile(truth, 'right') : htmlFile(truth)
    case 'txt':
      return textFile(truth, { layout: turn % 2 === 0 ? 'cell-lines' : 'tab-grid' })
  }
}
