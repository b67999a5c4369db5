import { beforeEach, describe, expect, it } from 'vitest'
import { createMachine, openFake, wanted } from './fake-ports.ts'
import { DEFAULT_SETTINGS, readSettings, writeSetting } from './settings.ts'
import type { Store } from './store.ts'

let store: Store

beforeEach(async () => {
  store = await openFake(createMachine())
})

describe('settings', () => {
  it('are the defaults until a person changes one', async () => {
    expect(await readSettings(store)).toEqual(DEFAULT_SETTINGS)
    await wanted(writeSetting(store, 'officeName', '某县政务公开办'))
    await wanted(writeSetting(store, 'panes', { review: 0.4 }))
    expect(await readSettings(store)).toEqual({
      ...DEFAULT_SETTINGS,
      officeName: '某县政务公开办',
      panes: { review: 0.4 },
    })
  })

  it('that do not fit become the default, alone', async () => {
    await wanted(writeSetting(store, 'officeName', '某县政务公开办'))
    await store.database.settings.bulkPut([
      { key: 'desk.textSize', value: 'gigantic' },
      { key: 'desk.panes', value: { review: 'wide' } },
      { key: 'desk.unknown', value: 1 },
      // Of an earlier program, which remembered it and never asked.
      { key: 'desk.samplesOffered', value: true },
    ])
    expect(await readSettings(store)).toEqual({ ...DEFAULT_SETTINGS, officeName: '某县政务公开办' })
  })
})
