import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ReportFile } from '../test/builders/read-back.ts'
import { hasBrowser, printWithBrowser } from './browser.ts'
import { CONTENTS, type Content, hasBlanks } from './contents.ts'
import type { CorpusEntry, CorpusIndex } from './corpus-folder.ts'
import type { Conversion, LaidOut, Layout, Tool } from './layout.ts'
import { LAYOUTS, nameOf } from './layouts.ts'
import { convertWithOffice, hasOffice } from './office.ts'

/** Reports in layouts that another program makes, which takes seconds a file. */
const CONTENTS_BY_TOOLS = 10

/** Writes every report in every layout that this machine can make, each with its truth, and says what there is. */
export async function makeCorpus(
  folder: string,
  onLayout: (name: string) => void,
): Promise<CorpusIndex> {
  clear(folder)
  const tools: Readonly<Record<Tool, boolean>> = {
    office: hasOffice(),
    browser: await hasBrowser(),
  }
  const entries: CorpusEntry[] = []
  const skipped: { layout: string; tool: Tool }[] = []
  for (const layout of LAYOUTS) {
    const isPossible = layout.by === null || tools[layout.by.tool]
    if (isPossible) onLayout(nameOf(layout))
    const rendered = isPossible ? await renderAll(folder, layout) : null
    if (rendered !== null) entries.push(...rendered)
    else if (layout.by !== null) skipped.push({ layout: nameOf(layout), tool: layout.by.tool })
  }
  return { entries, skipped }
}

/** Null where the program for it turns out not to be able to. */
async function renderAll(folder: string, layout: Layout): Promise<readonly CorpusEntry[] | null> {
  const reports = reportsFor(layout)
  const laidOut = reports.map(({ content, variant }) => layout.write(content.truth, variant))
  const files = await converted(folder, layout, laidOut)
  if (files === null) return null
  return reports.map(({ name, content }, index): CorpusEntry => {
    const { bytes, extension } = files[index] ?? { bytes: new Uint8Array(), extension: 'none' }
    const path = join(slug(layout.family), slug(layout.name), `${name}.${extension}`)
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
    writeFileSync(
      join(folder, `${path}.truth.json`),
      JSON.stringify(truthJson(content, laidOut[index]?.lost ?? [])),
    )
    return { layout: nameOf(layout), family: layout.family, path }
  })
}

interface WantedReport {
  /** Names the file. */
  readonly name: string
  readonly content: Content
  readonly variant: number
}

function reportsFor(layout: Layout): readonly WantedReport[] {
  const fitting = CONTENTS.filter((content) => !(layout.hidesBlanks && hasBlanks(content)))
  if (layout.variants > 0) {
    return fitting.slice(0, MOST_TELLING).flatMap((content) =>
      Array.from({ length: layout.variants }, (_, variant) => ({
        name: `${content.name}-${variant}`,
        content,
        variant,
      })),
    )
  }
  const count = layout.by === null ? fitting.length : CONTENTS_BY_TOOLS
  return fitting.slice(0, count).map((content) => ({ name: content.name, content, variant: 0 }))
}

/** The reports of which every cell is another number stand first. */
const MOST_TELLING = 2

interface Rendered {
  readonly bytes: Uint8Array
  readonly extension: string
}

async function converted(
  folder: string,
  { by }: Layout,
  laidOut: readonly LaidOut[],
): Promise<readonly Rendered[] | null> {
  const files = laidOut.map(({ file }) => file)
  if (by === null) {
    return files.map(({ name, bytes }) => ({
      bytes,
      extension: name.slice(name.lastIndexOf('.') + 1),
    }))
  }
  const kept = files.map((file) => join(folder, CONVERTED, keyOf(file, by)))
  const open = files.filter((_, index) => !existsSync(kept[index] ?? ''))
  const made = open.length === 0 ? [] : await convert(open, by)
  if (made === null) return null
  for (const [index, bytes] of made.entries()) {
    const file = open[index]
    if (file !== undefined) writeFileSync(join(folder, CONVERTED, keyOf(file, by)), bytes)
  }
  return kept.map((path) => ({
    bytes: new Uint8Array(readFileSync(path)),
    extension: by.extension,
  }))
}

const convert = (files: readonly ReportFile[], by: Conversion) =>
  by.tool === 'office' ? convertWithOffice(files, by) : printWithBrowser(files)

/** Where the work of other programs is kept: they take seconds a file. */
const CONVERTED = '.converted'

const keyOf = (file: ReportFile, by: Conversion): string =>
  createHash('sha256').update(JSON.stringify(by)).update(file.bytes).digest('hex')

/** Everything goes but what other programs made. */
function clear(folder: string): void {
  mkdirSync(join(folder, CONVERTED), { recursive: true })
  for (const name of readdirSync(folder)) {
    if (name !== CONVERTED) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

const truthJson = ({ truth, isClean }: Content, lost: readonly string[]) => ({
  edition: truth.edition,
  cells: Object.fromEntries(truth.cells),
  lost,
  isClean,
})

const slug = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()
