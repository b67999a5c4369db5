import { afterEach, describe, expect, it } from 'vitest'
import { asText, goodReport } from '../../test/cli/samples.ts'
import { createReading, type Reading } from './reading.ts'

const readings: Reading[] = []
const crashes: string[] = []

function readingOn(threads: number, worker = '../../test/hosts/workers/slow-reader.ts') {
  const reading = createReading({
    workerUrl: new URL(worker, import.meta.url),
    threads,
    secondsPerFile: 3,
    onCrash: (name, detail) => crashes.push(`${name}: ${detail}`),
  })
  readings.push(reading)
  return reading
}

afterEach(async () => {
  await Promise.all(readings.splice(0).map((reading) => reading.stop()))
  crashes.length = 0
})

const REPORT = new TextDecoder().decode(asText(goodReport()))

const documentOf = (name: string, text = REPORT) => ({
  id: name,
  name,
  bytes: new TextEncoder().encode(text),
})

const CANCELLED = { ok: false, error: { code: 'cancelled' } }

describe('reading', () => {
  it('gives the report and the source as a screen shows it', async () => {
    const outcome = await readingOn(1).read(documentOf('a.txt'))
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        report: { cells: expect.any(Array) },
        view: { kind: 'lines', lines: REPORT.replace(/\n$/, '').split('\n') },
      },
    })
  })

  it('says why a document is not read', async () => {
    const reading = readingOn(1)
    expect(await reading.read(documentOf('a.txt', ''))).toEqual({
      ok: false,
      error: { code: 'damaged', reason: 'empty' },
    })
    expect(await reading.read(documentOf('a.txt', '今天天气很好。'))).toEqual({
      ok: false,
      error: { code: 'not-a-report' },
    })
  })

  it('ends a document that takes too long, and goes on', async () => {
    const reading = readingOn(1)
    const [hung, next] = [reading.read(documentOf('hang.txt')), reading.read(documentOf('a.txt'))]
    expect(await hung).toEqual({ ok: false, error: { code: 'timeout', seconds: 3 } })
    expect(await next).toMatchObject({ ok: true })
  })

  it('costs a thread that dies its own document only, and tells why it died', async () => {
    const reading = readingOn(1)
    expect(await reading.read(documentOf('throw.txt'))).toEqual({
      ok: false,
      error: { code: 'damaged', reason: 'crashed' },
    })
    expect(crashes).toEqual(['throw.txt: TypeError: a bug in a reader'])
    expect(await reading.read(documentOf('a.txt'))).toMatchObject({ ok: true })
  })

  it('throws, and does not call documents damaged, where the threads’ code cannot be loaded', async () => {
    const reading = readingOn(1, '../../test/cli/workers/broken-worker.ts')
    await expect(reading.read(documentOf('a.txt'))).rejects.toThrow('something is missing here')
  })
})

describe('cancelling', () => {
  it('ends the thread, however stuck it is, and the next document is read', async () => {
    const reading = readingOn(1)
    const hung = reading.read(documentOf('hang.txt'))
    const next = reading.read(documentOf('a.txt'))
    await new Promise((resolve) => setTimeout(resolve, 500))
    const before = performance.now()
    await reading.cancel(['hang.txt'])
    expect(await hung).toEqual(CANCELLED)
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(await next).toMatchObject({ ok: true })
  })

  it('leaves other documents alone', async () => {
    const reading = readingOn(2)
    const slow = reading.read(documentOf('sleep 500.txt'))
    const hung = reading.read(documentOf('hang.txt'))
    await reading.cancel(['hang.txt'])
    expect(await hung).toEqual(CANCELLED)
    expect(await slow).toMatchObject({ ok: true })
  })

  it('ends what waits for its turn, and what has not even arrived', async () => {
    const reading = readingOn(1)
    const first = reading.read(documentOf('sleep 300.txt'))
    const waiting = reading.read(documentOf('b.txt'))
    await reading.cancel(['b.txt', 'c.txt'])
    expect(await waiting).toEqual(CANCELLED)
    expect(await reading.read(documentOf('c.txt'))).toEqual(CANCELLED)
    expect(await first).toMatchObject({ ok: true })
  })

  it('counts from the moment of the call, also before the thread has anything', async () => {
    const reading = readingOn(1)
    const read = reading.read(documentOf('hang.txt'))
    await reading.cancel(['hang.txt'])
    expect(await read).toEqual(CANCELLED)
  })

  it('comes to all when the program ends', async () => {
    const reading = readingOn(1)
    const outcomes = [reading.read(documentOf('hang.txt')), reading.read(documentOf('a.txt'))]
    await reading.stop()
    expect(await Promise.all(outcomes)).toEqual([CANCELLED, CANCELLED])
  })
})
