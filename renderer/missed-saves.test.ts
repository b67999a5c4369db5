import { describe, expect, it } from 'vitest'
import type { FileLook } from '../shared/ipc/contract.ts'
import { failure, success } from '../shared/result.ts'
import type { PlacedVersion } from './db/placed-versions.ts'
import type { TakenIn } from './features/reports/import/take-in.ts'
import { findMissedSaves, type MissedSave } from './missed-saves.ts'

const HOUR = 3_600_000
const READ_AT = 100 * HOUR

const version = (id: number): PlacedVersion => ({
  id,
  reportId: id * 10,
  number: 1,
  sha256: `sha-${id}`,
  fileName: `${id}.docx`,
  folder: '',
  path: `/in/${id}.docx`,
  size: 7,
  addedAt: READ_AT,
  readAt: READ_AT,
  programVersion: '1',
  edition: '2021',
  difference: null,
})

const UNTOUCHED: FileLook = { size: 7, changed: READ_AT - HOUR }

const NEXT: TakenIn = {
  kind: 'new-version',
  fileName: '1.docx',
  reportId: 10,
  name: '清水镇 2023 年度',
  number: 2,
  difference: { gone: 1, unchecked: 0, added: 0, changed: 0, same: 2 },
}

/** Files by the numbers of their versions: how each looks, and the hash of what stands in it now. */
interface Disk {
  readonly looks: Readonly<Record<number, FileLook>>
  readonly hashes?: Readonly<Record<number, string>>
  readonly taken?: TakenIn
}

async function search(disk: Disk, numbers: readonly number[]) {
  const found: MissedSave[] = []
  const read: string[] = []
  const same: number[] = []
  const numberOf = (path: string): number => Number(/\d+/.exec(path)?.[0])
  await findMissedSaves(numbers.map(version), {
    lookAtFiles: async (paths) => paths.map((path) => disk.looks[numberOf(path)] ?? null),
    readFile: async (path) => {
      read.push(path)
      const hash = disk.hashes?.[numberOf(path)]
      return hash === undefined
        ? failure({ code: 'no-access' })
        : success({ name: path, bytes: new TextEncoder().encode(hash), modified: 0 })
    },
    sha256: async (bytes) => new TextDecoder().decode(bytes),
    takeIn: async () => success(disk.taken ?? NEXT),
    noteSame: async (versions) => same.push(...versions.map(({ id }) => id)),
    isOver: () => false,
    onFound: (save) => found.push(save),
  })
  return { found, read, same }
}

describe('a file that was saved while the desk was closed', () => {
  it('is read again and becomes the next version, with what changed', async () => {
    const { found } = await search(
      { looks: { 1: { size: 9, changed: READ_AT - HOUR } }, hashes: { 1: 'sha-other' } },
      [1],
    )
    expect(found).toEqual([
      {
        reportId: 10,
        path: '/in/1.docx',
        name: '清水镇 2023 年度',
        words: '第 2 版：1 处问题消失了，2 处没有变。',
      },
    ])
  })

  it('is seen by its time where the size is the same', async () => {
    const looks = { 1: { size: 7, changed: READ_AT + 1 } }
    expect((await search({ looks, hashes: { 1: 'sha-other' } }, [1])).found).toHaveLength(1)
  })

  it('that cannot be read now is named with the remedy', async () => {
    const { found } = await search({ looks: { 1: { size: 9, changed: 0 } } }, [1])
    expect(found[0]?.words).toMatch(/^有改动，但读不了：.+。$/)
  })

  it('that is no report any more is named', async () => {
    const { found } = await search(
      {
        looks: { 1: { size: 9, changed: 0 } },
        hashes: { 1: 'sha-other' },
        taken: { kind: 'unreadable' },
      },
      [1],
    )
    expect(found[0]?.words).toContain('读不了了')
  })
})

it('of files that look as they did nothing is read', async () => {
  const { found, read } = await search({ looks: { 1: UNTOUCHED, 2: UNTOUCHED } }, [1, 2])
  expect([found, read]).toEqual([[], []])
})

it('a file that was only touched is noted as the same, and nothing is said of it', async () => {
  const { found, same } = await search(
    { looks: { 1: { size: 7, changed: READ_AT + HOUR }, 2: UNTOUCHED }, hashes: { 1: 'sha-1' } },
    [1, 2],
  )
  expect([found, same]).toEqual([[], [1]])
})

it('nothing is said of a file that is not there', async () => {
  expect((await search({ looks: {} }, [1])).found).toEqual([])
})
