import { afterEach, beforeEach, expect, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../cli/sandbox.ts'
import {
  type ElectronDouble,
  type Machine,
  startShell,
  type WindowDouble,
} from './electron-double.ts'

/** The folder of a test's program, its data in `data`. */
export interface ProgramFolder {
  readonly box: () => Sandbox
  /** Starts the shell from that folder and waits for its window. */
  readonly runShell: (
    machine?: Partial<Machine>,
    argv?: readonly string[],
  ) => Promise<ElectronDouble>
}

/** Gives each test of the file a program folder of its own. */
export function programFolder(): ProgramFolder {
  let box: Sandbox
  beforeEach(() => {
    box = createSandbox()
    box.put('out/renderer/index.html', '<!doctype html><title>desk</title>')
    box.put('out/renderer/assets/desk-1a2b.js', 'export {}')
    box.put('secret.html', 'secret')
    vi.stubEnv('NIANBAO_DESK_DATA', box.at('data'))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.doUnmock('electron')
    box.remove()
  })
  return {
    box: () => box,
    runShell: async (machine = {}, argv = []) => {
      const double = await startShell({ appPath: box.path, ...machine }, argv)
      double.becomeReady()
      await vi.waitFor(() => expect(double.windows.length).toBeGreaterThan(0))
      return double
    },
  }
}

/** The window of the desk. */
export function windowOf(double: ElectronDouble): WindowDouble {
  const [window] = double.windows
  if (window === undefined) throw new Error('no window')
  return window
}
