import { escapeHtml } from './write-html.ts'
import { buildZip, type ZipPart } from './zip.ts'

/** The pieces of an .odt made for a test, as raw OpenDocument XML, so that its peculiarity is visible. */
export interface OdtParts {
  /** What stands inside `office:text`. */
  readonly body?: string
  /** What stands inside the content's `office:automatic-styles`. */
  readonly automatic?: string
  /** What stands inside the `office:styles` of styles.xml. */
  readonly styles?: string
  /** What stands inside `manifest:manifest`, beside the usual entries. */
  readonly manifest?: string
  /** Further entries of the zip. */
  readonly parts?: readonly ZipPart[]
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'

/** The prefixes every part made here declares. */
export const ODF_NAMESPACES = [
  `xmlns:office="${OASIS}:office:1.0"`,
  `xmlns:style="${OASIS}:style:1.0"`,
  `xmlns:text="${OASIS}:text:1.0"`,
  `xmlns:table="${OASIS}:table:1.0"`,
  `xmlns:draw="${OASIS}:drawing:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ')

const MIMETYPE = 'application/vnd.oasis.opendocument.text'

/** An .odt with the entries that LibreOffice writes. */
export function buildOdt(parts: OdtParts): Uint8Array {
  const { body = '', automatic = '', styles = '', manifest = '' } = parts
  return buildZip([
    { name: 'mimetype', content: MIMETYPE, stored: true },
    {
      name: 'content.xml',
      content: `${DECLARATION}<office:document-content ${ODF_NAMESPACES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'styles.xml',
      content: `${DECLARATION}<office:document-styles ${ODF_NAMESPACES}><office:styles>${styles}</office:styles></office:document-styles>`,
    },
    {
      name: 'META-INF/manifest.xml',
      content: `${DECLARATION}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIMETYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>${manifest}</manifest:manifest>`,
    },
    ...(parts.parts ?? []),
  ])
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The same as one XML document, as LibreOffice saves .fodt. */
export function buildFlatOdt({ body = '', automatic = '', styles = '' }: OdtParts): Uint8Array {
  return new TextEncoder().encode(
    `${DECLARATION}<office:document ${ODF_NAMESPACES} office:mimetype="${MIMETYPE}"><office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`,
  )
}

/** `text:p` with this text, or with this XML inside. */
export const odfParagraph = (text: string, style = ''): string =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${escapeHtml(text)}</text:p>`

export const odfTable = (...rows: readonly string[]): string =>
  `<table:table>${rows.join('')}</table:table>`

export const odfRow = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.join('')}</table:table-row>`

/** `attributes` come with the table's prefix already (`table:number-rows-spanned="2"`). */
export const odfCell = (text: string, attributes = ''): string =>
  `<table:table-cell${attributes === '' ? '' : ` ${attributes}`}>${odfParagraph(text)}</table:table-cell>`

/** A place that a merged cell covers. */
export const ODF_COVERED = '<table:covered-table-cell/>'
