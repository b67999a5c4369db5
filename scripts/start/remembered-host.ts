import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The two ways to run the desk. Each keeps its own data, because the page has another origin. */
export type HostName = 'local' | 'electron'

const NAMES: readonly HostName[] = ['local', 'electron']

const fileIn = (dataFolder: string): string => join(dataFolder, 'host')

/** The way that the desk was first run, where its data is; null before the first time. */
export async function rememberedHost(dataFolder: string): Promise<HostName | null> {
  const text = await readFile(fileIn(dataFolder), 'utf8').catch(() => '')
  return NAMES.find((name) => name === text.trim()) ?? null
}

/** Remembers the first way only: one that is tried once later must not hide what is there. */
export async function rememberHost(dataFolder: string, host: HostName): Promise<void> {
  if ((await rememberedHost(dataFolder)) !== null) return
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await writeFile(fileIn(dataFolder), `${host}\n`, { mode: 0o600 })
}

export interface HostChoice {
  /** `any`: Electron where it can be had. */
  readonly host: HostName | 'any'
  /** One line for the person; null where there is nothing to say. */
  readonly remark: string | null
}

/** Stays with the way in which the data is, unless a person asks for the other. */
export function chooseHost(asked: HostName | 'any', remembered: HostName | null): HostChoice {
  if (remembered === null || asked === remembered) return { host: asked, remark: null }
  if (asked !== 'any') return { host: asked, remark: ELSEWHERE[remembered] }
  return {
    host: remembered,
    remark:
      remembered === 'local'
        ? '以前的内容保存在浏览器方式中，继续在浏览器中打开；要改用 Electron，请加 --electron。'
        : null,
  }
}

/** What to say where the data is not in the way that is used now. */
export const ELSEWHERE: Readonly<Record<HostName, string>> = {
  local: '以前的内容保存在浏览器方式中，这里看不到；要看，请用 npm start -- --local。',
  electron: '以前的内容保存在 Electron 方式中，这里看不到；要看，请用 npm start -- --electron。',
}
