import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'

/**
 * The texts that another PDF engine than ours finds in a file, parted by white space; null where it cannot open the file.
 */
export async function textsByPdfium(bytes: Uint8Array): Promise<ReadonlySet<string> | null> {
  const library = await PDFiumLibrary.init()
  let document: PDFiumDocument | undefined
  try {
    document = await library.loadDocument(bytes)
    const texts = [...document.pages()].map((page) => page.getText())
    return new Set(texts.flatMap((text) => text.split(/\s+/)))
  } catch {
    return null
  } finally {
    document?.destroy()
    library.destroy()
  }
}

/** A character as the other engine reads and places it: points from the top left of an unturned page. */
export interface PlacedCharacter {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** The characters of each page by the other engine; null where it cannot open the file. */
export async function charactersByPdfium(
  library: PDFiumLibrary,
  bytes: Uint8Array,
): Promise<readonly (readonly PlacedCharacter[])[] | null> {
  let document: PDFiumDocument | undefined
  try {
    document = await library.loadDocument(bytes)
    const raw = rawModuleOf(library)
    return [...document.pages()].map((page) => charactersOf(raw, page))
  } catch {
    return null
  } finally {
    document?.destroy()
  }
}

/** What the package does not offer of the engine: single characters and where they stand. */
interface RawModule {
  readonly HEAPU8: Uint8Array
  readonly wasmExports: {
    readonly malloc: (size: number) => number
    readonly free: (at: number) => void
  }
  readonly _FPDFText_LoadPage: (page: number) => number
  readonly _FPDFText_ClosePage: (text: number) => void
  readonly _FPDFText_CountChars: (text: number) => number
  readonly _FPDFText_GetUnicode: (text: number, index: number) => number
  readonly _FPDFText_IsGenerated: (text: number, index: number) => number
  /** The box of the character's place in its line, whatever its outline; four floats: left, top, right, bottom. */
  readonly _FPDFText_GetLooseCharBox: (text: number, index: number, result: number) => number
}

function rawModuleOf(library: PDFiumLibrary): RawModule {
  const raw: unknown = Reflect.get(library, 'module')
  if (!isRawModule(raw)) throw new Error('this version of the package hides the engine elsewhere')
  return raw
}

const isRawModule = (value: unknown): value is RawModule =>
  typeof value === 'object' && value !== null && '_FPDFText_GetLooseCharBox' in value

const FLOAT = 4

function charactersOf(raw: RawModule, page: PDFiumPage): readonly PlacedCharacter[] {
  const handle: unknown = Reflect.get(page, 'pageIdx')
  if (typeof handle !== 'number') throw new Error('a page without a handle')
  const { originalHeight } = page.getOriginalSize()
  const text = raw._FPDFText_LoadPage(handle)
  const at = raw.wasmExports.malloc(4 * FLOAT)
  const characters: PlacedCharacter[] = []
  for (let index = 0; index < raw._FPDFText_CountChars(text); index += 1) {
    // White space that the engine puts between words.
    if (raw._FPDFText_IsGenerated(text, index) === 1) continue
    raw._FPDFText_GetLooseCharBox(text, index, at)
    const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(raw.HEAPU8.buffer, at, 4)
    const code = raw._FPDFText_GetUnicode(text, index)
    characters.push({
      text: code === 0 ? '\u{fffd}' : String.fromCodePoint(code),
      x: (left + right) / 2,
      y: originalHeight - (bottom + top) / 2,
    })
  }
  raw.wasmExports.free(at)
  raw._FPDFText_ClosePage(text)
  return characters
}
