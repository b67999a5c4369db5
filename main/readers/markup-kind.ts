/** What markup a file is: a page, a web archive, a flat OpenDocument or Word file, other XML, or none. */
export type MarkupKind = 'html' | 'mht' | 'odt' | 'docx' | 'xml' | 'none'

/**
 * Decided by the first tag behind white space, comments and declarations; `head` is the beginning of the file in any
 * encoding. Markdown may begin with a tag and go on as text: there only a whole page's first tags count.
 */
export function markupKind(head: Buffer, extension: string): MarkupKind {
  const text = asciiOf(head)
  if (isMimePage(text)) return 'mht'
  const start = behindPreamble(text)
  const isXml = /^\s*<\?xml\b/i.test(text)
  const tag = /^<(!doctype\s+)?([a-z][\w:.-]*)/i.exec(text.slice(start, start + LONGEST_TAG))
  const name = tag?.[2]?.toLowerCase()
  if (name === undefined) return isXml ? 'xml' : isTaggedPage(text, extension) ? 'html' : 'none'
  if (PAGE_TAGS.has(name)) return 'html'
  if (name === 'office:document') return 'odt'
  if (isWordXml(name, text)) return 'docx'
  if (isXml || /^(?:w|pkg|uof|office):/.test(name)) return 'xml'
  const isMarkdown = extension === 'md' || extension === 'markdown'
  return !isMarkdown && CONTENT_TAGS.has(name) ? 'html' : 'none'
}

/** A document of Word 2003, or a Word package with all its parts in one file. */
const isWordXml = (name: string, text: string): boolean =>
  (/(?:^|:)worddocument$/.test(name) && text.includes(WORD_2003)) ||
  (/(?:^|:)package$/.test(name) && text.includes(FLAT_PACKAGE) && /wordprocessingml/.test(text))

const WORD_2003 = 'http://schemas.microsoft.com/office/word/2003/wordml'
const FLAT_PACKAGE = 'http://schemas.microsoft.com/office/2006/xmlPackage'

/** Text before the first tag, in a file that calls itself a page: a server's warning, or a piece of a page. */
const isTaggedPage = (text: string, extension: string): boolean =>
  /^[sx]?html?$/.test(extension) && /<\/[a-z][a-z0-9]*\s*>|<br\b/i.test(text)

/** The ASCII characters of the text: tags are ASCII in every encoding, in UTF-16 with zero bytes between. */
const asciiOf = (head: Buffer): string =>
  head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')

/** In characters; longer than any name that is looked for. */
const LONGEST_TAG = 60

/** A page saved as a web archive: a mail with its parts. */
function isMimePage(text: string): boolean {
  const top = text.slice(0, 4_096)
  return /^\s*[\w-]+:/.test(top) && /^MIME-Version:/im.test(top) && /^Content-Type:/im.test(top)
}

/** Where the first tag or text stands that is no white space, comment or processing instruction. */
function behindPreamble(text: string): number {
  let at = 0
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= 0x20) at++
    const end = text.startsWith('<!--', at)
      ? endOf(text, '-->', at)
      : text.startsWith('<?', at)
        ? endOf(text, '>', at)
        : at
    if (end === at) return at
    at = end
  }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

/** With these a whole page begins. */
const PAGE_TAGS: ReadonlySet<string> = new Set([
  'html',
  'head',
  'body',
  'meta',
  'title',
  'frameset',
])

/** With these a part of a page begins, as content management systems and old office programs export it. */
const CONTENT_TAGS: ReadonlySet<string> = new Set([
  'a',
  'article',
  'b',
  'base',
  'blockquote',
  'br',
  'center',
  'div',
  'dl',
  'font',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'header',
  'hr',
  'img',
  'link',
  'main',
  'o:p',
  'ol',
  'p',
  'script',
  'section',
  'span',
  'strong',
  'style',
  'table',
  'tbody',
  'td',
  'tr',
  'ul',
])
