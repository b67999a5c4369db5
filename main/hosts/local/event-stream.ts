import type { ServerResponse } from 'node:http'
import type { EventName, Events } from '../../../shared/ipc/contract.ts'
import { DATA_HEADERS } from '../page-headers.ts'

/** The way from the host to the page: one answer that never ends, a line of JSON for each event. */
export interface EventStream {
  readonly attach: (response: ServerResponse) => void
  readonly send: <E extends EventName>(event: E, payload: Events[E]) => void
  readonly close: () => void
}

/** Milliseconds between two empty lines, by which the page knows that the host is still there. */
const HEARTBEAT = 10_000
/** Events that wait for a page. */
const MOST_WAITING = 2_000

/** Where two pages are open, the one opened last gets the events: each is to be acted on once. */
export function createEventStream(): EventStream {
  const pages: ServerResponse[] = []
  const waiting: string[] = []
  const heartbeat = setInterval(() => {
    for (const page of pages) page.write('\n')
  }, HEARTBEAT).unref()
  return {
    attach: (response) => {
      response.writeHead(200, { ...DATA_HEADERS, 'Content-Type': 'application/x-ndjson' })
      // Sends the head now; the page learns that it is connected.
      response.write('\n')
      pages.push(response)
      response.on('close', () => pages.splice(pages.indexOf(response), 1))
      for (const line of waiting.splice(0)) response.write(line)
    },
    send: (event, payload) => {
      const line = `${JSON.stringify({ event, payload })}\n`
      const page = pages.at(-1)
      if (page !== undefined) page.write(line)
      else if (waiting.length < MOST_WAITING) waiting.push(line)
    },
    close: () => {
      clearInterval(heartbeat)
      for (const page of [...pages]) page.end()
    },
  }
}
