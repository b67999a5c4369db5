import { buildZip, type ZipPart } from './zip.ts'

/** The pieces of a .xlsx made for a test, as raw SpreadsheetML, so that its peculiarity is visible. */
export interface XlsxParts {
  readonly sheets: readonly XlsxSheet[]
  /** What stands inside `sst`. */
  readonly texts?: string
  /** What stands inside `styleSheet`. */
  readonly styles?: string
  /** What stands inside `workbook` before its sheets. */
  readonly properties?: string
  /** The namespaces of files saved as "Strict Open XML". */
  readonly strict?: boolean
}

export interface XlsxSheet {
  /** What stands inside `worksheet`. */
  readonly content: string
  /** `visible`, `hidden` or `veryHidden`. */
  readonly state?: string
}

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  links: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  links: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A .xlsx with the content types and links that Excel wants. */
export function buildXlsx(parts: XlsxParts): Uint8Array {
  const { main, links } = parts.strict === true ? STRICT : TRANSITIONAL
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${links}/${type}" Target="${target}"/>`
  const part = (name: string, root: string, inside: string): ZipPart => ({
    name: `xl/${name}`,
    content: `${DECLARATION}<${root} xmlns="${main}" xmlns:r="${links}">${inside}</${root}>`,
  })
  const listed = parts.sheets.map(
    ({ state = 'visible' }, index) =>
      `<sheet name="S${index}" sheetId="${index + 1}" state="${state}" r:id="rId${index}"/>`,
  )
  const workbook = `${parts.properties ?? ''}<sheets>${listed.join('')}</sheets>`
  const own = parts.sheets.map((_, index) =>
    link(`rId${index}`, 'worksheet', `worksheets/sheet${index}.xml`),
  )
  const shared = [
    link('rIdT', 'sharedStrings', 'sharedStrings.xml'),
    link('rIdS', 'styles', 'styles.xml'),
  ]
  const relationships = (inside: readonly string[]): string =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inside.join('')}</Relationships>`
  return buildZip([
    { name: '[Content_Types].xml', content: contentTypes(parts.sheets.length) },
    {
      name: '_rels/.rels',
      content: relationships([link('rId1', 'officeDocument', 'xl/workbook.xml')]),
    },
    part('workbook.xml', 'workbook', workbook),
    { name: 'xl/_rels/workbook.xml.rels', content: relationships([...own, ...shared]) },
    part('sharedStrings.xml', 'sst', parts.texts ?? ''),
    part('styles.xml', 'styleSheet', parts.styles ?? ''),
    ...parts.sheets.map(({ content }, index) =>
      part(`worksheets/sheet${index}.xml`, 'worksheet', content),
    ),
  ])
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function contentTypes(sheets: number): string {
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SPREADSHEET}.${kind}+xml"/>`
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    type('workbook', 'sheet.main'),
    type('sharedStrings', 'sharedStrings'),
    type('styles', 'styles'),
    ...Array.from({ length: sheets }, (_, index) => type(`worksheets/sheet${index}`, 'worksheet')),
    '</Types>',
  ].join('')
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** `B3` for row 2 and column 1. */
export const referenceOf = (row: number, column: number): string =>
  `${String.fromCharCode(65 + column)}${row + 1}`
