import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Milliseconds that LibreOffice gets to start and for each file. */
const START_TIME = 60_000
const FILE_TIME = 5_000

/**
 * The PDF files that LibreOffice exports from Word files, with embedded fonts, as an office would send them; null where
 * LibreOffice is not installed.
 */
export function exportPdfs(docxFiles: readonly Uint8Array[]): readonly Uint8Array[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'))
  try {
    const names = docxFiles.map((bytes, index) => {
      writeFileSync(join(folder, `${index}.docx`), bytes)
      return join(folder, `${index}.docx`)
    })
    // A profile of its own, so that a running LibreOffice does not take the job and forget it.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const run = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names],
      { stdio: 'ignore', timeout: START_TIME + FILE_TIME * names.length },
    )
    if (run.error !== undefined || run.status !== 0) return null
    return names.map((name) => new Uint8Array(readFileSync(name.replace(/docx$/, 'pdf'))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
