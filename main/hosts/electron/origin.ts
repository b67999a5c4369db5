/** The desk's origin, fixed for ever: browsers tie what they keep for a page to it. */
export const DESK_SCHEME = 'app'
export const DESK_HOST = 'desk'
export const DESK_ORIGIN = `${DESK_SCHEME}://${DESK_HOST}`

/** Whether an address stays inside the program. */
export const isInsideAddress = (url: string): boolean =>
  url.startsWith(`${DESK_ORIGIN}/`) ||
  url.startsWith(`blob:${DESK_ORIGIN}/`) ||
  url.startsWith('data:')
