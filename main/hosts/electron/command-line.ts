import { resolve } from 'node:path'

/** What a start of the program was given. */
export interface Start {
  readonly argv: readonly string[]
  readonly folder: string
  /** Not packaged, the first argument after Electron itself is the folder of the program. */
  readonly isPackaged: boolean
}

/** Files and folders that a start was asked to open, absolute; switches, also those of Chromium, are none. */
export function pathsOf({ argv, folder, isPackaged }: Start): readonly string[] {
  const [, ...args] = argv.filter((argument) => !argument.startsWith('-'))
  return args.slice(isPackaged ? 0 : 1).map((path) => resolve(folder, path))
}
