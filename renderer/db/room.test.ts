import { describe, expect, it } from 'vitest'
import { createMachine } from './fake-ports.ts'
import type { StoragePort } from './ports.ts'
import { askForPersistence, createRoomGauge, ROOM_MARGIN } from './room.ts'

const MB = 1024 * 1024

const gauge = () => {
  const machine = createMachine()
  return { machine, room: createRoomGauge(machine.ports) }
}

describe('measure', () => {
  it('takes the quota or the disk, whichever has less', async () => {
    const { machine, room } = gauge()
    machine.setQuota(1_000 * MB, 100 * MB)
    expect(await room.measure()).toEqual({
      usage: 100 * MB,
      quota: 1_000 * MB,
      freeBytes: 900 * MB,
      isEnough: true,
    })
    machine.setFreeBytes(150 * MB)
    expect(await room.measure()).toMatchObject({ freeBytes: 150 * MB, isEnough: false })
  })

  it('keeps nobody from working where nobody can say', async () => {
    const silent = createRoomGauge({
      ...createMachine().ports,
      storage: null,
      freeBytes: () => Promise.reject(new Error('no host')),
    })
    expect(await silent.measure()).toEqual({
      usage: null,
      quota: null,
      freeBytes: null,
      isEnough: true,
    })
    expect(await silent.admits(500 * MB)).toBe(true)
  })

  it('never gives less than nothing', async () => {
    const { machine, room } = gauge()
    machine.setQuota(100 * MB, 300 * MB)
    expect(await room.measure()).toMatchObject({ freeBytes: 0, isEnough: false })
  })
})

describe('admits', () => {
  it('leaves the margin', async () => {
    const { machine, room } = gauge()
    machine.setFreeBytes(ROOM_MARGIN + 29 * MB)
    expect(await room.admits(10 * MB)).toBe(false)
    expect(await room.admits(9 * MB)).toBe(true)
  })

  it('reckons what it let in since it last asked', async () => {
    const { machine, room } = gauge()
    machine.setFreeBytes(ROOM_MARGIN + 70 * MB)
    expect([
      await room.admits(10 * MB),
      await room.admits(10 * MB),
      await room.admits(10 * MB),
    ]).toEqual([true, true, false])
  })

  it('asks again after a while', async () => {
    const { machine, room } = gauge()
    machine.setFreeBytes(0)
    expect(await room.admits(1)).toBe(false)
    machine.setFreeBytes(1_000 * MB)
    machine.tick(5_000)
    expect(await room.admits(1)).toBe(true)
  })
})

describe('askForPersistence', () => {
  const ask = (storage: Partial<StoragePort> | null) => {
    const { ports } = createMachine()
    const usual = ports.storage
    return askForPersistence({
      ports: {
        ...ports,
        storage: storage === null || usual === null ? null : { ...usual, ...storage },
      },
    })
  }

  it.each<[string, Partial<StoragePort> | null, string]>([
    ['granted before', { persisted: async () => true, persist: async () => false }, 'granted'],
    ['granted now', { persist: async () => true }, 'granted'],
    ['refused', { persist: async () => false }, 'refused'],
    ['not known to this browser', null, 'unavailable'],
    ['broken', { persist: () => Promise.reject(new Error('no')) }, 'unavailable'],
  ])('%s', async (_, storage, expected) => {
    expect(await ask(storage)).toBe(expected)
  })
})
