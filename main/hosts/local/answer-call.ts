import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CallName } from '../../../shared/ipc/contract.ts'
import { decodeWire, encodeWire } from '../../../shared/ipc/wire.ts'
import { isCallName } from '../../handlers/routes.ts'
import { DATA_HEADERS } from '../page-headers.ts'
import { type Answering, refuse } from './answering.ts'
import { readBody } from './request-body.ts'

/** Answers a call of the contract. The body is its arguments, the answer its result, both as `shared/ipc/wire.ts`. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { routes }: Answering,
): Promise<void> {
  const route = isCallName(name) ? routes[name] : undefined
  if (!isCallName(name) || route === undefined) return refuse(response, 404)
  if (request.method !== 'POST') return refuse(response, 405)
  // No page of another site can send this type without asking first, and it is never told yes.
  if (request.headers['content-type'] !== WIRE_TYPE) return refuse(response, 415)
  const body = await readBody(request, bodyLimitOf(name))
  if (!body.ok) return refuse(response, body.error.code === 'too-large' ? 413 : 400)
  const args = decodeWire(body.value)
  if (!args.ok) return refuse(response, 400)
  const answer = await route(args.value)
  if (!answer.ok) return refuse(response, 400)
  const bytes = encodeWire(answer.value)
  response.writeHead(200, {
    ...DATA_HEADERS,
    'Content-Type': WIRE_TYPE,
    'Content-Length': bytes.byteLength,
  })
  response.end(bytes)
}

const WIRE_TYPE = 'application/octet-stream'

const MEGABYTE = 1024 * 1024

/** Bytes of the longest body that a call can have; the contract's own limits are looked at after it was read. */
function bodyLimitOf(name: CallName): number {
  switch (name) {
    case 'report:read':
    case 'archive:unpack':
      return 129 * MEGABYTE
    case 'print:show':
    case 'print:pdf':
      // A Chinese character takes three bytes.
      return 193 * MEGABYTE
    case 'file:look':
    case 'file:watch':
      return 16 * MEGABYTE
    case 'report:cancel':
      return 2 * MEGABYTE
    case 'file:pick':
    case 'file:read':
    case 'file:open':
    case 'sample:list':
    case 'host:status':
      return MEGABYTE / 16
  }
}
