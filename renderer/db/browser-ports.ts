import type { DesktopApi } from '../../shared/ipc/contract.ts'
import type { MarkerPort, StorePorts } from './ports.ts'
import { toSha256 } from './sha256.ts'

/** The ports of a page in a browser; `programVersion` as the host's status says. */
export const browserPorts = (desktop: DesktopApi, programVersion: string): StorePorts => ({
  now: () => Date.now(),
  sha256: (bytes) => toSha256(bytes, crypto.subtle),
  newId: () => crypto.randomUUID(),
  programVersion,
  storage: navigator.storage ?? null,
  freeBytes: async () => (await desktop.readStatus()).freeBytes,
  marker: localMarker,
})

const MARKER = 'nianbao-desk.marker'

/** Local storage lies in another place than IndexedDB, so that both are seldom lost together. */
const localMarker: MarkerPort = {
  read: () => {
    try {
      return localStorage.getItem(MARKER)
    } catch {
      // Forbidden or broken: then nobody can tell whether data were lost, which is what null says.
      return null
    }
  },
  write: (text) => {
    try {
      localStorage.setItem(MARKER, text)
    } catch {
      // Full or forbidden. An old marker never accuses: it knows less than the database.
    }
  },
}
