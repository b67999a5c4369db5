import { expect, it } from 'vitest'
import type { ReadRequest, UnpackOutcome } from '../../../../shared/ipc/contract.ts'
import { toPlainReport } from '../../../../shared/ipc/plain-report.ts'
import type { ReadError } from '../../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../../shared/result.ts'
import { BUSY, buildReport } from '../../../../test/builders/report.ts'
import { createMachine, openFake } from '../../../db/fake-ports.ts'
import { listReports } from '../../../db/reports.ts'
import { listUnreadable } from '../../../db/unreadable.ts'
import type { Incoming } from './incoming.ts'
import { takeIn } from './take-in.ts'

const BYTES = new TextEncoder().encode('bytes')
const BATCH: Incoming = {
  name: 'batch.zip',
  folder: '2021',
  path: '/in/batch.zip',
  size: 5,
  load: async () => success(BYTES),
}

/** A desk on an empty store whose host takes zips apart as told; every document is the same report. */
async function deskOn(unpacked: Result<UnpackOutcome, ReadError>) {
  const store = await openFake(createMachine())
  const read: string[] = []
  const report = toPlainReport(buildReport(BUSY))
  const desktop = {
    unpackArchive: async () => unpacked,
    readReport: async ({ name }: ReadRequest) => {
      read.push(name)
      return success({ report, view: { kind: 'lines' as const, lines: [] } })
    },
  }
  return { desk: { desktop, store }, store, read }
}

it('takes a zip apart into files that are named after it, and keeps nothing of the zip itself', async () => {
  const damaged = failure<ReadError>({ code: 'damaged', reason: 'broken' })
  const { desk, store, read } = await deskOn(
    success({
      kind: 'reports',
      reports: [
        { name: '镇/报告.docx', content: success(BYTES) },
        { name: 'bad.docx', content: damaged },
      ],
    }),
  )
  const taken = await takeIn(desk, BATCH, 'id')
  if (!taken.ok || taken.value.kind !== 'unpacked') throw new Error('not unpacked')
  const [report, bad] = taken.value.files
  expect(report).toMatchObject({
    name: 'batch.zip/镇/报告.docx',
    folder: '2021',
    path: null,
    size: 5,
  })
  expect(await report?.load()).toEqual(success(BYTES))
  expect(await listReports(store)).toEqual([])

  if (report === undefined || bad === undefined) throw new Error('no files')
  expect(await takeIn(desk, report, 'id')).toEqual(success({ kind: 'added' }))
  expect(await takeIn(desk, bad, 'id')).toEqual(success({ kind: 'unreadable' }))
  expect(read).toEqual(['batch.zip/镇/报告.docx'])
  expect(await listUnreadable(store)).toMatchObject([{ name: 'batch.zip/bad.docx', path: null }])
})

it('reads a document that is called .zip as it is', async () => {
  const { desk, read } = await deskOn(success({ kind: 'document' }))
  expect(await takeIn(desk, BATCH, 'id')).toEqual(success({ kind: 'added' }))
  expect(read).toEqual(['batch.zip'])
})

it('keeps a zip that cannot be taken apart among the files that cannot be read', async () => {
  const { desk, store } = await deskOn(failure({ code: 'encrypted' }))
  expect(await takeIn(desk, BATCH, 'id')).toEqual(success({ kind: 'unreadable' }))
  expect(await listUnreadable(store)).toMatchObject([
    { name: 'batch.zip', path: '/in/batch.zip', error: { code: 'encrypted' } },
  ])
})
