import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readBack } from '../builders/read-back.ts'
import type { Desk } from './desk.ts'
import { markEveryCell } from './page-probes.ts'
import { importAndOpen } from './walking.ts'

/**
 * Drops the file and chooses every cell of its form in turn: the place marked in the source holds that cell's raw
 * text, and a click on the place chooses the cell.
 */
export async function expectEveryMark({ page, drop }: Pick<Desk, 'page' | 'drop'>, path: string) {
  await importAndOpen(page, drop, path)
  await expectMarks(page, path)
}

async function expectMarks(page: Page, path: string): Promise<void> {
  await page.locator('.source-view').waitFor()
  const cells = await markEveryCell(page)
  const located = cells.filter(({ raw }) => raw !== null)
  expect(located.length).toBe(await locatedIn(path))
  expect(located.filter(({ raw, marked }) => raw !== marked)).toEqual([])
  expect(located.filter(({ id, back }) => id !== back)).toEqual([])
}

/** How many cells the reader finds in that file. */
async function locatedIn(path: string): Promise<number> {
  const bytes = new Uint8Array(readFileSync(path))
  const { report } = await readBack({ name: basename(path), bytes })
  return report.cells.size
}
