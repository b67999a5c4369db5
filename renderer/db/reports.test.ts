import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import { BUSY, buildReport } from '../../test/builders/report.ts'
import { decide } from './decisions.ts'
import { deleteReports, purgeDeleted, RESTORABLE_FOR, restoreReports } from './delete-reports.ts'
import { createMachine, type FakeMachine, fileOf, openFake, wanted } from './fake-ports.ts'
import {
  closeReports,
  listReports,
  markOpened,
  observeReports,
  readReport,
  reopenReports,
  reportsOfUnit,
} from './reports.ts'
import { listPaths, readReview } from './review.ts'
import type { ReportId, ReportRow } from './rows.ts'
import type { Store } from './store.ts'
import { storeReading } from './store-reading.ts'

const WRONG = { ...BUSY, 't4.review.total': '4' }

let machine: FakeMachine
let store: Store

beforeEach(async () => {
  machine = createMachine()
  store = await openFake(machine)
})

const add = async (unit: string, year = 2021, path: string | null = null): Promise<ReportId> => {
  const report = toPlainReport(buildReport(WRONG, { title: { unit }, year }))
  return (await wanted(storeReading(store, fileOf(`${unit}${year}`, report, { path })))).reportId
}

const state = async (id: ReportId) => {
  const row = await readReport(store, id)
  return row === 'absent' ? 'absent' : row.state
}

describe('a report', () => {
  it('is new until a person opens it', async () => {
    const id = await add('清水镇')
    expect(await state(id)).toBe('new')
    await wanted(markOpened(store, id))
    expect(await state(id)).toBe('in-review')
  })

  it('is closed by hand and opened again', async () => {
    const ids = [await add('清水镇'), await add('大演乡')]
    await wanted(closeReports(store, ids))
    expect(await Promise.all(ids.map(state))).toEqual(['done', 'done'])
    await wanted(reopenReports(store, ids))
    expect(await Promise.all(ids.map(state))).toEqual(['new', 'new'])
  })

  it('that was closed is not done any more when a new version brings open findings', async () => {
    const id = await add('清水镇')
    await wanted(closeReports(store, [id]))
    const next = toPlainReport(buildReport({ ...BUSY, 't4.review.total': '9' }))
    await wanted(storeReading(store, fileOf('next', next)))
    expect(await state(id)).toBe('new')
  })

  it('is found with the other years of its unit, the earliest first', async () => {
    await add('清水镇', 2022)
    await add('清水镇', 2021)
    await add('大演乡', 2021)
    expect((await reportsOfUnit(store, '清水镇')).map(({ year }) => year)).toEqual([2021, 2022])
  })

  it('is watched where its current version lies on the disk', async () => {
    const id = await add('清水镇', 2021, '/d/a.docx')
    await add('大演乡')
    expect(await listPaths(store)).toEqual([{ path: '/d/a.docx', reportId: id }])
  })
})

describe('deleting', () => {
  it('takes a report out of sight and can be taken back with all that was decided', async () => {
    const id = await add('清水镇', 2021, '/d/a.docx')
    const review = await readReview(store, id)
    const key = review === 'absent' ? '' : (review.findings[0]?.key ?? '')
    await wanted(decide(store, id, [{ key, decision: { kind: 'confirmed' } }]))
    expect(await wanted(deleteReports(store, [id, 99]))).toEqual({ count: 1 })
    expect(await listReports(store)).toEqual([])
    expect(await readReport(store, id)).toBe('absent')
    expect(await readReview(store, id)).toBe('absent')
    expect(await listPaths(store)).toEqual([])
    expect(await reportsOfUnit(store, '清水镇')).toEqual([])
    expect(await decide(store, id, [{ key, decision: null }])).toMatchObject({
      error: { code: 'gone' },
    })
    await wanted(restoreReports(store, [id]))
    expect(await readReview(store, id)).toMatchObject({
      decisions: new Map([[key, { kind: 'confirmed' }]]),
    })
  })

  it('removes all of it for good after a day, and nothing of any other report', async () => {
    const [gone, kept] = [await add('清水镇'), await add('大演乡')]
    await wanted(deleteReports(store, [gone]))
    expect(await wanted(purgeDeleted(store))).toEqual({ count: 0 })
    machine.tick(RESTORABLE_FOR)
    expect(await wanted(purgeDeleted(store))).toEqual({ count: 1 })
    expect((await listReports(store)).map(({ id }) => id)).toEqual([kept])
    const { versions, readings, views, checks, sources } = store.database
    const counts = await Promise.all(
      [versions, readings, views, checks, sources].map((table) => table.count()),
    )
    expect(counts).toEqual([1, 1, 1, 1, 1])
    expect(await restoreReports(store, [gone])).toEqual({ ok: false, error: { code: 'gone' } })
  })

  it('keeps the bytes that another report still needs', async () => {
    const [gone, kept] = [await add('清水镇'), await add('大演乡')]
    const report = toPlainReport(buildReport(WRONG, { title: { unit: '大演乡' } }))
    const shared = fileOf('清水镇2021', report, { savedFrom: kept })
    expect(await wanted(storeReading(store, shared))).toMatchObject({ kind: 'next-version' })
    await wanted(deleteReports(store, [gone]))
    await wanted(purgeDeleted(store, 0))
    expect((await store.database.sources.toArray()).map(({ sha256 }) => sha256)).toEqual([
      'sha-大演乡2021',
      'sha-清水镇2021',
    ])
  })

  it('and giving the file again begins anew', async () => {
    const id = await add('清水镇')
    await wanted(deleteReports(store, [id]))
    const again = await add('清水镇')
    expect(again).not.toBe(id)
    expect((await listReports(store)).map((row) => row.id)).toEqual([again])
    expect(await store.database.versions.count()).toBe(1)
  })
})

describe('observeReports', () => {
  const watch = () => {
    const lists: (readonly ReportRow[])[] = []
    const stop = observeReports(store, {
      next: (rows) => lists.push(rows),
      error: (error) => {
        throw new Error(error.code)
      },
    })
    const latest = () => lists.at(-1)?.map(({ unit }) => unit)
    return { lists, stop, latest }
  }

  it('gives the list, then the list after each change, in this window and others', async () => {
    const id = await add('清水镇')
    const { lists, stop, latest } = watch()
    await vi.waitFor(() => expect(latest()).toEqual(['清水镇']))
    await add('大演乡')
    await vi.waitFor(() => expect(latest()).toEqual(['清水镇', '大演乡']))
    const other = await openFake(machine)
    await wanted(markOpened(other, id))
    await vi.waitFor(() => expect(lists.at(-1)?.[0]?.state).toBe('in-review'))
    await wanted(deleteReports(store, [id]))
    await vi.waitFor(() => expect(latest()).toEqual(['大演乡']))
    await wanted(purgeDeleted(store, 0))
    await wanted(restoreReports(store, [id])).catch(() => undefined)
    await add('东山镇')
    await vi.waitFor(() => expect(latest()).toEqual(['大演乡', '东山镇']))
    stop()
    const count = lists.length
    await add('西山镇')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(lists).toHaveLength(count)
  })

  it('shows reports while others are still being imported', async () => {
    const { lists, stop } = watch()
    let isOver = false
    let seen = 0
    const importing = (async () => {
      for (let year = 1; year < 200 && seen < 2; year++) {
        await add('清水镇', year)
        seen = lists.filter((list) => list.length > 0).length
      }
      isOver = seen < 2
    })()
    await importing
    expect(isOver).toBe(false)
    stop()
  })

  it('reads only what changed and keeps the other rows as they are', async () => {
    for (let year = 2019; year < 2022; year++) await add('清水镇', year)
    const { lists, stop } = watch()
    await vi.waitFor(() => expect(lists.at(-1)).toHaveLength(3))
    const before = lists.at(-1)
    const read = vi.spyOn(store.database.reports, 'toArray')
    await wanted(markOpened(store, 2))
    await vi.waitFor(() => expect(lists.at(-1)?.[1]?.state).toBe('in-review'))
    expect(lists.at(-1)?.[0]).toBe(before?.[0])
    expect(lists.at(-1)?.[2]).toBe(before?.[2])
    expect(read).not.toHaveBeenCalled()
    stop()
  })
})
