import { z } from 'zod'
import type { Result } from '../result.ts'
import { failure, success } from '../result.ts'

/**
 * Plain data as one message of the local host: null, booleans, finite numbers, strings, lists, objects, and byte
 * arrays, which JSON alone would blow up. A message is the length of its head (4 bytes, big endian), the head as JSON
 * in UTF-8, and the byte arrays one after the other; the head has null where each stands and says where that is.
 * Throws for anything that is not plain data: that is a bug of the caller. A property that is undefined is left out.
 */
export function encodeWire(value: unknown): Uint8Array<ArrayBuffer> {
  const blobs: PlacedBlob[] = []
  const json = JSON.stringify({
    value: withoutBlobs(value, [], blobs),
    blobs: blobs.map(({ at, bytes }) => ({ at, size: bytes.byteLength })),
  })
  const head = new TextEncoder().encode(json)
  const size = blobs.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  const message = new Uint8Array(LENGTH_SIZE + head.byteLength + size)
  new DataView(message.buffer).setUint32(0, head.byteLength)
  message.set(head, LENGTH_SIZE)
  let offset = LENGTH_SIZE + head.byteLength
  for (const { bytes } of blobs) {
    message.set(bytes, offset)
    offset += bytes.byteLength
  }
  return message
}

/** The data of a message from outside, or that it is none. Byte arrays come out with memory of their own. */
export function decodeWire(message: Uint8Array): Result<unknown, MalformedWire> {
  const head = readHead(message)
  if (head === null) return MALFORMED
  const root = { value: head.value }
  let offset = head.end
  for (const { at, size } of head.blobs) {
    // A copy: `slice` of Node's own kind of byte array would share the message's memory.
    const bytes = new Uint8Array(message.subarray(offset, offset + size))
    if (bytes.byteLength !== size || !place(root, ['value', ...at], bytes)) return MALFORMED
    offset += size
  }
  return offset === message.byteLength ? success(root.value) : MALFORMED
}

export interface MalformedWire {
  readonly code: 'malformed'
}

const MALFORMED = failure<MalformedWire>({ code: 'malformed' })

// Both hosts and every browser have these two; the languages that shared/ is compiled for name neither.
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> }
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

/** Bytes of the number in front. */
const LENGTH_SIZE = 4

type Key = string | number

interface PlacedBlob {
  /** The way to it from the outermost value. */
  readonly at: readonly Key[]
  readonly bytes: Uint8Array
}

function withoutBlobs(value: unknown, at: readonly Key[], blobs: PlacedBlob[]): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value
    case 'number':
      if (Number.isFinite(value)) return value
      break
    case 'object':
      if (value === null) return null
      if (value instanceof Uint8Array) {
        blobs.push({ at, bytes: value })
        return null
      }
      if (Array.isArray(value)) {
        return value.map((item, index) => withoutBlobs(item, [...at, index], blobs))
      }
      if (isPlainObject(value)) {
        // Sets own properties whatever their name, which an assignment to `__proto__` would not.
        return Object.fromEntries(
          Object.entries(value).map(([key, item]) => [
            key,
            withoutBlobs(item, [...at, key], blobs),
          ]),
        )
      }
  }
  throw new Error(`not plain data at ${['value', ...at].join('.')}`)
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  // Object.prototype of another realm is none of ours, but still the end of its chain.
  return (
    prototype === null ||
    (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null)
  )
}

const HEAD = z.strictObject({
  value: z.unknown(),
  blobs: z.array(
    z.strictObject({
      at: z.array(z.union([z.string(), z.int().min(0)])),
      size: z.int().min(0),
    }),
  ),
})

type Head = z.infer<typeof HEAD> & {
  /** Where the byte arrays begin. */
  readonly end: number
}

function readHead(message: Uint8Array): Head | null {
  if (message.byteLength < LENGTH_SIZE) return null
  const length = new DataView(message.buffer, message.byteOffset).getUint32(0)
  const end = LENGTH_SIZE + length
  if (end > message.byteLength) return null
  const head = HEAD.safeParse(parseJson(message.subarray(LENGTH_SIZE, end)))
  return head.success ? { ...head.data, end } : null
}

/** Undefined where the bytes are no JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Puts bytes where the head has null; false where it has something else, or no such place. */
function place(root: object, at: readonly Key[], bytes: Uint8Array): boolean {
  let container: unknown = root
  for (const [step, key] of at.entries()) {
    if (!hasPlace(container, key)) return false
    const inside: unknown = Reflect.get(container, key)
    if (step === at.length - 1) return inside === null && Reflect.set(container, key, bytes)
    container = inside
  }
  return false
}

const hasPlace = (container: unknown, key: Key): container is object =>
  typeof container === 'object' &&
  container !== null &&
  !(container instanceof Uint8Array) &&
  Array.isArray(container) === (typeof key === 'number') &&
  Object.hasOwn(container, key)
