import { describe, expect, it } from 'vitest'
import { failure, success } from '../../../../shared/result.ts'
import type { ImportProgress } from './import-progress.ts'
import type { Incoming } from './incoming.ts'
import { type ImportPorts, runImport } from './run-import.ts'

const file = (name: string): Incoming => ({
  name,
  folder: '',
  path: null,
  size: 1,
  load: async () => success(new Uint8Array()),
})

const files = (count: number): readonly Incoming[] =>
  Array.from({ length: count }, (_, index) => file(`${index}.docx`))

interface Bench extends ImportPorts {
  readonly seen: ImportProgress[]
  readonly cancelled: string[]
  readonly most: () => number
}

/** Takes every file in after a turn of the event loop, or as `takeIn` says. */
function bench(takeIn?: ImportPorts['takeIn']): Bench {
  const seen: ImportProgress[] = []
  const cancelled: string[] = []
  let next = 0
  let running = 0
  let most = 0
  return {
    seen,
    cancelled,
    most: () => most,
    takeIn: async (one, id) => {
      running++
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve))
      running--
      return takeIn === undefined ? success({ kind: 'added' }) : takeIn(one, id)
    },
    cancel: (ids) => cancelled.push(...ids),
    newId: () => `${next++}`,
    now: () => 0,
    width: 3,
    onProgress: (progress) => seen.push(progress),
  }
}

describe('runImport', () => {
  it('takes every file in, a few at a time', async () => {
    const ports = bench()
    const ended = await runImport(files(20), ports).ended
    expect(ended).toMatchObject({ phase: 'ended', total: 20, done: 20, added: 20, current: [] })
    expect(ended.wasCancelled).toBe(false)
    expect(ports.most()).toBe(3)
  })

  it('counts a file only when it is settled, and never backwards', async () => {
    const ports = bench()
    await runImport(files(9), ports).ended
    const counts = ports.seen.map(({ done }) => done)
    expect(counts).toEqual(counts.toSorted((one, other) => one - other))
    expect(ports.seen.every(({ done, current }) => done + current.length <= 9)).toBe(true)
  })

  it('keeps what is done when it is cancelled, and ends the readings under way', async () => {
    const ports = bench()
    const running = runImport(files(20), ports)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running.cancel()
    const ended = await running.ended
    expect(ended.wasCancelled).toBe(true)
    expect(ended.done).toBeGreaterThan(0)
    expect(ended.done).toBeLessThan(20)
    expect(ended.added).toBe(ended.done)
    expect(ports.cancelled.length).toBeGreaterThan(0)
  })

  it('stops and says why when nothing can be kept any more', async () => {
    const ports = bench(async ({ name }) =>
      name === '2.docx'
        ? failure({ code: 'no-room', freeBytes: 1024 * 1024 })
        : success({ kind: 'added' }),
    )
    const ended = await runImport(files(50), ports).ended
    expect(ended.refused).toContain('磁盘只剩 1 MB')
    expect(ended.wasCancelled).toBe(false)
    expect(ended.done).toBeLessThan(6)
  })

  it('stops and says so when the host is gone', async () => {
    const ports = bench(async () => Promise.reject(new Error('the host is gone')))
    const ended = await runImport(files(50), ports).ended
    expect(ended).toMatchObject({ phase: 'ended', done: 0 })
    expect(ended.refused).toContain('没有回应')
  })

  it('takes in files that are given while it runs', async () => {
    const ports = bench()
    const running = runImport(files(2), ports)
    running.add(files(7))
    expect(await running.ended).toMatchObject({ total: 9, done: 9 })
  })

  it('takes in the reports of a zip in its place, and counts them instead of it', async () => {
    const taken: string[] = []
    const ports = bench(async ({ name }) => {
      taken.push(name)
      return name === '0.zip'
        ? success({ kind: 'unpacked', files: [file('0.zip/a.docx'), file('0.zip/b.docx')] })
        : success({ kind: 'added' })
    })
    const given = [file('0.zip'), ...files(5).slice(1)]
    const ended = await runImport(given, ports).ended
    expect(ended).toMatchObject({ total: 6, done: 6, added: 6 })
    expect(taken.toSorted()).toEqual([
      '0.zip',
      '0.zip/a.docx',
      '0.zip/b.docx',
      ...given.slice(1).map(({ name }) => name),
    ])
    const counts = ports.seen.map(({ done }) => done)
    expect(counts).toEqual(counts.toSorted((one, other) => one - other))
  })

  it('takes in no report of a zip that was unpacked after it was cancelled', async () => {
    let unpack = (): void => {}
    const waiting = new Promise<void>((resolve) => {
      unpack = resolve
    })
    const ports = bench(async () => {
      await waiting
      return success({ kind: 'unpacked', files: files(3) })
    })
    const running = runImport([file('0.zip')], ports)
    running.cancel()
    unpack()
    expect(await running.ended).toMatchObject({ wasCancelled: true, total: 1, done: 0 })
  })

  it('ends at once without files', async () => {
    expect(await runImport([], bench()).ended).toMatchObject({ phase: 'ended', total: 0 })
  })
})
