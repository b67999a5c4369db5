import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CallName } from '../../../shared/ipc/contract.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { Route } from '../../handlers/routes.ts'
import { DATA_HEADERS } from '../page-headers.ts'
import type { PrintPages } from '../print-pages.ts'
import type { EventStream } from './event-stream.ts'
import { readBody } from './request-body.ts'
import type { Session } from './session.ts'

/** What the server hands requests to. */
export interface ServerParts {
  readonly routes: Readonly<Record<CallName, Route>>
  readonly session: Session
  readonly events: EventStream
  readonly printPages: PrintPages
  /** Known to programs of the same user only: a second start shows by it who it is. */
  readonly secret: string
  /** Files that a second start was given. */
  readonly onSecondStart: (paths: readonly string[]) => void
  /** The built desk. */
  readonly staticRoot: string
  /** A page of the desk was kept from loading something from outside. */
  readonly onOutsideRequest: () => void
  readonly log: (line: string) => void
}

export interface Answering extends ServerParts {
  /** `http://127.0.0.1:` and the port. */
  readonly origin: string
}

/** Says no, with a number only: whoever is refused learns nothing. */
export function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, DATA_HEADERS)
  response.end()
  // Thrown away as it comes: cutting the sender off would also cut off this answer.
  response.req.resume()
}

/** What the request shows as its right to ask; undefined where it shows nothing. */
export const bearerOf = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer ([\w-]+)$/.exec(headers.authorization ?? '')?.[1]

/** The JSON that was posted, or the status to refuse with. */
export async function readPosted(
  request: IncomingMessage,
  limit: number,
  contentTypes: readonly string[] = ['application/json'],
): Promise<Result<unknown, number>> {
  if (request.method !== 'POST') return failure(405)
  if (!contentTypes.includes(request.headers['content-type'] ?? '')) return failure(415)
  const body = await readBody(request, limit)
  if (!body.ok) return failure(body.error.code === 'too-large' ? 413 : 400)
  try {
    return success(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.value)))
  } catch {
    return failure(400)
  }
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...DATA_HEADERS, 'Content-Type': 'application/json' })
  response.end(JSON.stringify(value))
}
