/** A field of a value that pdf.js or a file brought and nothing vouches for; undefined where it has none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** The entries of a list; none of what is no list. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The numbers of a list or a typed array, with 0 for what is no number. */
export const numbersOf = (value: unknown): readonly number[] =>
  value instanceof Float32Array || Array.isArray(value) ? Array.from(value, numberOf) : []

/** Operands come from the file, and may be anything there. */
export const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0
