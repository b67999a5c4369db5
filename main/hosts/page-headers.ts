/** What a page of the desk may do: run and load what came with the program, and nothing else. */
const DESK_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // antd writes its styles at run time, and documents are shown with the alignment they have.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  // pdf.js hands fonts and pages to itself as blobs.
  "connect-src 'self' blob: data:",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "manifest-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]

/** What a page that is only printed may do: be drawn. */
const PRINT_POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]

/** Headers of everything a host serves. */
const COMMON = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const

/** Headers of the desk's own files. `reportTo` is a path that is told of what the page was kept from. */
export const deskHeaders = (reportTo: string | null): Readonly<Record<string, string>> => ({
  ...COMMON,
  'Content-Security-Policy': [
    ...DESK_POLICY,
    ...(reportTo === null ? [] : [`report-uri ${reportTo}`]),
  ].join('; '),
})

export const PRINT_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  'Content-Security-Policy': PRINT_POLICY.join('; '),
  'Content-Type': 'text/html; charset=utf-8',
}

/** Headers of answers that are data. */
export const DATA_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Whether what a page was kept from was a request that would have left the program, whose own origin is given. */
export const isOutsideAddress = (blocked: string, origin: string): boolean =>
  /^(?:https?|wss?|ftp):/i.test(blocked) && blocked !== origin && !blocked.startsWith(`${origin}/`)
