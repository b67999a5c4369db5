import type { IncomingMessage } from 'node:http'
import type { Result } from '../../../shared/result.ts'
import { failure, success } from '../../../shared/result.ts'

export interface BodyError {
  readonly code: 'too-large' | 'broken-off'
}

/** The whole body, unless it is larger than `limit` bytes; then no more of it is read. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Result<Uint8Array, BodyError>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return failure({ code: 'too-large' })
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      if (!(part instanceof Buffer)) return failure({ code: 'broken-off' })
      size += part.byteLength
      if (size > limit) return failure({ code: 'too-large' })
      parts.push(part)
    }
  } catch {
    return failure({ code: 'broken-off' })
  }
  return success(Buffer.concat(parts))
}
