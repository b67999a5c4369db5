import { randomBytes } from 'node:crypto'

/** Documents to be printed, each under an address of its own for as long as that takes. */
export interface PrintPages {
  /** Keeps the document while `use` runs; `path` is where it lies on the host's origin. */
  readonly publish: <T>(html: string, use: (path: string) => Promise<T>) => Promise<T>
  /** The document at that path; undefined where there is none. */
  readonly find: (path: string) => string | undefined
}

/** The paths of pages to print begin with this; the rest cannot be guessed. */
const PRINT_PATH = '/desk/print/'

export function createPrintPages(): PrintPages {
  const pages = new Map<string, string>()
  return {
    publish: async (html, use) => {
      const path = `${PRINT_PATH}${randomBytes(24).toString('base64url')}`
      pages.set(path, html)
      try {
        return await use(path)
      } finally {
        pages.delete(path)
      }
    },
    find: (path) => pages.get(path),
  }
}
