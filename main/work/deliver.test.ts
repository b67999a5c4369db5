import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { asDone, inOrder } from './deliver.ts'

const afterMilliseconds = async (milliseconds: number) => {
  await pause(milliseconds)
  return milliseconds
}

async function collect<T>(answers: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const answer of answers) all.push(answer)
  return all
}

describe('inOrder', () => {
  it('delivers in the order of the items, whichever is done first', async () => {
    expect(await collect(inOrder([60, 1, 30], afterMilliseconds, 3))).toEqual([60, 1, 30])
  })

  it('says to each item its place', async () => {
    const places = inOrder(['a', 'b', 'c'], async (item, index) => `${item}${index}`, 2)
    expect(await collect(places)).toEqual(['a0', 'b1', 'c2'])
  })
})

describe('asDone', () => {
  it('delivers each answer when it is there', async () => {
    expect(await collect(asDone([120, 1, 60], afterMilliseconds, 3))).toEqual([1, 60, 120])
  })
})

describe.each([
  ['inOrder', inOrder],
  ['asDone', asDone],
])('%s', (_, deliver) => {
  it('starts no more than it may while nobody takes the answers', async () => {
    let started = 0
    const items = Array.from({ length: 100 }, (_item, index) => index)
    const answers = deliver(
      items,
      async (item) => {
        started += 1
        return item
      },
      4,
    )
    await answers.next()
    await pause(20)
    expect(started).toBeLessThanOrEqual(4)
    expect(await collect(answers)).toHaveLength(99)
  })

  it('gives nothing for no items', async () => {
    expect(await collect(deliver([], afterMilliseconds, 4))).toEqual([])
  })

  it('passes on an exception', async () => {
    const answers = deliver([1], () => Promise.reject(new Error('bug')), 4)
    await expect(collect(answers)).rejects.toThrow('bug')
  })
})
