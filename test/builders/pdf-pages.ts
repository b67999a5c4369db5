import { deflateSync } from 'node:zlib'
import { type PdfObject, type PdfProtection, writePdf } from './pdf-file.ts'

/** A page and what is painted on it, in this order. Points; the origin is the top left before any rotation. */
export interface PdfPage {
  readonly width?: number
  readonly height?: number
  readonly rotate?: 0 | 90 | 180 | 270
  readonly marks: readonly PdfMark[]
}

export type PdfMark =
  | PdfText
  | {
      readonly kind: 'line'
      readonly from: Point
      readonly to: Point
      readonly width?: number
      readonly dash?: readonly number[]
      readonly grey?: number
    }
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly paint: 'stroke' | 'fill'
      /** 0 is black (the default), 1 is white. */
      readonly grey?: number
    }
  /** A picture, stretched over the rectangle. */
  | {
      readonly kind: 'image'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      /** What is under it is seen through it, as under a seal. */
      readonly isSheer?: boolean
    }
  /** Marks of which only what falls into the rectangle is seen. */
  | {
      readonly kind: 'clip'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly marks: readonly PdfMark[]
    }
  /** Marks turned about a point, by degrees against the clock. */
  | {
      readonly kind: 'turn'
      readonly about: Point
      readonly degrees: number
      readonly marks: readonly PdfMark[]
    }
  /** Marks that stand in a form of their own (a form XObject), moved by `by`. */
  | { readonly kind: 'form'; readonly by: Point; readonly marks: readonly PdfMark[] }

export interface PdfText {
  readonly kind: 'text'
  /** Left end of the line that the text stands on. */
  readonly x: number
  readonly y: number
  readonly text: string
  /** Height of the em square; 10.5 points where not given. */
  readonly size?: number
  readonly font?: PdfFont
  readonly grey?: number
  /** Red, green and blue from 0 to 1, in place of a grey. */
  readonly colour?: readonly [red: number, green: number, blue: number]
  /** Text rendering mode: 3 leaves no mark. */
  readonly mode?: number
  /** Points added after each character. */
  readonly spacing?: number
}

export type Point = readonly [x: number, y: number]

/**
 * `song` is a Chinese font that readers know by name and that needs no file. `unmapped` and `numbered` are fonts
 * whose glyph numbers stand for no characters: in the one numbers from 1, as subsets have them, in the other
 * numbers that look like digits and letters.
 */
export type PdfFont = 'song' | 'unmapped' | 'numbered'

export interface PdfOptions {
  readonly protection?: PdfProtection
  /** What pages paint is packed, as all programs do; plain is easier to look at. */
  readonly isPacked?: boolean
}

export const A4: Point = [595, 842]
const SIZE = 10.5

/** A PDF file with these pages, the same bytes for the same pages. */
export function buildPdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array {
  const objects: PdfObject[] = [...FIXED]
  const kids: number[] = []
  for (const page of pages) {
    const [width, height] = [page.width ?? A4[0], page.height ?? A4[1]]
    const forms: number[] = []
    const content = marksToOperators(page.marks, height, (body, stream) => {
      objects.push({ body, stream })
      forms.push(objects.length)
      return objects.length
    })
    objects.push(contentObject(content, options))
    const named = forms.map((number) => `/X${number} ${number} 0 R`).join(' ')
    objects.push({
      body:
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${page.rotate ?? 0} ` +
        `/Contents ${objects.length} 0 R ${resources(named)} >>`,
    })
    kids.push(objects.length)
  }
  const list = kids.map((number) => `${number} 0 R`).join(' ')
  objects[1] = { body: `<< /Type /Pages /Count ${kids.length} /Kids [${list}] >>` }
  return writePdf(objects, options.protection)
}

const contentObject = (content: string, { isPacked = false }: PdfOptions): PdfObject =>
  isPacked
    ? {
        body: '<< /Filter /FlateDecode >>',
        stream: deflateSync(Buffer.from(content, 'latin1')).toString('latin1'),
      }
    : { body: '<< >>', stream: content }

const resources = (forms: string) =>
  `/Resources << /Font << /F3 3 0 R /F6 6 0 R >> /XObject << /Im 9 0 R /Is 10 0 R ${forms} >> >>`

const IDENTITY_FONT =
  '/Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Unknown ' +
  '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>'

/** Objects 1 to 10: catalog, page tree, the fonts, a grey picture, and the same as a mask of itself. */
const FIXED: readonly PdfObject[] = [
  { body: '<< /Type /Catalog /Pages 2 0 R >>' },
  { body: '<< >>' },
  {
    body: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  },
  {
    // Character numbers 1 to 95 are the letters and digits of half width.
    body:
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
  },
  {
    body: '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880 /Descent -120 >>',
  },
  {
    body: '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Unknown /Encoding /Identity-H /DescendantFonts [7 0 R] >>',
  },
  { body: `<< ${IDENTITY_FONT} /DW 1000 /FontDescriptor 8 0 R >>` },
  {
    body: '<< /Type /FontDescriptor /FontName /ABCDEF+Unknown /Flags 4 /Ascent 880 /Descent -120 >>',
  },
  {
    body: '<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 >>',
    stream: '\x80'.repeat(64),
  },
  {
    body:
      '<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 ' +
      '/SMask 9 0 R >>',
    stream: '\x80'.repeat(64),
  },
]

type AddForm = (body: string, stream: string) => number

function marksToOperators(marks: readonly PdfMark[], height: number, addForm: AddForm): string {
  return marks.map((mark) => `q ${markToOperators(mark, height, addForm)} Q`).join('\n')
}

function markToOperators(mark: PdfMark, height: number, addForm: AddForm): string {
  const inner = (marks: readonly PdfMark[]) => marksToOperators(marks, height, addForm)
  switch (mark.kind) {
    case 'text':
      return textToOperators(mark, height)
    case 'line': {
      const { from, to, width = 0.5, dash = [], grey = 0 } = mark
      const path = `${from[0]} ${height - from[1]} m ${to[0]} ${height - to[1]} l S`
      return `${grey} G ${width} w [${dash.join(' ')}] 0 d ${path}`
    }
    case 'rect': {
      const { grey = 0, paint } = mark
      return paint === 'fill'
        ? `${grey} g ${rectangle(mark, height)} f`
        : `${grey} G 0.5 w ${rectangle(mark, height)} S`
    }
    case 'image':
      return `${mark.width} 0 0 ${mark.height} ${mark.x} ${height - mark.y - mark.height} cm /${mark.isSheer === true ? 'Is' : 'Im'} Do`
    case 'clip':
      return `${rectangle(mark, height)} W n ${inner(mark.marks)}`
    case 'turn': {
      const angle = (mark.degrees * Math.PI) / 180
      const [cos, sin] = [round(Math.cos(angle)), round(Math.sin(angle))]
      const [x, y] = [mark.about[0], height - mark.about[1]]
      return `${cos} ${sin} ${-sin} ${cos} ${x} ${y} cm 1 0 0 1 ${-x} ${-y} cm ${inner(mark.marks)}`
    }
    case 'form': {
      const matrix = `1 0 0 1 ${mark.by[0]} ${-mark.by[1]}`
      const body =
        `<< /Type /XObject /Subtype /Form /BBox [-2000 -2000 4000 4000] /Matrix [${matrix}] ` +
        `${resources('')} >>`
      return `/X${addForm(body, inner(mark.marks))} Do`
    }
  }
}

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const rectangle = (mark: Rectangle, page: number) =>
  `${mark.x} ${page - mark.y - mark.height} ${mark.width} ${mark.height} re`

function textToOperators(mark: PdfText, height: number): string {
  const { x, y, text, size = SIZE, font = 'song', grey = 0, mode = 0, spacing = 0 } = mark
  const ink = mark.colour === undefined ? `${grey} g` : `${mark.colour.join(' ')} rg`
  const name = font === 'song' ? '/F3' : '/F6'
  return (
    `BT ${ink} ${name} ${size} Tf ${mode} Tr ${spacing} Tc ` +
    `1 0 0 1 ${round(x)} ${round(height - y)} Tm <${encode(text, font)}> Tj ET`
  )
}

function encode(text: string, font: PdfFont): string {
  const codes = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (font === 'song') return code
    // The number of a glyph has nothing to do with its character.
    return font === 'unmapped' ? 1 + (code % 30) : 0x300 + (code % 0x900)
  })
  return codes.map((code) => code.toString(16).padStart(4, '0')).join('')
}

const round = (value: number) => Math.round(value * 1000) / 1000
