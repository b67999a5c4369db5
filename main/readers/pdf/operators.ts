import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Matrix } from './matrix.ts'
import { fieldOf, listOf, numberOf, numbersOf } from './untyped.ts'

/** A page's drawing as pdf.js hands it out (`PDFPageProxy.getOperatorList`). */
export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** One glyph of a shown text as pdf.js hands it out; widths are in thousandths of the font's unit. */
export interface RawGlyph {
  /** What the font says this glyph means; the bare character code where it says nothing. */
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  /** Only in fonts that write downwards: advance, and where the glyph's origin lies. */
  readonly vmetric?: readonly number[] | null
  readonly originalCharCode?: number
}

/** What a page does, as far as it bears on text and ruling lines. */
export type Operation =
  | { readonly kind: 'save' | 'restore' | 'begin-text' | 'end-text' | 'next-line' }
  | { readonly kind: 'clip' | 'unit-square' | 'shading' }
  | { readonly kind: 'end-form' | 'end-group' | 'end-marked' | 'end-annotation' }
  | { readonly kind: 'transform' | 'text-matrix'; readonly matrix: Matrix }
  | { readonly kind: 'state'; readonly entries: readonly StateEntry[] }
  | { readonly kind: 'colour'; readonly of: 'fill' | 'stroke'; readonly colour: string }
  | { readonly kind: 'move-text'; readonly x: number; readonly y: number; readonly leads: boolean }
  | { readonly kind: 'show'; readonly glyphs: readonly (RawGlyph | number)[] }
  | {
      readonly kind: 'path'
      readonly fill: boolean
      readonly stroke: boolean
      readonly commands: ArrayLike<number>
    }
  | { readonly kind: 'begin-form'; readonly matrix?: Matrix; readonly box?: Corners }
  | {
      readonly kind: 'begin-group'
      readonly isMask: boolean
      readonly matrix?: Matrix
      readonly box?: Corners
    }
  | { readonly kind: 'begin-marked'; readonly layer?: unknown }
  | {
      readonly kind: 'begin-annotation'
      /** pdf.js's name for it. */
      readonly id: string
      readonly matrices: readonly Matrix[]
      readonly box?: Corners
    }

export type Corners = readonly [x0: number, y0: number, x1: number, y1: number]

export type StateEntry =
  | { readonly name: 'font'; readonly font: string; readonly size: number }
  | { readonly name: 'blend'; readonly value: string }
  | { readonly name: 'isMasked'; readonly value: boolean }
  | { readonly name: NumberEntry; readonly value: number }

export type NumberEntry =
  | 'lineWidth'
  | 'fillAlpha'
  | 'strokeAlpha'
  | 'charSpacing'
  | 'wordSpacing'
  | 'horizontalScale'
  | 'leading'
  | 'rise'
  | 'mode'

/** The colour of what is painted with a pattern or shading: visible, but no single colour. */
export const PATTERN = 'pattern'
export const TRANSPARENT = 'transparent'

const NUMBER_ENTRIES: ReadonlyMap<number, NumberEntry> = new Map([
  [OPS.setLineWidth, 'lineWidth'],
  [OPS.setCharSpacing, 'charSpacing'],
  [OPS.setWordSpacing, 'wordSpacing'],
  [OPS.setHScale, 'horizontalScale'],
  [OPS.setLeading, 'leading'],
  [OPS.setTextRise, 'rise'],
  [OPS.setTextRenderingMode, 'mode'],
])

const PLAIN: ReadonlyMap<number, Operation> = new Map<number, Operation>([
  [OPS.save, { kind: 'save' }],
  [OPS.restore, { kind: 'restore' }],
  [OPS.beginText, { kind: 'begin-text' }],
  [OPS.endText, { kind: 'end-text' }],
  [OPS.nextLine, { kind: 'next-line' }],
  [OPS.clip, { kind: 'clip' }],
  [OPS.eoClip, { kind: 'clip' }],
  [OPS.paintSolidColorImageMask, { kind: 'unit-square' }],
  [OPS.shadingFill, { kind: 'shading' }],
  [OPS.paintFormXObjectEnd, { kind: 'end-form' }],
  [OPS.endGroup, { kind: 'end-group' }],
  [OPS.endMarkedContent, { kind: 'end-marked' }],
  [OPS.endAnnotation, { kind: 'end-annotation' }],
  [OPS.beginMarkedContent, { kind: 'begin-marked' }],
  [OPS.setFillTransparent, { kind: 'colour', of: 'fill', colour: TRANSPARENT }],
  [OPS.setStrokeTransparent, { kind: 'colour', of: 'stroke', colour: TRANSPARENT }],
  [OPS.setFillColorN, { kind: 'colour', of: 'fill', colour: PATTERN }],
  [OPS.setStrokeColorN, { kind: 'colour', of: 'stroke', colour: PATTERN }],
])

/**
 * The one place that knows the shape of pdf.js's operator list. It has changed in 4.6 and 5.x before; the test
 * beside this file pins it for the installed version. What bears on neither text nor lines is undefined.
 */
export function operationAt(list: OperatorList, index: number): Operation | undefined {
  const fn = list.fnArray[index]
  if (fn === undefined) return undefined
  const plain = PLAIN.get(fn)
  if (plain !== undefined) return plain
  const args: readonly unknown[] = listOf(list.argsArray[index])
  const entry = NUMBER_ENTRIES.get(fn)
  if (entry !== undefined)
    return { kind: 'state', entries: [{ name: entry, value: numberOf(args[0]) }] }
  switch (fn) {
    case OPS.showText:
      return { kind: 'show', glyphs: listOf(args[0]).filter(isGlyphOrNumber) }
    case OPS.setTextMatrix:
      return optional(matrixOf(args[0]), (matrix) => ({ kind: 'text-matrix', matrix }))
    case OPS.transform:
      return optional(matrixOf(args), (matrix) => ({ kind: 'transform', matrix }))
    case OPS.moveText:
    case OPS.setLeadingMoveText: {
      const leads = fn === OPS.setLeadingMoveText
      return { kind: 'move-text', x: numberOf(args[0]), y: numberOf(args[1]), leads }
    }
    case OPS.setFont:
      return { kind: 'state', entries: fontEntry(args) }
    case OPS.setFillRGBColor:
      return { kind: 'colour', of: 'fill', colour: `${args[0]}` }
    case OPS.setStrokeRGBColor:
      return { kind: 'colour', of: 'stroke', colour: `${args[0]}` }
    case OPS.setGState:
      return { kind: 'state', entries: listOf(args[0]).flatMap(stateEntries) }
    case OPS.constructPath:
      return pathOf(args)
    default:
      return structureAt(fn, args)
  }
}

/** The notes and form fields that are painted with the page. */
export function paintedNotes(list: OperatorList): ReadonlySet<string> {
  return new Set(
    list.fnArray.flatMap((fn, index) =>
      fn === OPS.beginAnnotation ? [`${listOf(list.argsArray[index])[0]}`] : [],
    ),
  )
}

/** Whether anything on the page belongs to a layer that can be switched off. */
export function usesLayers(list: OperatorList): boolean {
  return list.fnArray.some(
    (fn, index) => fn === OPS.beginMarkedContentProps && listOf(list.argsArray[index])[0] === 'OC',
  )
}

function structureAt(fn: number, args: readonly unknown[]): Operation | undefined {
  switch (fn) {
    case OPS.paintFormXObjectBegin:
      return { kind: 'begin-form', ...frameOf(args[0], args[1]) }
    case OPS.beginGroup: {
      const [group] = args
      const isMask = (fieldOf(group, 'smask') ?? null) !== null
      return {
        kind: 'begin-group',
        isMask,
        ...frameOf(fieldOf(group, 'matrix'), fieldOf(group, 'bbox')),
      }
    }
    case OPS.beginMarkedContentProps:
      return args[0] === 'OC' ? { kind: 'begin-marked', layer: args[1] } : { kind: 'begin-marked' }
    case OPS.beginAnnotation: {
      const matrices = [matrixOf(args[2]), matrixOf(args[3])].filter((m) => m !== undefined)
      return {
        kind: 'begin-annotation',
        id: `${args[0]}`,
        matrices,
        ...frameOf(undefined, args[1]),
      }
    }
    default:
      return undefined
  }
}

/** `constructPath` carries what to do with the path, the path as one Float32Array in a list, and its extent. */
function pathOf(args: readonly unknown[]): Operation {
  const paint = args[0]
  const commands = listOf(args[1])[0]
  return {
    kind: 'path',
    fill: typeof paint === 'number' && FILLS.has(paint),
    stroke: typeof paint === 'number' && STROKES.has(paint),
    commands: commands instanceof Float32Array ? commands : [],
  }
}

const BOTH = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill, ...BOTH])
const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke, ...BOTH])

function stateEntries(pair: unknown): StateEntry[] {
  const [key, value] = listOf(pair)
  switch (key) {
    case 'LW':
      return [{ name: 'lineWidth', value: numberOf(value) }]
    case 'ca':
      return [{ name: 'fillAlpha', value: numberOf(value) }]
    case 'CA':
      return [{ name: 'strokeAlpha', value: numberOf(value) }]
    case 'SMask':
      return [{ name: 'isMasked', value: value !== false }]
    case 'BM':
      return [{ name: 'blend', value: `${value}` }]
    case 'Font':
      return fontEntry(listOf(value))
    default:
      return []
  }
}

const fontEntry = (args: readonly unknown[]): StateEntry[] => [
  { name: 'font', font: `${args[0]}`, size: numberOf(args[1]) },
]

function frameOf(matrix: unknown, box: unknown): { matrix?: Matrix; box?: Corners } {
  const m = matrixOf(matrix)
  const [x0, y0, x1, y1] = numbersOf(box)
  const hasBox = x0 !== undefined && y0 !== undefined && x1 !== undefined && y1 !== undefined
  return { ...(m && { matrix: m }), ...(hasBox && { box: [x0, y0, x1, y1] as const }) }
}

function matrixOf(value: unknown): Matrix | undefined {
  if (!(value instanceof Float32Array) && !Array.isArray(value)) return undefined
  if (value.length < 6) return undefined
  const at = (index: number) => numberOf(value[index])
  return [at(0), at(1), at(2), at(3), at(4), at(5)]
}

const optional = <T>(value: T | undefined, build: (value: T) => Operation) =>
  value === undefined ? undefined : build(value)

const isGlyphOrNumber = (value: unknown): value is RawGlyph | number =>
  typeof value === 'number' ||
  (typeof fieldOf(value, 'unicode') === 'string' && typeof fieldOf(value, 'width') === 'number')
