import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answering, readPosted, refuse, sendJson } from './answering.ts'

/** Bytes; a code is much shorter. */
const CODE_LIMIT = 256

/** Gives the token of this run for the code in the address that the page was opened with. */
export async function answerSession(
  request: IncomingMessage,
  response: ServerResponse,
  { session }: Answering,
): Promise<void> {
  const code = await readPosted(request, CODE_LIMIT)
  if (!code.ok) return refuse(response, code.error)
  const token = typeof code.value === 'string' ? session.redeem(code.value) : null
  if (token === null) return refuse(response, 401)
  sendJson(response, token)
}
