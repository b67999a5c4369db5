import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { draftOf } from '../exports/write-whole.ts'

/** Writes a file that only this user may read, and its folder where there is none; old or new, never a part. */
export async function writePrivate(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = draftOf(path)
  try {
    // The mode counts only for a file that is created here.
    await rm(draft, { force: true })
    const file = await open(draft, 'wx', 0o600)
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
