import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import { z } from 'zod'
import type { Handlers } from '../../handlers/create-handlers.ts'
import { routesOf } from '../../handlers/routes.ts'
import { CHANNELS } from './channels.ts'
import { DESK_ORIGIN } from './origin.ts'

export interface Answering {
  readonly handlers: Handlers
  /** The window of the desk; nobody else is answered. */
  readonly deskContents: () => WebContents | null
  /** The desk's page was kept from loading that address. */
  readonly onBlocked: (address: string) => void
}

const PATHS = z.tuple([z.array(z.string().max(4_096)).max(20_000)])
const ADDRESS = z.tuple([z.string().max(65_536)])

/** Answers the desk's page, and nothing else, for each call of the contract. */
export function answerCalls({ handlers, deskContents, onBlocked }: Answering): void {
  const isDesk = ({ sender, senderFrame }: IpcMainInvokeEvent | IpcMainEvent): boolean =>
    sender === deskContents() &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === DESK_ORIGIN

  const handle = (name: string, answer: (args: readonly unknown[]) => Promise<unknown>) => {
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      if (!isDesk(event)) throw new Error(`${name}: not from the desk`)
      return answer(args)
    })
  }
  for (const [name, route] of Object.entries(routesOf(handlers.calls))) {
    handle(name, async (args) => {
      const answer = await route(args)
      if (!answer.ok) throw new Error(`${name}: arguments of another form`)
      return answer.value
    })
  }
  handle(CHANNELS.adoptFiles, async (args) => handlers.adoptFiles(...PATHS.parse(args)))
  ipcMain.on(CHANNELS.blocked, (event, ...args: unknown[]) => {
    const address = ADDRESS.safeParse(args)
    if (isDesk(event) && address.success) onBlocked(...address.data)
  })
}
