import { EventEmitter } from 'node:events'
import { vi } from 'vitest'
import { createSessionDouble } from './session-double.ts'

/** What a test says of the machine that the shell runs on. */
export interface Machine {
  readonly appPath: string
  readonly isPackaged?: boolean
  /** Whether another instance runs already. */
  readonly isSecond?: boolean
  readonly displays?: readonly Area[]
  /** What a person picks in a dialog; null where it is closed. */
  readonly picks?: readonly string[] | null
  readonly printReason?: string
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The options that tests look at by name. */
export interface WindowOptions {
  readonly show?: boolean
  readonly webPreferences?: Readonly<Record<string, unknown>>
}

type Listener = (...args: readonly unknown[]) => unknown

/** A window that shows nothing and remembers what was asked of it. */
export class WindowDouble extends EventEmitter {
  readonly webContents: ContentsDouble
  readonly options: WindowOptions
  readonly deeds: string[] = []
  bounds: Area = { x: 0, y: 0, width: 0, height: 0 }
  isMax = false
  isMin = false

  constructor(options: WindowOptions, contents: ContentsDouble) {
    super()
    this.options = options
    this.webContents = contents
  }

  private did = (deed: string) => {
    this.deeds.push(deed)
  }
  show = () => this.did('show')
  focus = () => this.did('focus')
  restore = () => this.did('restore')
  maximize = () => this.did('maximize')
  destroy = () => this.did('destroy')
  isDestroyed = () => this.deeds.includes('destroy')
  isMinimized = () => this.isMin
  isMaximized = () => this.isMax
  getNormalBounds = () => this.bounds
  loadURL = async (url: string) => {
    this.did(`load ${url}`)
    await this.webContents.onLoad(url)
    this.webContents.emit('did-finish-load')
  }
}

/** The page in a window. */
export class ContentsDouble extends EventEmitter {
  readonly sent: (readonly unknown[])[] = []
  readonly pdfOptions: unknown[] = []
  readonly printOptions: unknown[] = []
  readonly scripts: string[] = []
  readonly reloads: number[] = []
  openHandler: ((details: { readonly url: string }) => unknown) | null = null
  onLoad: (url: string) => Promise<void> = async () => {}
  readonly url: string
  private readonly printReason: string | undefined

  constructor(url: string, printReason: string | undefined) {
    super()
    this.url = url
    this.printReason = printReason
  }

  getURL = () => this.url
  send = (...args: readonly unknown[]) => {
    this.sent.push(args)
  }
  reload = () => {
    this.reloads.push(1)
  }
  setWindowOpenHandler = (handler: (details: { readonly url: string }) => unknown) => {
    this.openHandler = handler
  }
  executeJavaScript = async (script: string) => {
    this.scripts.push(script)
    return null
  }
  print = (options: unknown, done: (isPrinted: boolean, reason: string) => void) => {
    this.printOptions.push(options)
    done(this.printReason === undefined, this.printReason ?? '')
  }
  printToPDF = async (options: unknown) => {
    this.pdfOptions.push(options)
    if (this.printReason !== undefined) throw new Error(this.printReason)
    return Buffer.from('%PDF-1.7')
  }
}

/** An event that can be kept from happening. */
export const preventable = (details: Readonly<Record<string, unknown>> = {}) => {
  const event = { ...details, prevented: false, preventDefault: () => {} }
  event.preventDefault = () => {
    event.prevented = true
  }
  return event
}

/** What the shell has done with the machine. */
const createRecords = () => ({
  paths: new Map<string, string>(),
  switches: [] as string[],
  windows: [] as WindowDouble[],
  invokable: new Map<string, Listener>(),
  messages: new EventEmitter(),
  appDeeds: [] as string[],
  lockData: [] as unknown[],
  schemes: [] as unknown[],
  served: new Map<string, (request: Request) => Promise<Response>>(),
  menus: [] as unknown[],
  dialogs: [] as unknown[],
  openedPaths: [] as string[],
  /** What must happen before the program is ready, in its order. */
  order: [] as string[],
})

type Records = ReturnType<typeof createRecords>

function createAppDouble(machine: Machine, records: Records, ready: Promise<void>) {
  return Object.assign(new EventEmitter(), {
    isPackaged: machine.isPackaged ?? false,
    setPath: (name: string, path: string) => records.paths.set(name, path),
    getPath: (name: string) => records.paths.get(name) ?? '',
    getAppPath: () => machine.appPath,
    getVersion: () => '1.2.3',
    requestSingleInstanceLock: (data: unknown) => {
      records.order.push('lock')
      records.lockData.push(data)
      return machine.isSecond !== true
    },
    quit: () => records.appDeeds.push('quit'),
    whenReady: () => ready,
    commandLine: {
      appendSwitch: (name: string, value: string) => records.switches.push(`${name}=${value}`),
    },
  })
}

/** The parts of the module that only note what is done with them. */
function createPlainParts({ displays, picks = null }: Machine, records: Records) {
  const screens = displays ?? [{ x: 0, y: 0, width: 1920, height: 1040 }]
  return {
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => records.menus.push(menu),
    },
    dialog: {
      showOpenDialog: async (_parent: unknown, options: unknown) => {
        records.dialogs.push(options)
        return { canceled: picks === null, filePaths: picks ?? [] }
      },
    },
    ipcMain: Object.assign(records.messages, {
      handle: (name: string, listener: Listener) => records.invokable.set(name, listener),
    }),
    protocol: {
      registerSchemesAsPrivileged: (list: unknown) => {
        records.order.push('schemes')
        records.schemes.push(list)
      },
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        records.served.set(scheme, handler),
    },
    screen: {
      getPrimaryDisplay: () => ({ id: 0, workArea: screens[0] }),
      getAllDisplays: () => screens.map((workArea, id) => ({ id, workArea })),
    },
    shell: {
      openPath: async (path: string) => {
        records.openedPaths.push(path)
        return path.endsWith('.wps') ? 'no program' : ''
      },
    },
  }
}

/** The `electron` module as the shell sees it, and all that the shell has done with it. */
export function createElectronDouble(machine: Machine) {
  const records = createRecords()
  const ready = Promise.withResolvers<void>()
  const app = createAppDouble(machine, records, ready.promise)
  const session = createSessionDouble()
  class BrowserWindow extends WindowDouble {
    constructor(options: WindowOptions) {
      super(options, new ContentsDouble('app://desk/', machine.printReason))
      records.windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }
  const electron = {
    ...createPlainParts(machine, records),
    app,
    BrowserWindow,
    session: { defaultSession: session },
  }
  return { ...records, electron, app, session, becomeReady: () => ready.resolve() }
}

export type ElectronDouble = ReturnType<typeof createElectronDouble>

/** The frame of the desk's own page, as a message says it comes from. */
export const DESK_FRAME = { origin: 'app://desk', parent: null }

/** Calls the shell as the preload script does. */
export async function invoke(
  double: ElectronDouble,
  name: string,
  args: readonly unknown[],
  from: { readonly sender?: unknown; readonly senderFrame?: unknown } = {},
): Promise<unknown> {
  const listener = double.invokable.get(name)
  if (listener === undefined) throw new Error(`${name}: nobody listens`)
  const event = {
    sender: double.windows[0]?.webContents,
    senderFrame: DESK_FRAME,
    ...from,
  }
  return await listener(event, ...args)
}

/** Starts the shell, the very entry of the program, on a machine; it is not ready yet. */
export async function startShell(
  machine: Machine,
  argv: readonly string[] = [],
): Promise<ElectronDouble> {
  const double = createElectronDouble(machine)
  vi.resetModules()
  vi.doMock('electron', () => double.electron)
  const own = process.argv
  process.argv = ['/opt/electron', ...(machine.isPackaged === true ? [] : ['.']), ...argv]
  try {
    await import('../../main/index.ts')
  } finally {
    process.argv = own
  }
  return double
}
