import { parseArgs } from 'node:util'

/** What `npm start` was asked for. */
export type StartOptions =
  | {
      readonly kind: 'start'
      /** `local` and `electron` were asked for; `any` takes Electron where it can be had. */
      readonly host: 'any' | 'local' | 'electron'
      readonly port: number | null
      /** As they were given. */
      readonly paths: readonly string[]
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string }

export const START_USAGE = `用法：npm start -- [选项] [文件或文件夹]...

  --local      在浏览器中打开，不用 Electron
  --electron   用 Electron 打开；以前没有取到的，再试着取一次
  --port N     浏览器方式使用的端口；换了端口，就看不到原来端口下保存的内容
  --help       显示本说明
`

export function parseStartOptions(args: readonly string[]): StartOptions {
  const parsed = parse(args)
  if (parsed === null) return { kind: 'wrong', problem: '没有这个选项，或选项后面缺少值。' }
  const { values, positionals } = parsed
  if (values.help === true) return { kind: 'help' }
  if (values.local === true && values.electron === true)
    return { kind: 'wrong', problem: '--local 和 --electron 只能给一个。' }
  const port = values.port === undefined ? null : Number(values.port)
  if (port !== null && !(Number.isInteger(port) && port >= 1_024 && port <= 65_535))
    return { kind: 'wrong', problem: '--port 后面应是 1024 到 65535 之间的整数。' }
  const host = values.local === true ? 'local' : values.electron === true ? 'electron' : 'any'
  return { kind: 'start', host, port, paths: positionals }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        local: { type: 'boolean' },
        electron: { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch {
    return null
  }
}
