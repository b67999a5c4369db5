import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeWire, encodeWire } from './wire.ts'

const bytes = fc.uint8Array({ maxLength: 40 })

/** Any plain data, byte arrays at any depth, names of properties as awkward as they come. */
const plainData = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.string({ unit: 'binary' }),
    bytes,
    fc.array(tie('value')),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'value', '0', '')),
      tie('value'),
      { noNullPrototype: true },
    ),
  ),
})).value

const decoded = (message: Uint8Array): unknown => {
  const result = decodeWire(message)
  return result.ok ? result.value : result.error
}

/** A message with any head and any bytes behind it. */
function messageOf(head: unknown, rest: readonly number[] = []): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, json.length)
  return Uint8Array.from([...length, ...json, ...rest])
}

describe('encodeWire', () => {
  it('gives back any plain data, byte arrays at any depth', () => {
    fc.assert(
      fc.property(plainData, (value) => {
        expect(decoded(encodeWire(value))).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps half a surrogate pair, which UTF-8 cannot carry', () => {
    expect(decoded(encodeWire(['\ud83d', '年报']))).toEqual(['\ud83d', '年报'])
  })

  it('leaves a property out that is undefined', () => {
    expect(decoded(encodeWire({ a: undefined, b: 1 }))).toEqual({ b: 1 })
  })

  it.each([
    ['a number that is none', Number.NaN],
    ['a number without end', { a: [Number.POSITIVE_INFINITY] }],
    ['a map', new Map()],
    ['a date', [new Date(0)]],
    ['a function', { run: () => {} }],
  ])('throws for %s, which would arrive as something else', (_, value) => {
    expect(() => encodeWire(value)).toThrow('not plain data')
  })
})

describe('decodeWire', () => {
  it.each([
    ['a plain array', (message: Uint8Array) => message],
    ['an array of Node’s own kind', (message: Uint8Array) => Buffer.from(message)],
  ])(
    'gives byte arrays memory of their own, so that keeping one does not keep the message: %s',
    (_, toMessage) => {
      const message = toMessage(encodeWire({ a: Uint8Array.of(1, 2), b: Uint8Array.of(3) }))
      const value = decoded(message)
      expect(value).toEqual({ a: Uint8Array.of(1, 2), b: Uint8Array.of(3) })
      for (const blob of Object.values(value ?? {}))
        expect(blob.buffer.byteLength).toBe(blob.length)
    },
  )

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(decodeWire(noise)).toBeDefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses a message that lost its end or has something behind it', () => {
    fc.assert(
      fc.property(plainData, fc.nat(), (value, at) => {
        const message = encodeWire(value)
        const cut = message.subarray(0, at % message.length)
        expect(decodeWire(cut)).toEqual({ ok: false, error: { code: 'malformed' } })
        const longer = Uint8Array.from([...message, 0])
        expect(decodeWire(longer)).toEqual({ ok: false, error: { code: 'malformed' } })
      }),
    )
  })

  it.each([
    ['a head that is a list', []],
    ['a head without byte arrays', { value: 1 }],
    ['a head with something more', { value: 1, blobs: [], extra: 1 }],
    ['a place that is not there', { value: { a: null }, blobs: [{ at: ['b'], size: 1 }] }],
    ['a place that is taken', { value: { a: 0 }, blobs: [{ at: ['a'], size: 1 }] }],
    ['a place in a string', { value: 'ab', blobs: [{ at: [0], size: 1 }] }],
    ['a place in a prototype', { value: {}, blobs: [{ at: ['__proto__', 'x'], size: 1 }] }],
    ['a property of a list', { value: [], blobs: [{ at: ['length'], size: 1 }] }],
    ['a negative size', { value: null, blobs: [{ at: [], size: -1 }] }],
    ['a broken size', { value: null, blobs: [{ at: [], size: 0.5 }] }],
    ['more bytes than there are', { value: null, blobs: [{ at: [], size: 2 }] }],
    [
      'one place twice',
      {
        value: null,
        blobs: [
          { at: [], size: 1 },
          { at: [], size: 0 },
        ],
      },
    ],
  ])('refuses %s', (_, head) => {
    expect(decodeWire(messageOf(head, [7]))).toEqual({ ok: false, error: { code: 'malformed' } })
  })

  it('refuses text that is not UTF-8', () => {
    expect(decodeWire(Uint8Array.of(0, 0, 0, 3, 0x22, 0xff, 0x22))).toMatchObject({ ok: false })
  })

  it('reads a message that lies inside a larger array', () => {
    const message = encodeWire([Uint8Array.of(5)])
    const larger = Uint8Array.from([9, 9, ...message, 9])
    expect(decoded(larger.subarray(2, 2 + message.length))).toEqual([Uint8Array.of(5)])
  })
})
