/** What the head of a part says of its body. */
export interface MimeHeaders {
  /** Media type in lower case, without parameters; empty where there is none. */
  readonly type: string
  /** A parameter of the media type (`boundary`, `charset`, `start`), by its name in lower case. */
  readonly parameter: (name: string) => string | undefined
  /** Transfer encoding in lower case; empty where there is none. */
  readonly encoding: string
  /** `Content-ID` without its angle brackets; empty where there is none. */
  readonly id: string
  readonly isAttachment: boolean
}

/** A head longer than this is none; Word writes about 300 characters. */
const LONGEST_HEAD = 64 * 1024

/** Reads the head of a part; `end` is where its body begins. */
export function readHeaders(
  text: string,
  from: number,
  to: number,
): { readonly headers: MimeHeaders; readonly end: number } {
  const fields = new Map<string, string>()
  const limit = Math.min(to, from + LONGEST_HEAD)
  let at = from
  let last = ''
  while (at < limit) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 || newline >= to ? to : newline
    const line = text.slice(at, end).replace(/\r$/, '')
    at = Math.min(end + 1, to)
    if (line === '') break
    // A field goes on in lines that begin with white space.
    if (/^[ \t]/.test(line) && last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`)
    else {
      const colon = line.indexOf(':')
      const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
      // The first of two fields of one name counts, as in mail programs.
      last = fields.has(name) ? '' : name
      if (last !== '') fields.set(name, line.slice(colon + 1).trim())
    }
  }
  return { headers: headersOf(fields), end: at }
}

function headersOf(fields: ReadonlyMap<string, string>): MimeHeaders {
  const content = fields.get('content-type') ?? ''
  const parameters = parametersOf(content)
  return {
    type: (content.split(';')[0] ?? '').trim().toLowerCase(),
    parameter: (name) => parameters.get(name),
    encoding: (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase(),
    id: withoutBrackets(fields.get('content-id') ?? ''),
    isAttachment: /^attachment\b/i.test(fields.get('content-disposition') ?? ''),
  }
}

/** `; charset="gb2312"; type=text/html` */
function parametersOf(content: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const match of content.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^;\s]*))/g)) {
    const [, name = '', quoted, plain = ''] = match
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), quoted ?? plain)
  }
  return found
}

/** `<frame-1@mhtml.blink>` → `frame-1@mhtml.blink` */
export const withoutBrackets = (id: string): string => id.trim().replace(/^<|>$/g, '')
