import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportFile } from '../test/builders/read-back.ts'
import type { Conversion } from './layout.ts'

/** Milliseconds that LibreOffice gets to start and for each file. */
const START_TIME = 60_000
const FILE_TIME = 10_000

/** Whether LibreOffice is installed. */
export const hasOffice = (): boolean =>
  spawnSync('soffice', ['--version'], { stdio: 'ignore', timeout: START_TIME }).status === 0

/** The files as LibreOffice saves them in another format, in their order; null where it has not the part for it. */
export function convertWithOffice(
  files: readonly ReportFile[],
  { extension, filter = extension, readAs }: Conversion,
): readonly Uint8Array[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-eval-'))
  try {
    const out = join(folder, 'out')
    mkdirSync(out)
    const names = files.map(({ name, bytes }, index) => {
      const path = join(folder, `${index}${name.slice(name.lastIndexOf('.'))}`)
      writeFileSync(path, bytes)
      return path
    })
    // A profile of its own, so that a running LibreOffice does not take the job and forget it.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    spawnSync(
      'soffice',
      [
        profile,
        '--headless',
        ...(readAs === undefined ? [] : [`--infilter=${readAs}`]),
        '--convert-to',
        filter,
        '--outdir',
        out,
        ...names,
      ],
      { stdio: 'ignore', timeout: START_TIME + FILE_TIME * files.length },
    )
    const made = files.map((_, index) => join(out, `${index}.${extension}`))
    return made.every((path) => existsSync(path))
      ? made.map((path) => new Uint8Array(readFileSync(path)))
      : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
