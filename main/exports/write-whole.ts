import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { OWN_PAGE_HEAD, OWN_PAGE_MARK } from './html-page.ts'

/**
 * Writes a file so that under its name there is the old content or the whole new one, never a part: under another
 * name first, then renamed. Throws what the file system says.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = draftOf(path)
  try {
    const file = await open(draft, 'w')
    try {
      await file.writeFile(content)
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** The name under which a file is written before it is whole. A walk through the folder passes it over. */
export const draftOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)

/** Whether the file is a page that this program wrote. A file that is not there is not. */
export async function isOwnPage(path: string | Buffer): Promise<boolean> {
  const head = await readHead(path).catch(() => '')
  return head.includes(OWN_PAGE_MARK)
}

async function readHead(path: string | Buffer): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(OWN_PAGE_HEAD), 0, OWN_PAGE_HEAD, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
