import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may talk to the host: pages that were opened by this program. */
export interface Session {
  /** A code that opens the desk once; it travels in an address, which others may see. */
  readonly newCode: () => string
  /** The token for an unused code; null for any other. */
  readonly redeem: (code: string) => string | null
  /** Whether this is the token, which every call must carry. */
  readonly isToken: (token: string) => boolean
}

/** Codes that wait to be used; older ones are forgotten. */
const MOST_CODES = 64

/** A session for one run of the program; its token dies with it. */
export function createSession(): Session {
  const token = newSecret()
  const codes = new Set<string>()
  return {
    newCode: () => {
      const code = newSecret()
      codes.add(code)
      const [oldest] = codes
      if (codes.size > MOST_CODES && oldest !== undefined) codes.delete(oldest)
      return code
    },
    redeem: (code) => (codes.delete(code) ? token : null),
    isToken: (given) => isSameSecret(given, token),
  }
}

/** 256 random bits, in letters that an address can hold. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Takes the same time wherever two secrets differ. */
export function isSameSecret(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
