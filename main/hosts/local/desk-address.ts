/**
 * The address that opens the desk once. The code stands behind `#`, which no browser sends anywhere; the page takes it
 * out of the address as soon as it has read it.
 */
export const deskAddress = (origin: string, code: string): string => `${origin}/#open=${code}`
