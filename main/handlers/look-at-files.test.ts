import { renameSync, statSync, utimesSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { createSandbox } from '../../test/cli/sandbox.ts'
import { lookAtFiles } from './look-at-files.ts'

function box() {
  const made = createSandbox()
  onTestFinished(made.remove)
  return made
}

const known = (path: string): string => path

it('says size and time of each file, in their order', async () => {
  const { put, at } = box()
  for (const [name, text] of [
    ['甲.txt', 'one'],
    ['乙.txt', 'three'],
    ['丙.txt', ''],
  ] as const)
    put(name, text)
  const looks = await lookAtFiles([at('乙.txt'), at('甲.txt'), at('丙.txt')], known)
  expect(looks.map((look) => look?.size)).toEqual([5, 3, 0])
  expect(looks[0]?.changed).toBeGreaterThanOrEqual(statSync(at('乙.txt')).mtimeMs)
})

it('says nothing of what is not there, is no file, or was never handed out', async () => {
  const { put, at } = box()
  put('in/甲.txt', 'one')
  put('geheim.txt', 'secret')
  const find = (path: string) => (path.includes('geheim') ? undefined : path)
  expect(await lookAtFiles([at('gone.txt'), at('in'), at('geheim.txt')], find)).toEqual([
    null,
    null,
    null,
  ])
})

it('sees that an older file of the same size was put in its place', async () => {
  const { put, at } = box()
  put('甲.txt', 'new')
  put('copy.txt', 'old')
  utimesSync(at('copy.txt'), 1, 1)
  const [before] = await lookAtFiles([at('甲.txt')], known)
  await pause(20)
  renameSync(at('copy.txt'), at('甲.txt'))
  const [after] = await lookAtFiles([at('甲.txt')], known)
  expect(after?.size).toBe(before?.size)
  expect(after?.changed).toBeGreaterThan(before?.changed ?? 0)
})

it('looks at thousands', async () => {
  const { put, at } = box()
  put('甲.txt', 'one')
  const looks = await lookAtFiles(
    Array.from({ length: 10_000 }, () => at('甲.txt')),
    known,
  )
  expect(looks.filter((look) => look?.size === 3)).toHaveLength(10_000)
})
