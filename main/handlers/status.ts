import { statfs } from 'node:fs/promises'
import type { HostStatus } from '../../shared/ipc/contract.ts'

export interface StatusSource {
  readonly version: string
  readonly outsideRequests: () => number
  /** Lies on the disk that holds the desk's data. */
  readonly dataFolder: string
}

/** How the program is doing. */
export async function readStatus(source: StatusSource): Promise<HostStatus> {
  const space = await statfs(source.dataFolder).catch(() => null)
  return {
    version: source.version,
    outsideRequests: source.outsideRequests(),
    freeBytes: space === null ? null : space.bavail * space.bsize,
  }
}
