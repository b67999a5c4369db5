import { describe, expect } from 'vitest'
import { breakOneCell } from '../builders/break-one-cell.ts'
import { type PrintedBlock, printedReport } from '../builders/printed-report.ts'
import { randomReport } from '../builders/random-report.ts'
import { toDoc } from '../builders/write-doc.ts'
import { toMht } from '../builders/write-mht.ts'
import { toOdt } from '../builders/write-odt.ts'
import { toOfd } from '../builders/write-ofd.ts'
import { toRtf } from '../builders/write-rtf.ts'
import { toXls } from '../builders/write-xls.ts'
import { toXlsx } from '../builders/write-xlsx.ts'
import { journey } from './desk.ts'
import { expectEveryMark } from './every-mark.ts'

const FILES: Readonly<Record<string, (blocks: readonly PrintedBlock[]) => Uint8Array>> = {
  '年报.doc': (blocks) => toDoc(blocks),
  '年报.wps': (blocks) => toDoc(blocks),
  '年报.rtf': (blocks) => toRtf(blocks),
  '年报.odt': (blocks) => toOdt(blocks),
  '年报.xlsx': (blocks) => toXlsx(blocks),
  '年报.xls': (blocks) => toXls(blocks),
  '年报.ofd': (blocks) => toOfd(blocks),
  '年报.mht': (blocks) => toMht(blocks),
  // A Word file by its name, a page by its content: offices rename what they are sent.
  '改了名的网页.doc': (blocks) => toMht(blocks),
}

describe('each kind of file through the desk: every cell is marked in the source, with its own text', () => {
  for (const [name, write] of Object.entries(FILES))
    journey(name, async ({ page, drop, box }) => {
      const { truth } = breakOneCell(randomReport(7), 3, { kind: 'blank', mark: '/' })
      box.put(name, write(printedReport(truth)))
      await expectEveryMark({ page, drop }, box.at(name))
      const view = page.locator('.source-view')
      expect(await view.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0)
    })
})
