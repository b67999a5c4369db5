import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DesktopApi, EventName, Events } from '../../../shared/ipc/contract.ts'
import { createEventInbox } from '../../../shared/ipc/event-inbox.ts'
import { CHANNELS } from './channels.ts'

// The page's own document; main/ is compiled without the types of a page.
declare const document: {
  readonly addEventListener: (
    type: 'securitypolicyviolation',
    listener: (event: { readonly blockedURI: string }) => void,
  ) => void
}

const inbox = createEventInbox()

const receive = <E extends EventName>(event: E) => {
  ipcRenderer.on(event, (_, payload: Events[E]) => inbox.deliver(event, payload))
}
receive('file:changed')
receive('file:opened')

document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
  ipcRenderer.send(CHANNELS.blocked, blockedURI)
})

/** Where a dropped or pasted file lies; empty for one that lies nowhere, and for what is no file. */
const pathOf = (file: unknown): string => {
  try {
    // A cast, since the page's files come as they are; Electron itself looks whether it is one.
    return webUtils.getPathForFile(file as File)
  } catch {
    return ''
  }
}

const desktop = {
  readReport: (request) => ipcRenderer.invoke('report:read', request),
  cancelReading: (ids) => ipcRenderer.invoke('report:cancel', ids),
  unpackArchive: (bytes) => ipcRenderer.invoke('archive:unpack', bytes),
  pickFiles: (kind) => ipcRenderer.invoke('file:pick', kind),
  adoptFiles: (files) => ipcRenderer.invoke(CHANNELS.adoptFiles, files.map(pathOf)),
  readFile: (path) => ipcRenderer.invoke('file:read', path),
  lookAtFiles: (paths) => ipcRenderer.invoke('file:look', paths),
  watchFiles: (paths) => ipcRenderer.invoke('file:watch', paths),
  openOriginal: (path) => ipcRenderer.invoke('file:open', path),
  showPrint: (html) => ipcRenderer.invoke('print:show', html),
  makePdf: (html) => ipcRenderer.invoke('print:pdf', html),
  listSamples: () => ipcRenderer.invoke('sample:list'),
  readStatus: () => ipcRenderer.invoke('host:status'),
  on: inbox.on,
} satisfies DesktopApi

contextBridge.exposeInMainWorld('desktop', desktop)
