import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { codeOf } from '../../work/file-error.ts'
import { answerCall } from './answer-call.ts'
import { answerPage, answerReport } from './answer-page.ts'
import { answerSecondStart } from './answer-second-start.ts'
import { answerSession } from './answer-session.ts'
import { type Answering, bearerOf, refuse, type ServerParts } from './answering.ts'

/** The only address the server listens on: nobody outside this machine can reach it. */
export const HOST = '127.0.0.1'

export interface LocalServer {
  /** `http://127.0.0.1:` and the port. */
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Listens on that port; `taken` where another program does. Port 0 takes any that is free. */
export async function listen(port: number, parts: ServerParts): Promise<LocalServer | 'taken'> {
  const server = createServer()
  const origin = await new Promise<string | 'taken'>((resolve, reject) => {
    server.once('error', (error) => {
      // Windows says EACCES of a port that it keeps for itself or that is held for one program alone.
      if (['EADDRINUSE', 'EACCES'].includes(codeOf(error))) resolve('taken')
      else reject(error)
    })
    server.listen(port, HOST, () => resolve(`http://${HOST}:${portOf(server)}`))
  })
  if (origin === 'taken') return 'taken'
  server.on('request', (request, response) => {
    // A page may go away while it is answered.
    response.on('error', () => {})
    answer(request, response, { ...parts, origin }).catch((bug: unknown) => {
      parts.log(`程序内部错误：${bug instanceof Error ? bug.stack : bug}`)
      refuse(response, 500)
    })
  })
  return { origin, close: () => closeServer(server) }
}

/** The one way in: whoever asks is looked at first, and only then what is asked. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Answering,
): Promise<void> {
  if (!isFromHere(request, parts.origin)) return refuse(response, 403)
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  const [, area, kind = '', ...rest] = path.split('/')
  if (area !== 'desk') return answerPage(request, response, path, parts)
  const name = rest.join('/')
  switch (kind) {
    case 'call':
      return isAllowed(request, response, parts)
        ? answerCall(request, response, name, parts)
        : undefined
    case 'events':
      if (request.method !== 'GET') return refuse(response, 405)
      return isAllowed(request, response, parts) ? parts.events.attach(response) : undefined
    case 'session':
      return answerSession(request, response, parts)
    case 'blocked':
      return answerReport(request, response, parts)
    case 'print':
      return answerPage(request, response, path, parts)
    case 'second-start':
      return answerSecondStart(request, response, name, parts)
    default:
      return refuse(response, 404)
  }
}

/**
 * Whether the request was made by our own page or by a program on this machine. The name in `Host` shows whether some
 * other site had its name lead here; `Origin` and `Sec-Fetch-Site` show whose page asks.
 */
function isFromHere({ headers }: IncomingMessage, origin: string): boolean {
  if (headers.host !== new URL(origin).host) return false
  if (headers.origin !== undefined && headers.origin !== origin) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

function isAllowed(
  request: IncomingMessage,
  response: ServerResponse,
  { session }: Answering,
): boolean {
  const token = bearerOf(request)
  const isAllowed = token !== undefined && session.isToken(token)
  if (!isAllowed) refuse(response, 401)
  return isAllowed
}

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
