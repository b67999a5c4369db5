import { withoutBrackets } from './mime-headers.ts'
import type { MimePart } from './mime-parts.ts'

/**
 * The page of a web archive: what `start` names, else the first HTML part. Word adds the headers and footers as pages
 * of their own, and browsers the frames; none of them is the page.
 */
export function rootPage(part: MimePart): MimePart | undefined {
  if (part.parts.length === 0) return isPage(part) ? part : undefined
  const start = part.headers.parameter('start')
  const named = part.parts.find(
    ({ headers }) => start !== undefined && headers.id === withoutBrackets(start),
  )
  for (const candidate of named === undefined ? part.parts : [named, ...part.parts]) {
    const page = rootPage(candidate)
    if (page !== undefined) return page
  }
  return undefined
}

const isPage = ({ type, headers }: MimePart): boolean => PAGES.has(type) && !headers.isAttachment

const PAGES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])
