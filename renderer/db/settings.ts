import { z } from 'zod'
import { type Result, success } from '../../shared/result.ts'
import { guarded, type Store } from './store.ts'
import type { StoreError } from './store-error.ts'

/** Every setting with what it may be; what is stored is parsed, and whatever does not fit becomes the default. */
const SCHEMAS = {
  /** For printed lists. */
  officeName: z.string().max(100).default(''),
  officeContact: z.string().max(200).default(''),
  /** Of the whole window. */
  textSize: z.enum(['normal', 'large', 'largest']).default('normal'),
  highContrast: z.boolean().default(false),
  /** Blank, `/`, `—` and 无 tinted apart. */
  lens: z.boolean().default(true),
  /** Shares of the panes by the name of the divider, from 0 to 1. */
  panes: z.record(z.string(), z.number().min(0).max(1)).default({}),
  /** Whether the printed list holds what was set aside. */
  printSetAside: z.boolean().default(true),
  largePrint: z.boolean().default(false),
} as const

export type SettingName = keyof typeof SCHEMAS

export type Settings = { readonly [N in SettingName]: z.output<(typeof SCHEMAS)[N]> }

const settings = z.object(SCHEMAS)

export const DEFAULT_SETTINGS: Settings = settings.parse({})

/** All settings, for live queries. */
export async function readSettings({ database }: Store): Promise<Settings> {
  const names = settings.keyof().options
  const rows = await database.settings.bulkGet(names.map(keyOf))
  const known = names.flatMap((name, index): [string, unknown][] => {
    const stored = SCHEMAS[name].safeParse(rows[index]?.value)
    return stored.success ? [[name, stored.data]] : []
  })
  return settings.parse(Object.fromEntries(known))
}

/** Keeps one setting. */
export const writeSetting = <N extends SettingName>(
  store: Store,
  name: N,
  value: Settings[N],
): Promise<Result<null, StoreError>> =>
  guarded(store, async () => {
    await store.database.settings.put({ key: keyOf(name), value })
    return success(null)
  })

/** What is not a person's has keys of its own (recovery.ts). */
const keyOf = (name: SettingName): string => `desk.${name}`
