import { describe, expect, it } from 'vitest'
import { createEventInbox } from './event-inbox.ts'

describe('createEventInbox', () => {
  it('keeps what comes before anyone listens for the first listener', () => {
    const inbox = createEventInbox()
    inbox.deliver('file:changed', { path: '/a' })
    const first: string[] = []
    const second: string[] = []
    inbox.on('file:changed', ({ path }) => first.push(path))
    inbox.on('file:changed', ({ path }) => second.push(path))
    inbox.deliver('file:changed', { path: '/b' })
    expect([first, second]).toEqual([['/a', '/b'], ['/b']])
  })

  it('does not mix events', () => {
    const inbox = createEventInbox()
    const opened: number[] = []
    inbox.on('file:opened', ({ files }) => opened.push(files.length))
    inbox.deliver('file:changed', { path: '/a' })
    inbox.deliver('file:opened', { files: [] })
    expect(opened).toEqual([0])
  })

  it('ends one subscription, also where the same function is subscribed twice', () => {
    const inbox = createEventInbox()
    const seen: string[] = []
    const listener = ({ path }: { readonly path: string }) => seen.push(path)
    const end = inbox.on('file:changed', listener)
    inbox.on('file:changed', listener)
    end()
    inbox.deliver('file:changed', { path: '/a' })
    expect(seen).toEqual(['/a'])
  })
})
