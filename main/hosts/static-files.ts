import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** A file of the built desk, as a host serves it. */
export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string
}

/** The file in `root` that the path of an address names; null for any path that is not a file inside it. */
export async function findStaticFile(root: string, urlPath: string): Promise<StaticFile | null> {
  const path = plainPath(urlPath === '/' ? '/index.html' : urlPath)
  const contentType = path === null ? undefined : CONTENT_TYPES.get(extname(path))
  if (path === null || contentType === undefined) return null
  try {
    const file = await realpath(join(root, path))
    // A link in the folder may lead out of it.
    if (!file.startsWith(`${await realpath(root)}${sep}`)) return null
    return { bytes: new Uint8Array(await readFile(file)), contentType }
  } catch {
    return null
  }
}

/** The decoded path, if it is made of plain names only: no `..`, no hidden file, no drive, no stream of a file. */
function plainPath(urlPath: string): string | null {
  const decoded = decode(urlPath)
  return decoded !== null && PLAIN_PATH.test(decoded) ? decoded : null
}

const PLAIN_PATH = /^(?:\/[\w@-][\w@.+-]*)+$/

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Only what a build of the desk consists of is served. */
const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.ttf', 'font/ttf'],
  ['.pfb', 'application/octet-stream'],
  ['.bcmap', 'application/octet-stream'],
  ['.icc', 'application/octet-stream'],
  ['.wasm', 'application/wasm'],
])
