import { protocol } from 'electron'
import { DATA_HEADERS, deskHeaders, PRINT_HEADERS } from '../page-headers.ts'
import type { PrintPages } from '../print-pages.ts'
import { findStaticFile } from '../static-files.ts'
import { DESK_HOST, DESK_SCHEME } from './origin.ts'

/** Makes the desk's scheme one like https, with an origin and storage. Must run before the program is ready. */
export function registerDeskScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: DESK_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
        bypassCSP: false,
        corsEnabled: false,
        allowServiceWorkers: false,
      },
    },
  ])
}

/** Serves the built desk and the documents that are being printed. */
export function serveDesk(staticRoot: string, printPages: PrintPages): void {
  protocol.handle(DESK_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    if (host !== DESK_HOST || request.method !== 'GET') return notFound()
    const document = printPages.find(pathname)
    if (document !== undefined) return new Response(document, { headers: PRINT_HEADERS })
    const file = await findStaticFile(staticRoot, pathname)
    if (file === null) return notFound()
    return new Response(file.bytes, {
      headers: { ...deskHeaders(null), 'Content-Type': file.contentType },
    })
  })
}

const notFound = (): Response => new Response(null, { status: 404, headers: DATA_HEADERS })
