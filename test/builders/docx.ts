import { buildZip, type ZipPart } from './zip.ts'

/** The pieces of a .docx made for a test, as raw WordprocessingML, so that its peculiarity is visible. */
export interface DocxParts {
  /** What stands inside `w:body`. */
  readonly body?: string
  /** The whole main part instead of `body`. */
  readonly document?: string | Uint8Array
  /** What stands inside `w:styles`. */
  readonly styles?: string
  /** What stands inside `w:numbering`. */
  readonly numbering?: string
  /** Name of the main part; word/document.xml where not given. */
  readonly mainPart?: string
  /** `Relationship` elements of the main part, beside those to styles and numbering. */
  readonly links?: string
  /** Further entries of the zip. */
  readonly parts?: readonly ZipPart[]
}

const OFFICE = 'http://schemas.openxmlformats.org'
const LINK_TYPES = `${OFFICE}/officeDocument/2006/relationships`
const PACKAGE = `${OFFICE}/package/2006`

/** The prefixes every part made here declares. */
export const NAMESPACES = [
  `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`,
  `xmlns:r="${LINK_TYPES}"`,
  `xmlns:m="${OFFICE}/officeDocument/2006/math"`,
  `xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${OFFICE}/drawingml/2006/main"`,
  `xmlns:pic="${OFFICE}/drawingml/2006/picture"`,
  `xmlns:mc="${OFFICE}/markup-compatibility/2006"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

/** A .docx with the content types and links that Word wants. */
export function buildDocx(parts: DocxParts): Uint8Array {
  const mainPart = parts.mainPart ?? 'word/document.xml'
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1)
  const mainName = mainPart.slice(folder.length)
  const entries: ZipPart[] = [
    { name: '[Content_Types].xml', content: contentTypes(mainPart) },
    { name: '_rels/.rels', content: links(link('rId1', 'officeDocument', mainPart)) },
    {
      name: mainPart,
      content:
        parts.document ??
        `<w:document ${NAMESPACES}><w:body>${parts.body ?? ''}</w:body></w:document>`,
    },
  ]
  let mainLinks = parts.links ?? ''
  for (const kind of ['styles', 'numbering'] as const) {
    const inside = parts[kind]
    if (inside === undefined) continue
    mainLinks += link(`rId-${kind}`, kind, `${kind}.xml`)
    const content = `<w:${kind} ${NAMESPACES}>${inside}</w:${kind}>`
    entries.push({ name: `${folder}${kind}.xml`, content })
  }
  if (mainLinks !== '') {
    entries.push({ name: `${folder}_rels/${mainName}.rels`, content: links(mainLinks) })
  }
  return buildZip([...entries, ...(parts.parts ?? [])])
}

/** A `Relationship` element of the kind whose type address ends in `type`. */
export function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${LINK_TYPES}/${type}" Target="${target}"/>`
}

function links(inside: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`
}

function contentTypes(mainPart: string): string {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/${mainPart}" ContentType="${type}"/></Types>`
  )
}

/** A paragraph of one run; `properties` is what stands inside `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`
}

/** A paragraph around raw runs. */
export function rawParagraph(runs: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
}

/** A run; `properties` is what stands inside `w:rPr`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A table over a grid of `columns` columns, each 1000 twentieths of a point wide. */
export function table(columns: number, ...rows: readonly string[]): string {
  const grid = '<w:gridCol w:w="1000"/>'.repeat(columns)
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

/** A row of plain cells. */
export function textRow(...texts: readonly string[]): string {
  return row(texts.map((text) => cell(text)).join(''))
}

/** A row; `properties` is what stands inside `w:trPr`. */
export function row(cells: string, properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
}

/** A cell of one paragraph; `properties` is what stands inside `w:tcPr`. */
export function cell(text: string, properties = ''): string {
  return rawCell(paragraph(text), properties)
}

/** A cell around raw blocks. */
export function rawCell(blocks: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${blocks}</w:tc>`
}
