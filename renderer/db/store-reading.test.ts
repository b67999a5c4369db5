import { beforeEach, describe, expect, it } from 'vitest'
import { cellsIn } from '../../shared/form/cell-order.ts'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import {
  BUSY,
  buildReport,
  type CellChanges,
  formOf,
  type ReportOptions,
} from '../../test/builders/report.ts'
import { correct } from './corrections.ts'
import { decide, readDecisions } from './decisions.ts'
import { deleteReports } from './delete-reports.ts'
import { createMachine, dump, type FakeMachine, fileOf, openFake } from './fake-ports.ts'
import { listReports } from './reports.ts'
import { listVersions, readReview, readVersionDifference, readView } from './review.ts'
import { readSource } from './sources.ts'
import type { Store } from './store.ts'
import type { ReadingInput } from './store-reading.ts'
import { findingKey, onlyReport, put } from './stored-files.ts'

const WRONG = { ...BUSY, 't4.review.total': '4' }

/** A file with those cells. */
const file = (
  name: string,
  changes: CellChanges = BUSY,
  options: ReportOptions = {},
  part: Partial<ReadingInput> = {},
): ReadingInput => fileOf(name, toPlainReport(buildReport(changes, options)), part)

let machine: FakeMachine
let store: Store

beforeEach(async () => {
  machine = createMachine()
  store = await openFake(machine)
})

describe('a file that was not known', () => {
  it('is kept with its reading, view, findings and bytes', async () => {
    expect(await put(store, file('a', WRONG))).toMatchObject({ kind: 'added' })
    const row = await onlyReport(store)
    expect(row).toMatchObject({
      unit: '清水镇',
      year: 2021,
      fileName: 'a.docx',
      edition: '2021',
      verdict: 'must-correct',
      state: 'new',
      errors: 1,
      warnings: 0,
      open: 1,
      total: 1,
      rules: ['t4-total'],
      versions: 1,
    })
    const review = await readReview(store, row.id)
    if (review === 'absent') throw new Error('absent')
    expect(review.reading).toEqual(toPlainReport(buildReport(WRONG)))
    expect(review.findings.map(({ finding }) => finding.rule)).toEqual(['t4-total'])
    expect(await readView(store, row.currentVersion)).toEqual({ kind: 'lines', lines: ['a'] })
    expect(await readSource(store, review.version.sha256)).toMatchObject({ size: 1 })
  })

  it('is found by pinyin', async () => {
    await put(store, file('a'))
    expect((await onlyReport(store)).search.readings).toContain('Qing Shui')
  })

  it('has a row so light that the list loads neither document nor findings', async () => {
    await put(store, file('a', WRONG))
    expect(JSON.stringify(await onlyReport(store)).length).toBeLessThan(2_000)
  })
})

describe('the same file again', () => {
  it('is one report', async () => {
    const { reportId, versionId } = await put(store, file('a'))
    const before = await dump(store)
    expect(await put(store, file('a', BUSY, {}, { fileName: 'copy.docx' }))).toEqual({
      reportId,
      versionId,
      kind: 'duplicate',
      isCurrent: true,
    })
    expect(await dump(store)).toEqual(before)
  })

  it('tells where it lies, when that was not known', async () => {
    await put(store, file('a'))
    await put(store, file('a', BUSY, {}, { path: '/d/a.docx', folder: 'd' }))
    const [version] = await listVersions(store, (await onlyReport(store)).id)
    expect(version).toMatchObject({ path: '/d/a.docx', folder: 'd' })
  })

  it('is said to be an earlier version where it is', async () => {
    const { reportId, versionId } = await put(store, file('a'))
    await put(store, file('b', WRONG))
    expect(await put(store, file('a'))).toEqual({
      reportId,
      versionId,
      kind: 'duplicate',
      isCurrent: false,
    })
    expect((await onlyReport(store)).verdict).toBe('must-correct')
  })

  it('takes the reading of a newer program, and keeps what a person did where it still holds', async () => {
    await put(store, file('a', { ...WRONG, 't2.rule.issued': '7' }))
    const { id } = await onlyReport(store)
    const key = await findingKey(store, 't4-total')
    await decide(store, id, [{ key, decision: { kind: 'confirmed' } }])
    await correct(store, id, [
      { cell: 't2.rule.issued', raw: '1' },
      { cell: 't2.rule.repealed', raw: '1' },
    ])
    store.database.dexie.close()
    store = await openFake(machine.with({ programVersion: '1.1.0' }))
    await put(store, file('a', { ...WRONG, 't2.rule.issued': '7', 't2.rule.repealed': '5' }))
    const review = await readReview(store, id)
    if (review === 'absent') throw new Error('absent')
    expect([...review.handSet]).toEqual([['t2.rule.issued', { raw: '1', read: '7' }]])
    expect(review.report.cells.get('t2.rule.repealed')?.raw).toBe('5')
    expect(review.decisions.get(key)).toEqual({ kind: 'confirmed' })
    expect(review.version.programVersion).toBe('1.1.0')
    expect(review.version.number).toBe(1)
  })
})

describe('another file of the same unit and year', () => {
  it('is the next version, with the difference of the findings', async () => {
    const first = await put(store, file('a', WRONG))
    const second = await put(store, file('b', { ...BUSY, 't2.rule.issued': '' }))
    expect(second).toMatchObject({
      kind: 'next-version',
      reportId: first.reportId,
      number: 2,
      previous: { fileName: 'a.docx', number: 1 },
      difference: {
        gone: [{ finding: { rule: 't4-total' } }],
        added: [{ finding: { rule: 'cell-blank' } }],
      },
    })
    expect(await onlyReport(store)).toMatchObject({
      versions: 2,
      currentVersion: second.versionId,
      fileName: 'b.docx',
      difference: { gone: 1, added: 1, same: 0, changed: 0, unchecked: 0 },
      errors: 0,
      warnings: 1,
    })
    const difference = await readVersionDifference(store, second.versionId)
    expect(difference).toMatchObject({
      before: { number: 1 },
      after: { number: 2 },
      cells: [
        { id: 't2.rule.issued', before: '0', after: '' },
        { id: 't4.review.total', before: '4', after: '3' },
      ],
    })
    expect(await readVersionDifference(store, first.versionId)).toBe('absent')
  })

  it('carries decisions where the same finding comes back, and ticks off what was put right', async () => {
    await put(store, file('a', { ...WRONG, 't2.rule.issued': '', 't4.direct.total': '1' }))
    const { id } = await onlyReport(store)
    const review = await readReview(store, id)
    if (review === 'absent') throw new Error('absent')
    const [blank, wrong, direct] = review.findings.map(({ key }) => key)
    if (blank === undefined || wrong === undefined || direct === undefined)
      throw new Error('findings')
    await decide(store, id, [
      { key: blank, decision: { kind: 'set-aside', reason: '原文如此' } },
      { key: wrong, decision: { kind: 'confirmed' } },
      { key: direct, decision: { kind: 'confirmed' } },
    ])
    expect((await onlyReport(store)).state).toBe('done')
    // One put right, one still blank, one wrong with another number.
    const second = await put(
      store,
      file('b', { ...BUSY, 't2.rule.issued': '', 't4.direct.total': '2' }),
    )
    expect(second).toMatchObject({ kind: 'next-version', fixed: 1, reopened: 0 })
    const decisions = await readDecisions(store, id)
    expect(decisions.get(blank)).toEqual({ kind: 'set-aside', reason: '原文如此' })
    expect(decisions.get(wrong)).toEqual({ kind: 'fixed' })
    expect(decisions.get(direct)).toEqual({ kind: 'confirmed' })
    expect(await onlyReport(store)).toMatchObject({ open: 1, total: 2, state: 'in-review' })
    // It comes back: open again.
    const third = await put(store, file('c', { ...WRONG, 't2.rule.issued': '' }))
    expect(third).toMatchObject({ reopened: 1 })
    expect((await readDecisions(store, id)).has(wrong)).toBe(false)
  })

  it('keeps a cell set by hand only where the program reads the same again', async () => {
    await put(store, file('a', { ...WRONG, 't2.rule.issued': '7' }))
    const { id } = await onlyReport(store)
    await correct(store, id, [
      { cell: 't4.review.total', raw: '3' },
      { cell: 't2.rule.issued', raw: '1' },
    ])
    const second = await put(store, file('b', { ...WRONG, 't2.rule.issued': '8' }))
    expect(second).toMatchObject({ carriedCells: ['t4.review.total'] })
    const review = await readReview(store, id)
    if (review === 'absent') throw new Error('absent')
    expect(review.report.cells.get('t2.rule.issued')?.raw).toBe('8')
    expect(review.report.cells.get('t4.review.total')?.raw).toBe('3')
    expect(review.findings).toEqual([])
  })

  it('is a report of its own where unit or year is not known', async () => {
    await put(store, file('a', BUSY, { title: null }))
    await put(store, file('b', BUSY, { title: null }))
    await put(store, file('c', BUSY, { title: { unit: '大演乡' } }))
    await put(store, file('d', BUSY, { year: 2022 }))
    expect(await listReports(store)).toHaveLength(4)
  })

  it('is a report of its own where it has hardly a number in common: an office of the same name', async () => {
    const numbers = (start: number): CellChanges =>
      Object.fromEntries(cellsIn(formOf(), 't2').map(({ id }, index) => [id, `${start + index}`]))
    const first = await put(store, file('a', numbers(1), {}, { folder: '甲县' }))
    const second = await put(store, file('b', numbers(50), {}, { folder: '乙县' }))
    expect(first).toMatchObject({ kind: 'added', namesake: null })
    expect(second).toMatchObject({ kind: 'added', namesake: first.reportId })
    const next = await put(
      store,
      file('c', { ...numbers(50), 't2.rule.issued': '7' }, {}, { folder: '乙县' }),
    )
    expect(next).toMatchObject({ kind: 'next-version', reportId: second.reportId })
    expect(
      await put(store, file('d', numbers(90), {}, { savedFrom: first.reportId })),
    ).toMatchObject({
      kind: 'next-version',
      reportId: first.reportId,
    })
  })

  it('without a title is known by its place on disk', async () => {
    const path = '/d/a.docx'
    const first = await put(store, file('a', BUSY, { title: null }, { path }))
    expect(await put(store, file('b', WRONG, { title: null }, { path }))).toMatchObject({
      kind: 'next-version',
      reportId: first.reportId,
    })
  })
})

describe('a file that was saved again', () => {
  it('is the next version of its report, though unit and year were corrected', async () => {
    const first = await put(store, file('a', BUSY, { title: { unit: '青水镇' } }))
    const second = await put(store, file('b', BUSY, {}, { savedFrom: first.reportId }))
    expect(second).toMatchObject({ kind: 'next-version', reportId: first.reportId })
    expect(await onlyReport(store)).toMatchObject({ unit: '清水镇' })
  })

  it('is the next version, though it is again as it once was', async () => {
    const first = await put(store, file('a', WRONG))
    await put(store, file('b', BUSY, {}, { savedFrom: first.reportId }))
    expect(await put(store, file('a', WRONG, {}, { savedFrom: first.reportId }))).toMatchObject({
      kind: 'next-version',
      number: 3,
    })
  })

  it('without a change is nothing new', async () => {
    const first = await put(store, file('a'))
    expect(await put(store, file('a', BUSY, {}, { savedFrom: first.reportId }))).toMatchObject({
      kind: 'duplicate',
      isCurrent: true,
    })
  })

  it('keeps unit and year where the new text does not say them', async () => {
    const first = await put(store, file('a'))
    await put(store, file('b', BUSY, { title: null, period: null }, { savedFrom: first.reportId }))
    expect(await onlyReport(store)).toMatchObject({ unit: '清水镇', year: 2021 })
    expect(await put(store, file('c'))).toMatchObject({ kind: 'next-version', number: 3 })
  })

  it('of a report that was deleted meanwhile is a report of its own', async () => {
    const first = await put(store, file('a'))
    await deleteReports(store, [first.reportId])
    expect(await put(store, file('b', BUSY, {}, { savedFrom: first.reportId }))).toMatchObject({
      kind: 'added',
    })
    expect((await onlyReport(store)).fileName).toBe('b.docx')
  })
})

describe('two files at once', () => {
  it('of one report become its versions, never two reports', async () => {
    const names = ['a', 'b', 'c', 'd']
    await Promise.all(names.map((name) => put(store, file(name))))
    expect(await onlyReport(store)).toMatchObject({ versions: 4 })
    const versions = await listVersions(store, (await onlyReport(store)).id)
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  })
})
