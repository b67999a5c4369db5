import type { Result } from '../../../../shared/result.ts'
import type { StoreError } from '../../../db/store-error.ts'
import { storeAdvice } from '../../../db/store-error.ts'
import { afterFile, type ImportProgress, startProgress } from './import-progress.ts'
import type { Incoming } from './incoming.ts'
import type { TakenIn } from './take-in.ts'

/** What an import needs from the world around it. */
export interface ImportPorts {
  readonly takeIn: (file: Incoming, id: string) => Promise<Result<TakenIn, StoreError>>
  /** Ends the readings of those ids. */
  readonly cancel: (ids: readonly string[]) => void
  readonly newId: () => string
  readonly now: () => number
  /** Files read at the same time. */
  readonly width: number
  readonly onProgress: (progress: ImportProgress) => void
}

/** An import on its way. */
export interface RunningImport {
  /** More files, given while it runs. */
  readonly add: (files: readonly Incoming[]) => void
  /** Stops; what is kept stays kept. */
  readonly cancel: () => void
  /** Ends when every file is settled or the import was stopped. */
  readonly ended: Promise<ImportProgress>
}

const HOST_LOST = '读取文件的程序没有回应，请关闭本程序再打开，然后重新导入余下的文件。'

/** Takes files in, a few at a time. Progress counts a file only when what came of it is on the disk. */
export function runImport(files: readonly Incoming[], ports: ImportPorts): RunningImport {
  const queue: Incoming[] = [...files]
  const reading = new Map<string, Incoming>()
  let progress = startProgress(files.length, ports.now())
  const report = (next: ImportProgress): void => {
    progress = { ...next, current: [...reading.values()].map(({ name }) => name) }
    ports.onProgress(progress)
  }
  const stop = (changes: Partial<ImportProgress>): void => {
    queue.length = 0
    ports.cancel([...reading.keys()])
    report({ ...progress, phase: 'cancelling', ...changes })
  }

  const takeNext = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const id = ports.newId()
      reading.set(id, file)
      report(progress)
      const taken = await ports.takeIn(file, id).catch(() => 'lost' as const)
      reading.delete(id)
      // The host is gone, or a part of the program cannot be loaded: the next file would fare no better.
      if (taken === 'lost') stop({ refused: HOST_LOST })
      else if (!taken.ok) stop({ refused: storeAdvice(taken.error) })
      else if (taken.value.kind === 'unpacked') replaceWith(taken.value.files)
      else if (taken.value.kind !== 'cancelled') report(afterFile(progress, taken.value))
    }
  }
  // In the place of a zip come the reports in it.
  const replaceWith = (files: readonly Incoming[]): void => {
    if (progress.phase !== 'running') return
    queue.unshift(...files)
    report({ ...progress, total: progress.total + files.length - 1 })
    employ()
  }
  // Files given later are taken by whoever is still at work; `add` brings the others back.
  const workers = new Set<Promise<void>>()
  const employ = (): void => {
    while (workers.size < Math.min(ports.width, queue.length + reading.size)) {
      const worker: Promise<void> = takeNext().finally(() => workers.delete(worker))
      workers.add(worker)
    }
  }
  const work = async (): Promise<ImportProgress> => {
    while (workers.size > 0) await Promise.all(workers)
    const wasCancelled = progress.phase === 'cancelling' && progress.refused === null
    report({ ...progress, phase: 'ended', endedAt: ports.now(), wasCancelled })
    return progress
  }
  report(progress)
  employ()
  return {
    add: (more) => {
      if (progress.phase !== 'running') return
      queue.push(...more)
      report({ ...progress, total: progress.total + more.length })
      employ()
    },
    cancel: () => {
      if (progress.phase === 'running') stop({})
    },
    ended: work(),
  }
}
