import {
  appendFileSync,
  copyFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch as watchWithSystem,
  writeFileSync,
} from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, type TestContext, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../../test/cli/sandbox.ts'
import { createWatch, type WatchFolder } from './watch.ts'

/** How the system tells of what happens: as it does, not at all, or with an error at once. */
const SYSTEMS: Readonly<Record<string, WatchFolder | undefined>> = {
  'a folder that the system watches': undefined,
  'a folder of which it tells nothing, as on some network drives': (folder) =>
    watchWithSystem(folder, { persistent: false }, () => {}),
  'a folder that it cannot watch': () => {
    throw new Error('ENOSPC')
  },
}

/** Watches files in a folder of its own, each with one word in it. */
async function startWatch(
  { onTestFinished }: TestContext,
  watched: readonly string[],
  watchFolder?: WatchFolder,
) {
  const box = createSandbox()
  for (const name of ['甲镇.docx', '乙镇.docx', 'stick/甲镇.docx', 'a.txt']) box.put(name, 'one')
  const changes: string[] = []
  const watch = createWatch({
    find: (path) => (path.endsWith('.docx') ? path : undefined),
    onChange: (path) => changes.push(path.replace(`${box.path}/`, '')),
    ...(watchFolder === undefined ? {} : { watchFolder }),
  })
  onTestFinished(() => {
    watch.stop()
    box.remove()
  })
  await watch.set(watched.map(box.at))
  await pause(100)
  /** What was told within two seconds of the deed, and in the second after that. */
  const toldAfter = async (deed: () => unknown): Promise<readonly string[]> => {
    await deed()
    await vi.waitFor(() => expect(changes).not.toEqual([]), { timeout: 2_000, interval: 20 })
    await pause(1_200)
    return changes.splice(0)
  }
  return { box, watch, changes, toldAfter }
}

/** Each way in which a program saves 甲镇.docx. */
const SAVES: Readonly<Record<string, (box: Sandbox) => unknown>> = {
  'by writing into the file': (box) => writeFileSync(box.at('甲镇.docx'), 'two words'),
  'as Word does: writes a draft, sets the old one aside, renames, deletes': async (box) => {
    box.put('~$甲镇.docx', 'owner')
    box.put('~WRD0001.tmp', 'two words')
    await pause(50)
    renameSync(box.at('甲镇.docx'), box.at('~WRL0002.tmp'))
    renameSync(box.at('~WRD0001.tmp'), box.at('甲镇.docx'))
    await pause(50)
    unlinkSync(box.at('~WRL0002.tmp'))
    unlinkSync(box.at('~$甲镇.docx'))
  },
  'as WPS does: a copy aside, the old one deleted, the draft renamed after a moment': async (
    box,
  ) => {
    copyFileSync(box.at('甲镇.docx'), box.at('.~甲镇.docx'))
    box.put('wps1.tmp', 'two words')
    unlinkSync(box.at('甲镇.docx'))
    await pause(400)
    renameSync(box.at('wps1.tmp'), box.at('甲镇.docx'))
  },
  'by emptying the file first and writing in pieces': async (box) => {
    writeFileSync(box.at('甲镇.docx'), '')
    await pause(700)
    for (let piece = 0; piece < 5; piece += 1) {
      await pause(80)
      appendFileSync(box.at('甲镇.docx'), 'piece ')
    }
  },
}

// They mostly wait; one after the other they would take more than a minute.
describe.concurrent.each(Object.entries(SYSTEMS))('in %s', (_, watchFolder) => {
  it.for(Object.entries(SAVES))(
    'a save is told of once, within two seconds: %s',
    async ([, save], context) => {
      const names = ['甲镇.docx', '乙镇.docx']
      const { box, toldAfter } = await startWatch(context, names, watchFolder)
      expect(await toldAfter(() => save(box))).toEqual(['甲镇.docx'])
      expect(await toldAfter(() => box.put('甲镇.docx', 'three words now'))).toEqual(['甲镇.docx'])
    },
  )

  it('nothing is told while a file is still being written', async (context) => {
    const { box, changes } = await startWatch(context, ['甲镇.docx'], watchFolder)
    for (let piece = 0; piece < 16; piece += 1) {
      appendFileSync(box.at('甲镇.docx'), 'piece')
      await pause(120)
    }
    expect(changes).toEqual([])
    await vi.waitFor(() => expect(changes).toHaveLength(1), { timeout: 2_000 })
  })
})

describe.concurrent('a watch', () => {
  it('says nothing of drafts and of other files', async (context) => {
    const { box, changes } = await startWatch(context, ['甲镇.docx'])
    box.put('~$甲镇.docx', 'owner')
    box.put('丙镇.docx', 'x')
    box.put('甲镇.docx.tmp', 'x')
    await pause(1_500)
    expect(changes).toEqual([])
  })

  it('says nothing of a deleted file, and tells when it is back', async (context) => {
    const { box, changes, toldAfter } = await startWatch(context, ['甲镇.docx'])
    unlinkSync(box.at('甲镇.docx'))
    await pause(1_000)
    expect(changes).toEqual([])
    expect(await toldAfter(() => box.put('甲镇.docx', 'two words'))).toEqual(['甲镇.docx'])
  })

  it('goes over to other files, and watches none that was not handed out', async (context) => {
    const { box, watch, toldAfter } = await startWatch(context, ['甲镇.docx'])
    await watch.set([box.at('乙镇.docx'), box.at('a.txt')])
    await pause(100)
    box.put('甲镇.docx', 'two words')
    box.put('a.txt', 'two words')
    expect(await toldAfter(() => box.put('乙镇.docx', 'two words'))).toEqual(['乙镇.docx'])
  })

  it('finds a folder again that was taken away and came back', async (context) => {
    const { box, toldAfter } = await startWatch(context, ['stick/甲镇.docx'])
    rmSync(box.at('stick'), { recursive: true })
    await pause(1_200)
    expect(await toldAfter(() => box.put('stick/甲镇.docx', 'two words'))).toEqual([
      'stick/甲镇.docx',
    ])
  })

  it('keeps no handle on a file', async (context) => {
    const { box, toldAfter } = await startWatch(context, ['甲镇.docx'])
    await toldAfter(() => box.put('甲镇.docx', 'two words'))
    expect(openFiles().filter((path) => path === box.at('甲镇.docx'))).toEqual([])
  })
})

/** What this process holds open; only Linux says so. */
const openFiles = (): readonly string[] =>
  process.platform !== 'linux'
    ? []
    : readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          return [readlinkSync(`/proc/self/fd/${fd}`)]
        } catch {
          return []
        }
      })
