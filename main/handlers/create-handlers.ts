import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Calls, EventName, Events } from '../../shared/ipc/contract.ts'
import { createFiles, type Files, type Pick } from './files.ts'
import { openHandedOut } from './handed-out.ts'
import { lookAtFiles } from './look-at-files.ts'
import { type OpenPath, openOriginal } from './original.ts'
import { createReading } from './reading.ts'
import { listSamples } from './samples.ts'
import { readStatus } from './status.ts'
import { unpackArchive } from './unpack-archive.ts'
import { createWatch } from './watch.ts'

/** What the handlers need of the host they run in: all that only the host can do. */
export interface HostEdges {
  readonly version: string
  /** Where this program keeps files of its own; exists. */
  readonly dataFolder: string
  readonly samplesFolder: string
  readonly workerUrl: URL
  readonly outsideRequests: () => number
  readonly pick: Pick
  readonly openPath: OpenPath
  readonly showPrint: Calls['print:show']
  readonly makePdf: Calls['print:pdf']
  readonly send: <E extends EventName>(event: E, payload: Events[E]) => void
  /** A line for the person who looks for a bug. */
  readonly log: (line: string) => void
}

export interface Handlers {
  readonly calls: Calls
  readonly adoptFiles: Files['adopt']
  /** Gives files and folders to the desk that were named on a command line. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>
  readonly stop: () => Promise<void>
}

/** The answers to every call of the contract, the same in every host. */
export async function createHandlers(edges: HostEdges): Promise<Handlers> {
  const handedOut = await openHandedOut(join(edges.dataFolder, 'handed-out.jsonl'))
  const files = createFiles(handedOut, edges.pick)
  const reading = createReading({
    workerUrl: edges.workerUrl,
    threads: Math.min(availableParallelism(), MOST_THREADS),
    onCrash: (name, detail) => edges.log(`${name}：读取时线程意外结束（${detail}）。`),
  })
  const watch = createWatch({
    find: handedOut.find,
    onChange: (path) => edges.send('file:changed', { path }),
  })
  return {
    calls: {
      'report:read': reading.read,
      'report:cancel': reading.cancel,
      'archive:unpack': unpackArchive,
      'file:pick': files.pick,
      'file:read': files.read,
      'file:look': (paths) => lookAtFiles(paths, handedOut.find),
      'file:watch': watch.set,
      'file:open': (path) => openOriginal(path, handedOut, edges.openPath),
      'print:show': edges.showPrint,
      'print:pdf': edges.makePdf,
      'sample:list': () => listSamples(edges.samplesFolder),
      'host:status': () => readStatus(edges),
    },
    adoptFiles: files.adopt,
    openFiles: async (paths) => {
      if (paths.length > 0) edges.send('file:opened', { files: await files.open(paths) })
    },
    stop: async () => {
      watch.stop()
      await reading.stop()
    },
  }
}

/** The desk itself asks for no more readings at a time; each thread may take much memory. */
const MOST_THREADS = 4
