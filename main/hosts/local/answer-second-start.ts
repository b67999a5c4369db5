import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { type Answering, bearerOf, readPosted, refuse, sendJson } from './answering.ts'
import { deskAddress } from './desk-address.ts'
import { proofOf } from './second-start.ts'
import { isSameSecret } from './session.ts'

/** Bytes. */
const HELLO_LIMIT = 256
const OPEN_LIMIT = 4 * 1024 * 1024

const HELLO = z.strictObject({ question: z.string().min(32).max(64) })
const OPEN = z.strictObject({ paths: z.array(z.string().min(1).max(4_096)).max(20_000) })

/** The first start's side of a second start: says who it is, and takes the files that the second was given. */
export async function answerSecondStart(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { secret, session, origin, onSecondStart }: Answering,
): Promise<void> {
  // A page says whose it is; a program has no page.
  if (request.headers.origin !== undefined) return refuse(response, 403)
  switch (name) {
    case 'hello': {
      const posted = await readPosted(request, HELLO_LIMIT)
      const hello = HELLO.safeParse(posted.ok ? posted.value : undefined)
      if (!hello.success) return refuse(response, posted.ok ? 400 : posted.error)
      return sendJson(response, { proof: proofOf(secret, hello.data.question) })
    }
    case 'open': {
      const bearer = bearerOf(request)
      if (bearer === undefined || !isSameSecret(bearer, secret)) return refuse(response, 401)
      const posted = await readPosted(request, OPEN_LIMIT)
      const open = OPEN.safeParse(posted.ok ? posted.value : undefined)
      if (!open.success) return refuse(response, posted.ok ? 400 : posted.error)
      onSecondStart(open.data.paths)
      return sendJson(response, { address: deskAddress(origin, session.newCode()) })
    }
    default:
      return refuse(response, 404)
  }
}
