import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { FontFacts } from './font-facts.ts'
import { interpretPage } from './interpret-page.ts'
import { loadPdf, type PdfFile } from './load-pdf.ts'
import type { Matrix } from './matrix.ts'
import { coverOf, type FileImages, imagesOf } from './opaque-images.ts'
import { type OperatorList, operationAt, usesLayers } from './operators.ts'
import type { PageContent } from './page-content.ts'
import type { FontMetrics } from './place-glyphs.ts'
import { withoutStrayRejections } from './stray-rejections.ts'
import { lacksNotes, type Note, notesOf, unpaintedPlaces } from './unpainted-notes.ts'
import { fieldOf, numbersOf } from './untyped.ts'

/** More pages than the longest yearbook; a report has four to twelve. */
const MOST_PAGES = 500
/** Pages that are parsed at the same time: unpacking runs beside the parsing. */
const AT_ONCE = 4

export interface PdfPages {
  readonly pages: readonly PageContent[]
  readonly fonts: ReadonlyMap<string, FontFacts>
}

/** Everything that can be seen on the pages of a file. */
export const readPages = (bytes: Uint8Array): Promise<Result<PdfPages, ReadError>> =>
  withoutStrayRejections(() => readEachPage(bytes))

async function readEachPage(bytes: Uint8Array): Promise<Result<PdfPages, ReadError>> {
  const strict = await loadPdf(bytes, 'strict')
  if (!strict.ok) return strict
  const files: Files = {
    bytes,
    strict: strict.value,
    lenient: undefined,
    layers: undefined,
    images: undefined,
  }
  try {
    const count = files.strict.document.numPages
    if (count > MOST_PAGES) return failure({ code: 'too-large', limit: 'file' })
    const pages: PageContent[] = []
    for (let first = 1; first <= count; first += AT_ONCE) {
      const numbers = Array.from(
        { length: Math.min(AT_ONCE, count - first + 1) },
        (_, i) => first + i,
      )
      pages.push(...(await Promise.all(numbers.map((number) => readPage(files, number)))))
    }
    return success({ pages, fonts: files.strict.fonts })
  } catch {
    // Whatever pdf.js throws here comes of the file: a page that is not there, a stream that cannot be unpacked.
    return failure({ code: 'damaged', reason: 'broken' })
  } finally {
    await files.strict.close()
    const lenient = await files.lenient
    if (lenient?.ok === true) await lenient.value.close()
  }
}

interface Files {
  readonly bytes: Uint8Array
  readonly strict: PdfFile
  /** Opened when a page first needs it. */
  lenient: Promise<Result<PdfFile, ReadError>> | undefined
  layers: Promise<LayerSettings> | undefined
  images: FileImages | undefined
}

interface LayerSettings {
  readonly isVisible: (layer: unknown) => boolean
}

async function readPage(files: Files, number: number): Promise<PageContent> {
  const page = await files.strict.document.getPage(number)
  const list = await operatorsOf(files.strict, page)
  const notes = await notesOf(page)
  const content =
    list === undefined || lacksNotes(list, notes)
      ? await readPageWithoutImages(files, page, notes)
      : await interpret(files, page, { list, notes, hasImage: false })
  page.cleanup()
  return content
}

/** What paints a page; undefined where it cannot be had whole. */
async function operatorsOf(file: PdfFile, page: PDFPageProxy): Promise<OperatorList | undefined> {
  try {
    const list = await page.getOperatorList()
    const isWhole = !file.brokenPages.has(page.pageNumber) && !usesBrokenFont(list, file.fonts)
    return isWhole ? list : undefined
  } catch {
    return undefined
  }
}

/**
 * The strict reading stops at every picture, because pictures are not decoded. Then the text pass, which passes
 * over pictures but stops at any real damage, proves the page whole, and the lenient reading gives its content.
 */
async function readPageWithoutImages(
  files: Files,
  strictPage: PDFPageProxy,
  notes: readonly Note[],
): Promise<PageContent> {
  await strictPage.getTextContent()
  files.lenient ??= loadPdf(files.bytes, 'lenient')
  const loaded = await files.lenient
  if (!loaded.ok) throw new Error('a file that was open cannot be opened again')
  const lenient = loaded.value
  const page = await lenient.document.getPage(strictPage.pageNumber)
  const list = await operatorsOf(lenient, page)
  if (list === undefined) throw new Error('a page cannot be painted')
  const content = await interpret(files, page, { list, notes, hasImage: true })
  page.cleanup()
  return content
}

interface Painting {
  readonly list: OperatorList
  readonly notes: readonly Note[]
  readonly hasImage: boolean
}

async function interpret(
  files: Files,
  page: PDFPageProxy,
  { list, notes, hasImage }: Painting,
): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 })
  const toShown = matrixOf(viewport.transform)
  const layers = usesLayers(list) ? await layerSettings(files) : undefined
  return interpretPage(list, {
    page: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    toShown,
    hasImage,
    coverOf: (ratio) => {
      files.images ??= imagesOf(files.bytes)
      return coverOf(files.images, ratio)
    },
    unpainted: unpaintedPlaces(notes, toShown),
    metricsOf: metricsOf(page),
    isLayerShown: (layer) => layers?.isVisible(layer) ?? true,
  })
}

function layerSettings(files: Files): Promise<LayerSettings> {
  files.layers ??= files.strict.document.getOptionalContentConfig()
  return files.layers
}

function usesBrokenFont(list: OperatorList, fonts: ReadonlyMap<string, FontFacts>): boolean {
  if (![...fonts.values()].some(({ isBroken }) => isBroken)) return false
  return list.fnArray.some((_, index) => {
    const operation = operationAt(list, index)
    if (operation?.kind !== 'state') return false
    return operation.entries.some(
      (entry) => entry.name === 'font' && fonts.get(entry.font)?.isBroken === true,
    )
  })
}

const USUAL: FontMetrics = { unit: 0.001, em: 1 }

/** Type 3 fonts bring a scale of their own; pdf.js keeps it with the drawing objects of the document. */
function metricsOf(page: PDFPageProxy): (font: string) => FontMetrics {
  const known = new Map<string, FontMetrics>()
  return (font) => {
    const found = known.get(font)
    if (found !== undefined) return found
    const metrics = page.commonObjs.has(font) ? drawnMetrics(page.commonObjs.get(font)) : USUAL
    known.set(font, metrics)
    return metrics
  }
}

function drawnMetrics(font: unknown): FontMetrics {
  const [unit = 0.001, , , upward = 0.001] = numbersOf(fieldOf(font, 'fontMatrix'))
  const [, low = 0, , high = 0] = numbersOf(fieldOf(font, 'bbox'))
  const bottom = low * upward
  const top = high * upward
  const height = Math.abs(top - bottom)
  // A font drawn on a grid of pixels has an em of one pixel by its matrix; its box tells the true height.
  return { unit, em: (bottom + top < 0 ? -1 : 1) * (height > 2 ? height : 1) }
}

function matrixOf(values: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values
  return [a, b, c, d, e, f]
}
