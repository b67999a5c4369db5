import { printable } from '../../../shared/checklist/printable.ts'
import { type LocalHostOptions, type LocalStart, startLocalHost } from './local-host.ts'

/** What running the host needs of the process. */
export interface Process {
  readonly stdout: { readonly write: (text: string) => unknown }
  readonly on: (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void) => unknown
}

/** Runs the local host until it is told to end; gives the exit status. */
export async function runLocalHost(options: LocalHostOptions, process: Process): Promise<number> {
  const say = (line: string) => process.stdout.write(`${printable(line)}\n`)
  const start: LocalStart = await startLocalHost(options)
  switch (start.kind) {
    case 'taken':
      say(
        `端口 ${options.port} 被另一个程序占用，年报核对台不能启动。请退出那个程序，或重新启动电脑，然后再试。`,
      )
      return 1
    case 'handed-over':
      await show(start.address, null, options, say)
      return 0
    case 'started': {
      const { host } = start
      const told = new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve)
      })
      await show(host.newAddress(), host.newAddress, options, say)
      say('要结束程序，请按 Ctrl-C。')
      await told
      await host.stop()
      return 0
    }
  }
}

/** Opens the desk in the browser, or says where it is. An address works once, so the one that is said is another. */
async function show(
  address: string,
  another: (() => string) | null,
  { hasDisplay, openWithSystem }: LocalHostOptions,
  say: (line: string) => void,
): Promise<void> {
  if (!hasDisplay || !(await openWithSystem(address))) {
    say('没有可用的显示器或浏览器，请在这台电脑的浏览器中打开下面的地址（只能用一次）：')
    say(address)
  } else if (another === null) {
    say('年报核对台已经在运行，已在浏览器中打开。')
  } else {
    say('年报核对台已在浏览器中打开。如果没有看到，请在浏览器中打开下面的地址（只能用一次）：')
    say(another())
  }
}
