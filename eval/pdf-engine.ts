import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'

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
