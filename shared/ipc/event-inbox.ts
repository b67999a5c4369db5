import type { DesktopApi, EventName, Events } from './contract.ts'

/** Where a host's events arrive in the page. */
export interface EventInbox {
  readonly deliver: <E extends EventName>(event: E, payload: Events[E]) => void
  readonly on: DesktopApi['on']
}

/**
 * Keeps what comes before anyone listens: files may be given to the program while its page is still loading.
 * The first listener to an event gets what was kept.
 */
export function createEventInbox(): EventInbox {
  const boxes: Boxes = {
    'file:changed': { listeners: new Set(), kept: [] },
    'file:opened': { listeners: new Set(), kept: [] },
  }
  return {
    deliver: (event, payload) => {
      const { listeners, kept } = boxOf(boxes, event)
      if (listeners.size === 0) kept.push(payload)
      for (const listener of listeners) listener(payload)
    },
    on: (event, listener) => {
      const { listeners, kept } = boxOf(boxes, event)
      // An own function each time, so that one listener can be subscribed twice and ended once.
      const own: typeof listener = (payload) => listener(payload)
      listeners.add(own)
      for (const payload of kept.splice(0)) own(payload)
      return () => {
        listeners.delete(own)
      }
    },
  }
}

type Boxes = { readonly [E in EventName]: Box<E> }

interface Box<E extends EventName> {
  readonly listeners: Set<(payload: Events[E]) => void>
  readonly kept: Events[E][]
}

const boxOf = <E extends EventName>(boxes: Boxes, event: E): Box<E> => boxes[event]
