import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect } from 'vitest'
import { readBack } from '../builders/read-back.ts'
import { journey, SAMPLES } from './desk.ts'
import { markEveryCell } from './page-probes.ts'
import { importAndOpen } from './walking.ts'

describe('every cell chosen in the form is marked in the source, with its own text', () => {
  for (const name of ['清溪镇2023.docx', '柳湾乡2020.html', '白鹭镇2021.txt', '石渡镇2022.pdf'])
    journey(name, async ({ page, drop }) => {
      const path = join(SAMPLES, name)
      await importAndOpen(page, drop, path)
      await page.locator('.source-view').waitFor()
      const cells = await markEveryCell(page)
      const located = cells.filter(({ raw }) => raw !== null)
      expect(located.length).toBe(await locatedIn(path))
      expect(located.filter(({ raw, marked }) => raw !== marked)).toEqual([])
      // A click on the place goes the other way.
      if (!name.endsWith('.txt')) expect(located.filter(({ id, back }) => id !== back)).toEqual([])
    })
})

/** How many cells the reader finds in that file. */
async function locatedIn(path: string): Promise<number> {
  const bytes = new Uint8Array(readFileSync(path))
  const { report } = await readBack({ name: basename(path), bytes })
  return report.cells.size
}
