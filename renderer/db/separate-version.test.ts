import { beforeEach, describe, expect, it } from 'vitest'
import { replay } from '../../shared/desk/undo.ts'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import { BUSY, buildReport, type CellChanges } from '../../test/builders/report.ts'
import { breakAtWrite } from './broken-disk.ts'
import { correct } from './corrections.ts'
import { decide } from './decisions.ts'
import { createMachine, dump, fileOf, openFake, wanted } from './fake-ports.ts'
import { entriesOf } from './journal.ts'
import { listReports } from './reports.ts'
import { listNamesakes, type Review, readReview } from './review.ts'
import { separateVersion } from './separate-version.ts'
import type { Store } from './store.ts'
import { storeReading } from './store-reading.ts'

const OLD: CellChanges = { ...BUSY, 't4.review.total': '4' }
const NEW: CellChanges = { ...BUSY, 't2.rule.issued': '' }

let store: Store

beforeEach(async () => {
  store = await openFake(createMachine())
})

const put = (name: string, changes: CellChanges, folder = '') =>
  wanted(storeReading(store, fileOf(name, toPlainReport(buildReport(changes)), { folder })))

async function review(id: number): Promise<Review> {
  const found = await readReview(store, id)
  if (found === 'absent') throw new Error('absent')
  return found
}

const decideFirst = async (id: number): Promise<string> => {
  const key = (await review(id)).findings[0]?.key ?? ''
  await wanted(decide(store, id, [{ key, decision: { kind: 'confirmed' } }]))
  return key
}

describe('two offices of the same name taken for one', () => {
  it('are parted: the older report is as it was, the other has what was decided about it', async () => {
    const { reportId } = await put('a', OLD, '甲县')
    const oldKey = await decideFirst(reportId)
    await wanted(correct(store, reportId, [{ cell: 't2.rule.repealed', raw: '5' }]))
    const before = await review(reportId)
    const second = await put('b', NEW, '乙县')
    expect((await review(reportId)).decisions.get(oldKey)).toEqual({ kind: 'fixed' })
    const newKey = await decideFirst(reportId)

    const { reportId: other } = await wanted(separateVersion(store, second.versionId))
    expect(other).not.toBe(reportId)
    // Each names the other, by the file that tells it apart.
    expect(await listNamesakes(store, (await review(reportId)).row)).toEqual([
      { reportId: other, fileName: 'b.docx', folder: '乙县' },
    ])
    expect(await listNamesakes(store, (await review(other)).row)).toEqual([
      { reportId, fileName: 'a.docx', folder: '甲县' },
    ])
    const [older, newer] = [await review(reportId), await review(other)]
    expect(older.decisions).toEqual(before.decisions)
    expect(older.findings).toEqual(before.findings)
    expect(older.handSet).toEqual(before.handSet)
    expect(older.row).toMatchObject({
      versions: 1,
      fileName: 'a.docx',
      errors: 1,
      open: 0,
      difference: null,
    })
    expect([...newer.decisions]).toEqual([[newKey, { kind: 'confirmed' }]])
    expect(newer.version).toMatchObject({ number: 1, folder: '乙县', difference: null })
    expect(newer.row).toMatchObject({ versions: 1, errors: 0, warnings: 1 })
    for (const one of [older, newer]) {
      const { decisions, corrections } = replay(await entriesOf(store, one.row.id))
      expect(decisions).toEqual(one.decisions)
      expect([...corrections.keys()]).toEqual([...one.handSet.keys()])
    }
  })

  it('stay parted: the next file goes to the one in whose folder it lies', async () => {
    const first = await put('a', OLD, '甲县')
    const second = await put('b', NEW, '乙县')
    const { reportId: other } = await wanted(separateVersion(store, second.versionId))
    expect(await put('c', BUSY, '甲县')).toMatchObject({
      kind: 'next-version',
      reportId: first.reportId,
    })
    expect(await put('d', { ...BUSY, 't2.rule.issued': '1' }, '乙县')).toMatchObject({
      reportId: other,
    })
    expect(await listReports(store)).toHaveLength(2)
  })
})

describe('separateVersion', () => {
  it('is refused for the only version, for an earlier one and for one that is not there', async () => {
    const first = await put('a', OLD)
    expect(await separateVersion(store, first.versionId)).toMatchObject({ error: { code: 'gone' } })
    await put('b', NEW)
    expect(await separateVersion(store, first.versionId)).toMatchObject({ error: { code: 'gone' } })
    expect(await separateVersion(store, 99)).toMatchObject({ error: { code: 'gone' } })
  })

  it('leaves nothing when it is broken off', async () => {
    await put('a', OLD)
    const { versionId } = await put('b', NEW)
    const before = await dump(store)
    const broken = breakAtWrite(5, 'silently')
    const result = await separateVersion(store, versionId)
    broken.end()
    expect(result).toMatchObject({ error: { code: 'aborted' } })
    expect(await dump(store)).toEqual(before)
  })
})
