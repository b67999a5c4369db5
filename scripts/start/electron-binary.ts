import { execFile } from 'node:child_process'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface ElectronSearch {
  /** The folder of the `electron` package. */
  readonly package: string
  /** Where a failed attempt is remembered. */
  readonly memory: string
  readonly env: NodeJS.ProcessEnv
  /** `once`: not again after it has failed for this version; `again`: a person asks for it. */
  readonly attempt: 'once' | 'again'
  /** Milliseconds. */
  readonly patience: number
  readonly onAttempt: () => void
}

/** Milliseconds. The program must not keep anybody waiting who has no way to the net. */
export const PATIENCE = 20_000

/**
 * The Electron binary, where npm has put it or where it can be fetched in one short attempt; else null. An attempt that
 * failed is remembered, so that an office without the net waits once and never again.
 */
export async function findElectron(search: ElectronSearch): Promise<string | null> {
  const installed = await installedBinary(search)
  if (installed !== null) return installed
  const version = await versionOf(search.package)
  if (version === null) return null
  const failed = await readFile(search.memory, 'utf8').catch(() => '')
  if (search.attempt === 'once' && failed === version) return null
  search.onAttempt()
  await runInstaller(search)
  const fetched = await installedBinary(search)
  if (fetched === null) {
    await mkdir(dirname(search.memory), { recursive: true })
    await writeFile(search.memory, version)
  }
  return fetched
}

/** As the package itself looks for it: asking the package would start a download without an end. */
async function installedBinary(search: ElectronSearch): Promise<string | null> {
  const { ELECTRON_OVERRIDE_DIST_PATH } = search.env
  const name = await readFile(join(search.package, 'path.txt'), 'utf8').catch(() => null)
  if (name === null && ELECTRON_OVERRIDE_DIST_PATH === undefined) return null
  const folder = ELECTRON_OVERRIDE_DIST_PATH ?? join(search.package, 'dist')
  const binary = join(folder, name ?? 'electron')
  const status = await stat(binary).catch(() => null)
  return status?.isFile() === true ? binary : null
}

async function versionOf(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null)
  return text === null ? null : (/"version": "([^"]+)"/.exec(text)?.[1] ?? null)
}

/** Its own installer, which leaves things whole or not at all; cut off when the time is over. */
const runInstaller = (search: ElectronSearch): Promise<void> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(search.package, 'install.js')],
      { env: search.env, timeout: search.patience, killSignal: 'SIGKILL', windowsHide: true },
      () => resolve(),
    )
  })
