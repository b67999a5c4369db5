import { z } from 'zod'
import type { EventInbox } from '../../shared/ipc/event-inbox.ts'
import { EVENT_PAYLOADS } from '../../shared/ipc/event-payloads.ts'

export interface EventFollowing {
  /** Opens the answer that carries the events. */
  readonly open: () => Promise<Response | 'gone' | 'refused'>
  /** Only this one answer, which never ends by itself, shows whether the host is there. */
  readonly onState: (state: 'connected' | 'gone') => void
  readonly inbox: Pick<EventInbox, 'deliver'>
}

/** Milliseconds between two attempts to find the host again. */
const PAUSE = 1_000

/** Delivers what the host says, for as long as the host takes this page for its own. */
export async function followEvents({ open, onState, inbox }: EventFollowing): Promise<void> {
  for (;;) {
    const response = await open()
    if (response === 'refused') return
    if (response === 'gone') onState('gone')
    else if (response.ok && response.body !== null) {
      onState('connected')
      await deliverLines(response.body, inbox)
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

/** Returns when the host ends the answer or goes away. */
async function deliverLines(
  body: ReadableStream<Uint8Array>,
  inbox: EventFollowing['inbox'],
): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const part = await reader.read().catch(() => null)
    if (part === null || part.done) return
    text += decoder.decode(part.value, { stream: true })
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) deliverLine(line, inbox)
  }
}

const EVENT = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('file:changed'),
    payload: EVENT_PAYLOADS['file:changed'],
  }),
  z.strictObject({
    event: z.literal('file:opened'),
    payload: EVENT_PAYLOADS['file:opened'],
  }),
])

/** An empty line says only that the host is there. */
function deliverLine(line: string, inbox: EventFollowing['inbox']): void {
  if (line === '') return
  const message = EVENT.parse(JSON.parse(line))
  // Each event with its own payload, which the compiler sees only one by one.
  if (message.event === 'file:changed') inbox.deliver(message.event, message.payload)
  else inbox.deliver(message.event, message.payload)
}
