import { open, stat } from 'node:fs/promises'
import { codeOf } from '../work/file-error.ts'
import type { FilePath } from '../work/read-bytes.ts'

/** Times in milliseconds. */
export interface WatchTimes {
  /** A save is several events: this long nothing may happen before a file is looked at. */
  readonly quiet: number
  /** A file must look the same twice, this far apart, before it counts as written to its end. */
  readonly settle: number
  /** While a file is saved it may be missing, locked or empty; it is asked for again this often … */
  readonly retry: number
  /** … for this long. */
  readonly patience: number
}

export const WATCH_TIMES: WatchTimes = { quiet: 300, settle: 200, retry: 200, patience: 15_000 }

/** One file whose content may change. No handle is kept on it. */
export interface WatchedFile {
  /** Something happened that may have to do with the file. */
  readonly touch: () => void
  /** Looks whether the file is another than before, for folders that do not say when something happens. */
  readonly poll: () => Promise<void>
  readonly end: () => void
}

/** Watches one file; `onChange` is called once for each save, when the file is whole and can be read. */
export function watchFile(
  path: FilePath,
  onChange: () => void,
  times: WatchTimes = WATCH_TIMES,
): WatchedFile {
  const systemPath = typeof path === 'string' ? path : Buffer.from(path)
  let timer: NodeJS.Timeout | null = null
  let ended = false
  /** How the file looked when it was last announced, or at the start. */
  let announced: Look | null = null
  const started = look(systemPath).then((first) => {
    announced = first
  })

  const lookIn = (milliseconds: number, before: Look | null, until: number) => {
    cancelTimer()
    if (ended) return
    timer = setTimeout(() => {
      timer = null
      void lookAgain(before, until)
    }, milliseconds).unref()
  }
  const cancelTimer = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const lookAgain = async (before: Look | null, until: number) => {
    await started
    const now = await look(systemPath)
    if (ended || isSame(now, announced)) return
    const isPatient = performance.now() < until
    // An office program empties or removes a file before it writes it.
    if (now.kind === 'gone' || (now.size === 0 && isPatient)) {
      if (isPatient) lookIn(times.retry, null, until)
      else announced = now
      return
    }
    if (before === null || !isSame(now, before)) return lookIn(times.settle, now, until)
    if (!(await isReadable(systemPath)) && isPatient) return lookIn(times.retry, now, until)
    if (ended) return
    announced = now
    onChange()
  }
  const touch = () => lookIn(times.quiet, null, performance.now() + times.patience)
  return {
    touch,
    poll: async () => {
      await started
      const now = await look(systemPath)
      if (!isSame(now, announced) && timer === null) touch()
    },
    end: () => {
      ended = true
      cancelTimer()
    },
  }
}

type Look =
  | { readonly kind: 'there'; readonly modified: number; readonly size: number }
  | { readonly kind: 'gone' }

const look = async (path: string | Buffer): Promise<Look> => {
  const status = await stat(path).catch(() => null)
  return status === null
    ? { kind: 'gone' }
    : { kind: 'there', modified: status.mtimeMs, size: status.size }
}

const isSame = (one: Look, other: Look | null): boolean =>
  one.kind === 'there' && other?.kind === 'there'
    ? one.modified === other.modified && one.size === other.size
    : one.kind === other?.kind

/** Whether the program that saves has let go of the file. One that may never be read is readable in this sense. */
async function isReadable(path: string | Buffer): Promise<boolean> {
  try {
    await (await open(path, 'r')).close()
    return true
  } catch (error) {
    return !['EBUSY', 'EPERM', 'EACCES', 'ENOENT', 'UNKNOWN'].includes(codeOf(error))
  }
}
