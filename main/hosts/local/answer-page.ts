import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { DATA_HEADERS, deskHeaders, isOutsideAddress, PRINT_HEADERS } from '../page-headers.ts'
import { findStaticFile } from '../static-files.ts'
import { type Answering, readPosted, refuse } from './answering.ts'

/** Where a page reports what it was kept from; the browser sends that by itself, so it carries no token. */
const REPORT_PATH = '/desk/blocked'

/** Browsers ask for it by themselves; a miss would stand in their consoles as an error. */
const ICON_PATH = '/favicon.ico'

/** A file of the built desk, or a document that is being printed. Neither says anything about anybody. */
export async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { staticRoot, printPages }: Answering,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  const document = printPages.find(path)
  if (document !== undefined) {
    response.writeHead(200, PRINT_HEADERS)
    response.end(document)
    return
  }
  const file = await findStaticFile(staticRoot, path)
  if (file === null) return refuse(response, path === ICON_PATH ? 204 : 404)
  response.writeHead(200, {
    ...deskHeaders(REPORT_PATH),
    'Content-Type': file.contentType,
    'Content-Length': file.bytes.byteLength,
  })
  response.end(file.bytes)
}

/** Bytes of the longest report of the browser. */
const REPORT_LIMIT = 64 * 1024

const REPORT_TYPES = ['application/csp-report', 'application/json']

const REPORT = z.object({ 'csp-report': z.object({ 'blocked-uri': z.string() }) })

/** Counts what a page wanted from outside. */
export async function answerReport(
  request: IncomingMessage,
  response: ServerResponse,
  { origin, onOutsideRequest }: Answering,
): Promise<void> {
  const posted = await readPosted(request, REPORT_LIMIT, REPORT_TYPES)
  if (!posted.ok) return refuse(response, posted.error)
  const report = REPORT.safeParse(posted.value)
  if (!report.success) return refuse(response, 400)
  const blocked = report.data['csp-report']['blocked-uri']
  if (isOutsideAddress(blocked, origin)) onOutsideRequest()
  response.writeHead(204, DATA_HEADERS)
  response.end()
}
