import { beforeEach, expect, it } from 'vitest'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import { BUSY, buildReport } from '../../test/builders/report.ts'
import { deleteReports } from './delete-reports.ts'
import { createMachine, type FakeMachine, fileOf, openFake, wanted } from './fake-ports.ts'
import { listPlacedVersions, noteSameBytes } from './placed-versions.ts'
import { listReports } from './reports.ts'
import { separateVersion } from './separate-version.ts'
import type { Store } from './store.ts'
import { storeReading } from './store-reading.ts'

let machine: FakeMachine
let store: Store

beforeEach(async () => {
  machine = createMachine()
  store = await openFake(machine)
})

const put = (name: string, unit: string, path: string | null, rejected = '0') =>
  wanted(
    storeReading(
      store,
      fileOf(
        name,
        toPlainReport(buildReport({ ...BUSY, 't4.review.total': rejected }, { title: { unit } })),
        { path },
      ),
    ),
  )

const list = async () => listPlacedVersions(store, await listReports(store))

const placed = async () => (await list()).map(({ fileName, path }) => `${path} ${fileName}`)

it('gives the current version of each report that lies on the disk', async () => {
  await put('a', '清水镇', '/in/a.docx')
  await put('b', '清水镇', '/in/a.docx', '9')
  await put('c', '大演乡', null)
  const { reportId } = await put('d', '石渡镇', '/in/d.docx')
  await wanted(deleteReports(store, [reportId]))
  expect(await placed()).toEqual(['/in/a.docx b.docx'])
})

it('gives one version for each place: what was read there last', async () => {
  await put('a', '清水镇', '/in/a.docx')
  const { versionId } = await put('b', '清水镇', '/in/a.docx', '9')
  await wanted(separateVersion(store, versionId))
  expect(await placed()).toEqual(['/in/a.docx b.docx'])
})

it('notes when the same bytes were read again', async () => {
  await put('a', '清水镇', '/in/a.docx')
  machine.tick(5_000)
  const [before] = await list()
  await wanted(noteSameBytes(store, before === undefined ? [] : [before]))
  const [after] = await list()
  expect(after?.readAt).toBeGreaterThanOrEqual((before?.readAt ?? 0) + 5_000)
  expect({ ...after, readAt: before?.readAt }).toEqual(before)
})
