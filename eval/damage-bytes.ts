/** What happens to the bytes of a file on its way. Offsets and lengths are in bytes. */
export type ByteDamage =
  /** The byte at each offset is combined (exclusive or) with the mask, which is not 0. */
  | { readonly kind: 'flipped'; readonly flips: readonly Flip[] }
  | { readonly kind: 'removed'; readonly at: number; readonly length: number }
  | { readonly kind: 'truncated'; readonly length: number }
  /** Two stretches of the same length changed places; they do not overlap. */
  | { readonly kind: 'swapped'; readonly a: number; readonly b: number; readonly length: number }

export interface Flip {
  readonly at: number
  readonly mask: number
}

export const DAMAGE_KINDS = ['flipped', 'removed', 'truncated', 'swapped'] as const

/** Any damage of a file of that size; `random` gives numbers from 0 up to 1. */
export function drawDamage(size: number, random: () => number): ByteDamage {
  const below = (limit: number): number => Math.floor(random() * Math.max(1, limit))
  switch (DAMAGE_KINDS[below(DAMAGE_KINDS.length)] ?? 'flipped') {
    case 'flipped': {
      const count = 1 + below(MOST_FLIPS)
      const flips = Array.from({ length: count }, () => ({ at: below(size), mask: 1 + below(255) }))
      return { kind: 'flipped', flips }
    }
    case 'removed': {
      const length = 1 + below(random() < 0.5 ? 4 : Math.min(size / 4, LONGEST_STRETCH))
      return { kind: 'removed', at: below(size - length), length }
    }
    case 'truncated':
      return { kind: 'truncated', length: below(size) }
    case 'swapped': {
      const length = 1 + below(Math.min(size / 4, LONGEST_STRETCH))
      const a = below(size - 2 * length)
      return { kind: 'swapped', a, b: a + length + below(size - a - 2 * length), length }
    }
  }
}

const MOST_FLIPS = 4
/** A few sectors of a disk. */
const LONGEST_STRETCH = 4096

/** The bytes after the damage; the given ones stay as they are. */
export function applyDamage(bytes: Uint8Array, damage: ByteDamage): Uint8Array {
  switch (damage.kind) {
    case 'flipped': {
      // Not `slice`: that of Node's buffers shares their memory.
      const copy = new Uint8Array(bytes)
      for (const { at, mask } of damage.flips) copy[at] = (copy[at] ?? 0) ^ mask
      return copy
    }
    case 'removed': {
      const { at, length } = damage
      return concat(bytes.subarray(0, at), bytes.subarray(at + length))
    }
    case 'truncated':
      return new Uint8Array(bytes.subarray(0, damage.length))
    case 'swapped': {
      const { a, b, length } = damage
      return concat(
        bytes.subarray(0, a),
        bytes.subarray(b, b + length),
        bytes.subarray(a + length, b),
        bytes.subarray(a, a + length),
        bytes.subarray(b + length),
      )
    }
  }
}

/** Where the byte at that offset stands after the damage; null where it is gone. */
export function offsetAfter(at: number, damage: ByteDamage): number | null {
  switch (damage.kind) {
    case 'flipped':
      return at
    case 'removed':
      if (at < damage.at) return at
      return at < damage.at + damage.length ? null : at - damage.length
    case 'truncated':
      return at < damage.length ? at : null
    case 'swapped': {
      const { a, b, length } = damage
      if (at >= a && at < a + length) return at - a + b
      return at >= b && at < b + length ? at - b + a : at
    }
  }
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
