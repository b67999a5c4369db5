import { setTimeout as pause, setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createWorkerPool, type WorkerPool } from './worker-pool.ts'

const pools: WorkerPool<string, string>[] = []

function poolOf(
  size: number,
  options: { seconds?: number; worker?: string; tasksPerThread?: number } = {},
) {
  const pool = createWorkerPool<string, string>({
    workerUrl: new URL(
      `../../test/cli/workers/${options.worker ?? 'moody-worker.ts'}`,
      import.meta.url,
    ),
    size,
    seconds: options.seconds ?? 20,
    ...(options.tasksPerThread === undefined ? {} : { tasksPerThread: options.tasksPerThread }),
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
  })
  pools.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.stop()))
})

describe('createWorkerPool', () => {
  it('gives the answer to each task', async () => {
    const pool = poolOf(2)
    const answers = await Promise.all(['a', 'b', 'c'].map((task) => pool.run(task)))
    expect(answers.every((answer) => answer.ok)).toBe(true)
  })

  it('ends a task that never ends, and goes on with the next on a new thread', async () => {
    const pool = poolOf(1, { seconds: 1 })
    const hung = pool.run('hang')
    const next = pool.run('echo')
    expect(await hung).toEqual({ ok: false, error: { kind: 'timeout', seconds: 1 } })
    expect(await next).toEqual({ ok: true, value: 'echo 1' })
  })

  it('does not count the time that a task waits for a thread', async () => {
    const pool = poolOf(1, { seconds: 1 })
    const answers = await Promise.all(
      ['sleep 700', 'sleep 700', 'sleep 700'].map((task) => pool.run(task)),
    )
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true])
  })

  it('does not count the time that this process itself was blocked', async () => {
    const pool = poolOf(1, { seconds: 1 })
    await pool.run('echo')
    const answer = pool.run('sleep 500')
    await pause(100)
    // Blocked where the timers come before the messages, as after a callback of a stream.
    await setImmediate()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500)
    expect(await answer).toEqual({ ok: true, value: 'sleep 500 2' })
  })

  it('tells want of memory from other deaths', async () => {
    const pool = poolOf(2)
    const [memory, exit] = await Promise.all([pool.run('balloon'), pool.run('exit')])
    expect(memory).toMatchObject({ ok: false, error: { kind: 'crashed', cause: 'memory' } })
    expect(exit).toMatchObject({
      ok: false,
      error: { kind: 'crashed', cause: 'other', detail: 'thread exited with code 7' },
    })
  })

  it('gives the message of an exception, and goes on', async () => {
    const pool = poolOf(1)
    expect(await pool.run('throw')).toEqual({
      ok: false,
      error: { kind: 'crashed', cause: 'other', detail: 'RangeError: a bug in a rule' },
    })
    expect(await pool.run('echo')).toEqual({ ok: true, value: 'echo 1' })
  })

  it('does not blame a task for what an earlier one left behind', async () => {
    const pool = poolOf(1)
    await pool.run('mine')
    expect(await pool.run('sleep 300')).toEqual({ ok: true, value: 'sleep 300 1' })
  })

  it('notices that a thread died while it had nothing to do', async () => {
    const pool = poolOf(1, { seconds: 2 })
    await pool.run('mine')
    await pause(500)
    expect(await pool.run('echo')).toEqual({ ok: true, value: 'echo 1' })
  })

  it('replaces a thread that has had its share of tasks', async () => {
    const pool = poolOf(1, { tasksPerThread: 2 })
    const answers = [await pool.run('echo'), await pool.run('echo'), await pool.run('echo')]
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual([
      'echo 1',
      'echo 2',
      'echo 1',
    ])
  })

  it('uses a thread again while it is well', async () => {
    const pool = poolOf(1)
    await pool.run('one')
    expect(await pool.run('two')).toEqual({ ok: true, value: 'two 2' })
  })

  it('fails what is under way and what waits when it is stopped', async () => {
    const pool = poolOf(1)
    const answers = [pool.run('hang'), pool.run('echo')]
    setTimeout(() => pool.stop(), 200)
    expect(await Promise.all(answers)).toEqual([
      { ok: false, error: { kind: 'stopped' } },
      { ok: false, error: { kind: 'stopped' } },
    ])
    expect(await pool.run('echo')).toEqual({ ok: false, error: { kind: 'stopped' } })
  })

  it('throws, and does not call files damaged, where the code of the threads cannot be loaded', async () => {
    const pool = poolOf(1, { worker: 'broken-worker.ts' })
    await expect(pool.run('echo')).rejects.toThrow('something is missing here')
    await expect(pool.run('echo')).rejects.toThrow('something is missing here')
  })

  it('keeps what a thread prints off the output of this process', async () => {
    const write = vi.spyOn(process.stdout, 'write')
    await poolOf(1).run('print')
    expect(write.mock.calls.filter(([text]) => `${text}`.includes('noise'))).toEqual([])
    write.mockRestore()
  })
})
