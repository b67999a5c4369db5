import { mkdir, rm } from 'node:fs/promises'
import type { PrintOutcome } from '../../../shared/ipc/contract.ts'
import { createHandlers, type HostEdges } from '../../handlers/create-handlers.ts'
import { writePrivate } from '../../handlers/private-file.ts'
import { routesOf } from '../../handlers/routes.ts'
import { createPrintPages, type PrintPages } from '../print-pages.ts'
import { deskAddress } from './desk-address.ts'
import { createEventStream } from './event-stream.ts'
import { findChromium } from './find-browser.ts'
import { createBrowserPrinting } from './print-with-browser.ts'
import type { RunProgram } from './run-program.ts'
import { askFirst, secretFileOf } from './second-start.ts'
import { listen } from './server.ts'
import { createSession, newSecret } from './session.ts'
import { createSystemDialog } from './system-dialog.ts'

/** The port is part of the origin to which browsers tie the desk's data: another port shows an empty desk. */
export const DESK_PORT = 47_821

export interface LocalHostOptions
  extends Pick<HostEdges, 'version' | 'dataFolder' | 'samplesFolder' | 'workerUrl' | 'log'> {
  readonly port: number
  /** The built desk. */
  readonly staticRoot: string
  /** Files and folders to open. */
  readonly paths: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  readonly hasDisplay: boolean
  readonly run: RunProgram
  readonly openWithSystem: (target: string) => Promise<boolean>
}

export interface LocalHost {
  readonly origin: string
  /** An address that opens the desk, once. */
  readonly newAddress: () => string
  readonly stop: () => Promise<void>
}

export type LocalStart =
  | { readonly kind: 'started'; readonly host: LocalHost }
  /** This program runs already and has taken the files; the address opens its desk, once. */
  | { readonly kind: 'handed-over'; readonly address: string }
  /** Another program has the port. */
  | { readonly kind: 'taken' }

/** Starts the desk's host on 127.0.0.1, or finds the one that runs. */
export async function startLocalHost(options: LocalHostOptions): Promise<LocalStart> {
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 })
  const ending = new AbortController()
  const events = createEventStream()
  const session = createSession()
  const printPages = createPrintPages()
  const secret = newSecret()
  let outsideRequests = 0
  let origin = ''
  const handlers = await createHandlers({
    ...options,
    ...edgesOf(options, { printPages, origin: () => origin, signal: ending.signal }),
    outsideRequests: () => outsideRequests,
    send: events.send,
  })
  const openFiles = (paths: readonly string[]) => {
    handlers.openFiles(paths).catch((bug: unknown) => options.log(`${bug}`))
  }
  const server = await listen(options.port, {
    ...options,
    routes: routesOf(handlers.calls),
    session,
    events,
    printPages,
    secret,
    onSecondStart: openFiles,
    onOutsideRequest: () => {
      outsideRequests += 1
    },
  })
  const stopParts = async () => {
    ending.abort()
    events.close()
    await handlers.stop()
  }
  if (server === 'taken') {
    await stopParts()
    const address = await askFirst(options.port, options.dataFolder, options.paths)
    return address === null ? { kind: 'taken' } : { kind: 'handed-over', address }
  }
  origin = server.origin
  const secretFile = secretFileOf(options.dataFolder, Number(new URL(origin).port))
  await writePrivate(secretFile, secret)
  openFiles(options.paths)
  const stop = async () => {
    await stopParts()
    await server.close()
    await rm(secretFile, { force: true })
  }
  const newAddress = () => deskAddress(server.origin, session.newCode())
  return { kind: 'started', host: { origin: server.origin, newAddress, stop } }
}

interface EdgeParts {
  readonly printPages: PrintPages
  readonly origin: () => string
  /** Ends what is still open or running. */
  readonly signal: AbortSignal
}

/** What the handlers need and this host does with programs of the system. */
const edgesOf = (options: LocalHostOptions, parts: EdgeParts) => ({
  pick: createSystemDialog({ ...options, ...parts }),
  openPath: async (path: string) => options.hasDisplay && options.openWithSystem(path),
  // A page prints itself, with the browser's own dialog.
  showPrint: async (): Promise<PrintOutcome> => ({ kind: 'unavailable' }),
  makePdf: createBrowserPrinting({
    ...options,
    ...parts,
    findBrowser: () => findChromium(options.env, options.platform),
    isRoot: process.getuid?.() === 0,
  }),
})
