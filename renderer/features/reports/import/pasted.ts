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
 * The pasted text as a document: HTML where it holds a table, as Word and WPS give it, plain text otherwise; null
 * where there is nothing. `stamp` tells one paste from another.
 */
export function toPastedDocument(
  { html, text }: PastedTexts,
  stamp: string,
): PastedDocument | null {
  if (/<table[\s>]/i.test(html))
    return {
      name: `粘贴的内容 ${stamp}.html`,
      bytes: new TextEncoder().encode(`<!doctype html><meta charset="utf-8">${html}`),
    }
  if (text.trim() === '') return null
  return { name: `粘贴的内容 ${stamp}.txt`, bytes: new TextEncoder().encode(text) }
}
