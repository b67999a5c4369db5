import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkReport } from '../../../shared/check/check-report.ts'
import { keyFindings } from '../../../shared/desk/finding-key.ts'
import { matchesSearch, toSearchQuery } from '../../../shared/desk/report-search.ts'
import { replay } from '../../../shared/desk/undo.ts'
import { toPlainReport } from '../../../shared/ipc/plain-report.ts'
import { BUSY, buildReport, type CellChanges, formOf } from '../../../test/builders/report.ts'
import { breakAtWrite } from '../broken-disk.ts'
import { createDexie, DATABASE_NAME, SCHEMA_VERSION } from '../database.ts'
import { createMachine, type FakeMachine, openFake, wanted } from '../fake-ports.ts'
import { entriesOf } from '../journal.ts'
import { listReports, readReport } from '../reports.ts'
import {
  listVersions,
  type Review,
  readReview,
  readVersionDifference,
  readView,
} from '../review.ts'
import { readSource } from '../sources.ts'
import { closeStore, openStore, type Store } from '../store.ts'
import { listUnreadable } from '../unreadable.ts'
import { outdatedReports, updateReport } from '../update-reports.ts'
import type { DecisionRow1, ReportRow1, UnreadableRow1, VersionRow1 } from './version-1.ts'

/** A database as version 1 of the schema wrote it. */

const bytesOf = (text: string) => new TextEncoder().encode(text)

const WRONG = { ...BUSY, 't4.review.total': '4', 't2.rule.issued': '' }

function version1(id: number, reportId: number, number: number, changes: CellChanges): VersionRow1 {
  const report = buildReport(changes)
  const { findings, notChecked, verdict } = checkReport(report, formOf())
  return {
    id,
    reportId,
    number,
    sha256: `sha-${id}`,
    fileName: `年报${id}.docx`,
    folder: '乡镇',
    path: `/d/${id}.docx`,
    addedAt: 100 + id,
    readAt: 100 + id,
    edition: report.edition,
    report: toPlainReport(report),
    view: { kind: 'lines', lines: [`${id}`] },
    findings,
    notChecked,
    verdict,
    rulesVersion: '0.9.0',
  }
}

const report1 = (id: number, part: Partial<ReportRow1>): ReportRow1 => ({
  id,
  key: `清水镇|${2020 + id}`,
  unit: '清水镇',
  year: 2020 + id,
  title: '清水镇人民政府年报',
  search: '清水镇 qsz',
  currentVersion: id,
  verdict: 'must-correct',
  errors: 1,
  warnings: 1,
  edition: '2021',
  state: 'new',
  addedAt: 100,
  changedAt: 200,
  ...part,
})

const keysOf = (changes: CellChanges): readonly string[] => {
  const report = buildReport(changes)
  return keyFindings(checkReport(report, formOf()).findings, report).map(({ key }) => key)
}

const decision1 = (
  reportId: number,
  findingKey: string,
  part: Partial<DecisionRow1>,
): DecisionRow1 => ({
  reportId,
  findingKey,
  kind: 'confirmed',
  reason: '',
  at: 150,
  versionId: reportId,
  ...part,
})

async function fillVersion1(machine: FakeMachine): Promise<void> {
  const dexie = createDexie(
    { indexedDB: machine.ports.indexedDB ?? new IDBFactory(), IDBKeyRange },
    1,
  )
  await dexie.open()
  const [blank = '', sum = ''] = keysOf(WRONG)
  await dexie
    .table('reports')
    .bulkAdd([
      report1(1, { state: 'in-review' }),
      report1(2, { currentVersion: 3, state: 'done', verdict: 'clean', errors: 0, warnings: 0 }),
    ])
  await dexie
    .table('versions')
    .bulkAdd([version1(1, 1, 1, WRONG), version1(2, 2, 1, WRONG), version1(3, 2, 2, BUSY)])
  await dexie
    .table('sources')
    .bulkAdd(
      [1, 2, 3].map((id) => ({ sha256: `sha-${id}`, bytes: bytesOf(`bytes ${id}`), size: 7 })),
    )
  await dexie
    .table('corrections')
    .add({ versionId: 1, cell: 't4.review.upheld', raw: '3', previousRaw: '2', at: 160 })
  await dexie
    .table('decisions')
    .bulkAdd([
      decision1(1, blank, { kind: 'set-aside', reason: '原文如此' }),
      decision1(2, sum, { kind: 'fixed', versionId: 3 }),
      decision1(2, 'a finding of long ago', { kind: 'confirmed', versionId: 2 }),
    ])
  const unreadable: readonly UnreadableRow1[] = [
    {
      id: 1,
      name: '扫描.pdf',
      folder: '',
      sha256: 'sha-9',
      code: 'encrypted',
      error: { code: 'encrypted' },
      bytes: bytesOf('scan'),
      at: 170,
    },
    {
      id: 2,
      name: '锁.docx',
      folder: '',
      sha256: null,
      code: 'no-access',
      error: { code: 'no-access' },
      bytes: null,
      at: 180,
    },
  ]
  await dexie.table('unreadable').bulkAdd([...unreadable])
  await dexie.table('settings').add({ key: 'desk.officeName', value: '某县政务公开办' })
  await dexie.table('journal').add({ at: 150, kind: 'decide', payload: {} })
  dexie.close()
}

let machine: FakeMachine

beforeEach(async () => {
  machine = createMachine()
  await fillVersion1(machine)
})

async function review(store: Store, id: number): Promise<Review> {
  const found = await readReview(store, id)
  if (found === 'absent') throw new Error('absent')
  return found
}

describe('from version 1', () => {
  it('every report comes over with its versions, readings, views and bytes', async () => {
    const store = await openFake(machine)
    expect(store.database.dexie.verno).toBe(SCHEMA_VERSION)
    expect(
      (await listReports(store)).map(({ id, unit, versions, fileName }) => [
        id,
        unit,
        versions,
        fileName,
      ]),
    ).toEqual([
      [1, '清水镇', 1, '年报1.docx'],
      [2, '清水镇', 2, '年报3.docx'],
    ])
    const { reading, version } = await review(store, 1)
    expect(reading).toEqual(toPlainReport(buildReport(WRONG)))
    expect(version).toMatchObject({ number: 1, path: '/d/1.docx', size: 7, sha256: 'sha-1' })
    expect(await readView(store, 3)).toEqual({ kind: 'lines', lines: ['3'] })
    expect(await readSource(store, 'sha-2')).toMatchObject({ bytes: bytesOf('bytes 2') })
    expect((await listVersions(store, 2)).map(({ number }) => number)).toEqual([1, 2])
    expect(await readVersionDifference(store, 3)).toMatchObject({
      findings: { gone: [{}, {}] },
      cells: [{ id: 't2.rule.issued' }, { id: 't4.review.total' }],
    })
  })

  it('the rows of the versions are light', async () => {
    const store = await openFake(machine)
    const [row] = await store.database.versions.toArray()
    expect(row).not.toHaveProperty('report')
    expect(row).not.toHaveProperty('view')
    expect(row).not.toHaveProperty('findings')
  })

  it('decisions, reasons and texts set by hand come over, and the journal tells the same', async () => {
    const store = await openFake(machine)
    const [blank = ''] = keysOf(WRONG)
    const first = await review(store, 1)
    expect([...first.decisions]).toEqual([[blank, { kind: 'set-aside', reason: '原文如此' }]])
    expect([...first.handSet]).toEqual([['t4.review.upheld', { raw: '3', read: '2' }]])
    expect(
      [...(await review(store, 2)).decisions.values()].map(({ kind }) => kind).toSorted(),
    ).toEqual(['confirmed', 'fixed'])
    for (const id of [1, 2]) {
      const { decisions, handSet } = await review(store, id)
      const replayed = replay(await entriesOf(store, id))
      expect(replayed.decisions).toEqual(decisions)
      expect([...replayed.corrections.keys()]).toEqual([...handSet.keys()])
    }
  })

  it('the state comes over', async () => {
    const store = await openFake(machine)
    expect(await readReport(store, 1)).toMatchObject({ state: 'in-review', open: 1, total: 2 })
    expect(await readReport(store, 2)).toMatchObject({ state: 'done', open: 0 })
  })

  it('unreadable files come over with their bytes', async () => {
    const store = await openFake(machine)
    expect(await listUnreadable(store)).toMatchObject([
      { name: '锁.docx', sha256: null, size: 0 },
      { name: '扫描.pdf', sha256: 'sha-9', size: 4, tries: 1 },
    ])
    expect(await readSource(store, 'sha-9')).toMatchObject({ bytes: bytesOf('scan') })
  })

  it('reports are found by characters at once, by pinyin and by today’s rules after the update', async () => {
    const store = await openFake(machine)
    const find = async (typed: string) =>
      (await listReports(store)).filter(({ search }) => matchesSearch(toSearchQuery(typed), search))
        .length
    expect(await find('清水')).toBe(2)
    expect(await outdatedReports(store)).toEqual([1, 2])
    for (const id of await outdatedReports(store)) await wanted(updateReport(store, id))
    expect(await find('qsz')).toBe(2)
    expect(await outdatedReports(store)).toEqual([])
    expect(await readReport(store, 1)).toMatchObject({
      errors: 0,
      warnings: 1,
      programVersion: '1.0.0',
    })
  })

  it('a move that is broken off leaves the old database whole, and succeeds the next time', async () => {
    machine.setFreeBytes(1_000)
    const broken = breakAtWrite(6, 'QuotaExceededError')
    const opened = await openStore(machine.ports)
    broken.end()
    expect(opened).toEqual({ ok: false, error: { code: 'no-room', freeBytes: 1_000 } })
    machine.setFreeBytes(null)
    const [known] = (await machine.ports.indexedDB?.databases()) ?? []
    expect(known).toEqual({ name: DATABASE_NAME, version: 10 })
    const store = await openFake(machine)
    expect(await listReports(store)).toHaveLength(2)
    closeStore(store)
  })

  it('is done once: the next start finds the newest version', async () => {
    closeStore(await openFake(machine))
    const store = await openFake(machine)
    expect(await listReports(store)).toHaveLength(2)
    expect(await store.database.journal.count()).toBe(2)
  })
})
