/** What the clipboard holds beside files, of which one is enough. */
export interface PastedTexts {
  readonly html: string
  readonly text: string
}

export interface PastedDocument {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * What of a clipboard is taken: its files, or the text as a document; null where there is nothing. Beside copied cells
 * Excel and WPS put a picture of them, which comes as a file: then the cells are what was meant.
 */
export function choosePasted(
  texts: PastedTexts,
  fileTypes: readonly string[],
  stamp: string,
): PastedDocument | 'files' | null {
  const isPicture = fileTypes.every((type) => type.startsWith('image/'))
  if (fileTypes.length > 0 && !(isPicture && hasTable(texts))) return 'files'
  return toPastedDocument(texts, stamp)
}

const hasTable = ({ html }: PastedTexts): boolean => /<table[\s>]/i.test(html)

/**
 * The pasted text as a document: HTML where it holds a table, as Word and WPS give it, plain text otherwise; null
 * where there is nothing. `stamp` tells one paste from another.
 */
export function toPastedDocument(texts: PastedTexts, stamp: string): PastedDocument | null {
  const { html, text } = texts
  if (hasTable(texts))
    return {
      name: `粘贴的内容 ${stamp}.html`,
      bytes: new TextEncoder().encode(`<!doctype html><meta charset="utf-8">${html}`),
    }
  if (text.trim() === '') return null
  return { name: `粘贴的内容 ${stamp}.txt`, bytes: new TextEncoder().encode(text) }
}
