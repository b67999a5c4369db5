import { z } from 'zod'
import type { EventName, Events } from './contract.ts'

const path = z.string().min(1)

/** What each event carries; the desk parses with these what comes over a wire. */
export const EVENT_PAYLOADS = {
  'file:changed': z.strictObject({ path }),
  'file:opened': z.strictObject({
    files: z.array(z.strictObject({ path, name: z.string(), size: z.int().min(0) })),
  }),
} as const satisfies { readonly [E in EventName]: z.ZodType<Events[E]> }
