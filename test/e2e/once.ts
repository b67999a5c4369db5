import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds after which a lock was left behind by a run that was ended. */
const LEFT_BEHIND = 120_000

/** Runs `work` while no other process runs under the same lock: test files run side by side. */
export async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true })
  while (!(await take(lock))) await pause(100)
  try {
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock)
    return true
  } catch {
    const held = await stat(lock).catch(() => null)
    if (held !== null && Date.now() - held.mtimeMs > LEFT_BEHIND)
      await rm(lock, { recursive: true, force: true })
    return false
  }
}
