import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import open from 'open'

/** Milliseconds in which a program that cannot open something says so. */
const PATIENCE = 2_000

/** Opens a path or an address in the program that the system has for it; false where that failed at once. */
export async function openWithSystem(target: string): Promise<boolean> {
  try {
    const child = await open(target)
    if (child.exitCode === null) {
      await Promise.race([once(child, 'exit'), pause(PATIENCE, undefined, { ref: false })])
    }
    // One that is still running after that time is the program itself.
    return child.exitCode === null || child.exitCode === 0
  } catch {
    return false
  }
}
