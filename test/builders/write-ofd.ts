import type { PdfMark, PdfPage, PdfText } from './pdf.ts'
import type { PrintedBlock } from './printed-report.ts'
import { type ReportPdfOptions, toPages } from './write-pdf.ts'
import { buildZip, type ZipPart } from './zip.ts'

export interface OfdOptions extends Pick<ReportPdfOptions, 'rulings' | 'repeatsHead'> {
  /** `text`: one `TextCode` a line of text; `glyph`: one for each character, as print drivers write. */
  readonly unit?: 'text' | 'glyph'
  /** Equal steps written short, as `g 3 3.7`. */
  readonly shortSteps?: boolean
  /** Every object in units of its own, brought to its place by a transform. */
  readonly transforms?: boolean
  /** The ruling lines stand on a template page behind the text. */
  readonly template?: boolean
  /** With the `ofd:` prefix, as the standard's examples have it, or without. */
  readonly prefix?: 'ofd:' | ''
}

/** The report as an OFD file: the pages of the PDF, in the objects of GB/T 33190. */
export function toOfd(blocks: readonly PrintedBlock[], options: OfdOptions = {}): Uint8Array {
  const { rulings = 'stroke', repeatsHead = false } = options
  return ofdFile(toPages(blocks, { rulings, repeatsHead }), options)
}

/** An OFD file of these pages; pictures, clips and turned marks are not among what it can write. */
export function ofdFile(pages: readonly PdfPage[], options: OfdOptions = {}): Uint8Array {
  const parts: ZipPart[] = [
    { name: 'OFD.xml', content: part('OFD', ROOT, options) },
    { name: 'Doc_0/Document.xml', content: part('Document', documentXml(pages, options), options) },
    { name: 'Doc_0/PublicRes.xml', content: part('Res', RESOURCES, options) },
  ]
  pages.forEach(({ marks }, index) => {
    const texts = marks.filter(({ kind }) => kind === 'text')
    const others = marks.filter(({ kind }) => kind !== 'text')
    const isApart = options.template === true
    const own = isApart ? texts : [...others, ...texts]
    const uses = isApart ? `<#Template TemplateID="${TEMPLATE + index}" ZOrder="Background"/>` : ''
    parts.push({
      name: `Doc_0/Pages/Page_${index}/Content.xml`,
      content: part('Page', uses + layer(own, options), options),
    })
    if (isApart)
      parts.push({
        name: `Doc_0/Tpls/Tpl_${index}/Content.xml`,
        content: part('Page', layer(others, options), options),
      })
  })
  return buildZip(parts)
}

const NAMESPACE = 'http://www.ofdspec.org/2016'
const TEMPLATE = 900
/** Millimetres in a point. */
const MILLIMETRES = 25.4 / 72

/** Tags are written as `<#Name`, so that the prefix is put in at one place. */
function part(root: string, inner: string, { prefix = 'ofd:' }: OfdOptions): string {
  const declared = prefix === '' ? 'xmlns' : 'xmlns:ofd'
  const xml = `<#${root} ${declared}="${NAMESPACE}">${inner}</#${root}>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.replaceAll('<#', `<${prefix}`).replaceAll('</#', `</${prefix}`)}`
}

const ROOT =
  '<#DocBody><#DocInfo><#DocID>0f</#DocID></#DocInfo><#DocRoot>Doc_0/Document.xml</#DocRoot></#DocBody>'

const RESOURCES =
  '<#Fonts><#Font ID="2" FontName="宋体" FamilyName="宋体"/></#Fonts><#DrawParams><#DrawParam ID="3" LineWidth="0.25"/></#DrawParams>'

function documentXml(pages: readonly PdfPage[], { template = false }: OfdOptions): string {
  const templates = template
    ? pages.map(
        (_, index) =>
          `<#TemplatePage ID="${TEMPLATE + index}" BaseLoc="Tpls/Tpl_${index}/Content.xml"/>`,
      )
    : []
  const list = pages.map(
    (_, index) => `<#Page ID="${10 + index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`,
  )
  const area = '<#PageArea><#PhysicalBox>0 0 210 297</#PhysicalBox></#PageArea>'
  return `<#CommonData><#MaxUnitID>9999</#MaxUnitID>${area}<#PublicRes>PublicRes.xml</#PublicRes>${templates.join('')}</#CommonData><#Pages>${list.join('')}</#Pages>`
}

const layer = (marks: readonly PdfMark[], options: OfdOptions): string =>
  `<#Content><#Layer ID="5" DrawParam="3">${marks.map((mark) => objectOf(mark, options)).join('')}</#Layer></#Content>`

function objectOf(mark: PdfMark, options: OfdOptions): string {
  switch (mark.kind) {
    case 'text':
      return textObject(mark, options)
    case 'line': {
      const [[x0, y0], [x1, y1]] = [mark.from, mark.to]
      const data = `M ${length(x0)} ${length(y0)} L ${length(x1)} ${length(y1)}`
      const width = mark.width === undefined ? '' : ` LineWidth="${length(mark.width)}"`
      return `<#PathObject ID="6" Boundary="0 0 210 297"${width}><#AbbreviatedData>${data}</#AbbreviatedData></#PathObject>`
    }
    case 'rect': {
      const [right, bottom] = [mark.x + mark.width, mark.y + mark.height]
      const data = `M ${length(mark.x)} ${length(mark.y)} L ${length(right)} ${length(mark.y)} L ${length(right)} ${length(bottom)} L ${length(mark.x)} ${length(bottom)} C`
      const paint = mark.paint === 'fill' ? 'Stroke="false" Fill="true"' : ''
      return `<#PathObject ID="6" Boundary="0 0 210 297" ${paint}><#AbbreviatedData>${data}</#AbbreviatedData></#PathObject>`
    }
    case 'image':
    case 'clip':
    case 'turn':
    case 'form':
      throw new Error(`OFD pages of a test hold no ${mark.kind}`)
  }
}

const SIZE = 10.5

function textObject({ x, y, text, size = SIZE }: PdfText, options: OfdOptions): string {
  const characters = [...text]
  const steps = characters.map((character) => widthOf(character) * size)
  // In units half as large everything is twice as long.
  const own = (points: number): string => length(options.transforms === true ? 2 * points : points)
  const code = (left: number, moves: readonly number[], content: string): string =>
    `<#TextCode X="${own(left)}" Y="${own(size)}"${deltas(moves.map(own), options)}>${escapeXml(content)}</#TextCode>`
  const codes =
    options.unit === 'glyph'
      ? characters.map((character, index) => code(sum(steps.slice(0, index)), [], character))
      : [code(0, steps.slice(0, -1), text)]
  const boundary = [x, y - size, sum(steps), 1.3 * size].map(length).join(' ')
  const scale = options.transforms === true ? ' CTM="0.5 0 0 0.5 0 0"' : ''
  return `<#TextObject ID="7" Font="2" Size="${own(size)}" Boundary="${boundary}"${scale}>${codes.join('')}</#TextObject>`
}

function deltas(steps: readonly string[], { shortSteps = false }: OfdOptions): string {
  if (steps.length === 0) return ''
  const [first = ''] = steps
  const isEven = shortSteps && steps.every((step) => step === first)
  return ` DeltaX="${isEven ? `g ${steps.length} ${first}` : steps.join(' ')}"`
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)

const widthOf = (character: string): number => ((character.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1)

/** Points as millimetres, as writers print them. */
const length = (points: number): string => `${Math.round(points * MILLIMETRES * 1e4) / 1e4}`

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
