import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of its own for a test, with ways to fill it. */
export interface Sandbox {
  readonly path: string
  /** Writes a file, with the folders it stands in. */
  readonly put: (name: string, content: string | Uint8Array) => void
  readonly at: (name: string) => string
  readonly remove: () => void
}

export function createSandbox(): Sandbox {
  const path = mkdtempSync(join(tmpdir(), 'nianbao-'))
  // Also for a test that runs the command as another user.
  chmodSync(path, 0o755)
  return {
    path,
    at: (name) => join(path, name),
    put: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), content)
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}
