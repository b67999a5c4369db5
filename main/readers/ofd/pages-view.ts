import type { Box } from '../../../shared/document/source-document.ts'
import { escapeMarkup } from '../../escape-markup.ts'
import { centreX, centreY, contains } from '../pdf/boxes.ts'
import type { Glyph, PageContent, Strip } from '../pdf/page-content.ts'
import type { NamedBox } from './place-in-view.ts'

/** Pages as HTML: every glyph and line where the file puts it, and an element for each named box. */
export function pagesView(pages: readonly PageContent[], boxes: readonly NamedBox[]): string {
  const byPage = Map.groupBy(boxes, ({ place }) => place.page)
  return pages.map((page) => pageHtml(page, byPage.get(page.page) ?? [])).join('')
}

/** In points. A hairline would vanish on a screen. */
const THINNEST = 0.75

function pageHtml(page: PageContent, boxes: readonly NamedBox[]): string {
  const size = `width:${points(page.width)};min-width:${points(page.width)};height:${points(page.height)}`
  const runs = Map.groupBy(runsOf(page.glyphs, boxes), ({ box }) => box)
  const textsIn = (box: NamedBox | undefined): string =>
    (runs.get(box) ?? []).map((run) => runHtml(run, box?.place.box ?? CORNER)).join('')
  return [
    `<div style="position:relative;${size};margin:0 auto 12pt;background:#fff;overflow:hidden;line-height:1">`,
    // A text stands inside the box it belongs to: a click on it is a click on that place.
    ...boxes.map(
      (box) => `<div id="${box.id}" style="${boxStyle(box.place.box)}">${textsIn(box)}</div>`,
    ),
    textsIn(undefined),
    ...page.strips.map(stripHtml),
    '</div>',
  ].join('')
}

const CORNER = { left: 0, top: 0 }

interface Run {
  /** Where its text was read; undefined for what is no part of the report, such as a page number. */
  readonly box: NamedBox | undefined
  readonly glyphs: Glyph[]
}

/** Glyphs that are one text to the program that wrote them and stand evenly on one line need one element only. */
function runsOf(glyphs: readonly Glyph[], boxes: readonly NamedBox[]): readonly Run[] {
  const runs: Run[] = []
  for (const glyph of glyphs) {
    const box = boxOf(glyph, boxes)
    const last = runs.at(-1)
    const before = last?.glyphs.at(-1)
    const goesOn = before !== undefined && last?.box === box && follows(before, glyph)
    if (goesOn) last?.glyphs.push(glyph)
    else runs.push({ box, glyphs: [glyph] })
  }
  return runs
}

/** In points: how far the middle of a glyph may lie outside its box. */
const SLACK = 1

const boxOf = ({ box }: Glyph, boxes: readonly NamedBox[]): NamedBox | undefined =>
  boxes.find(({ place }) => contains(place.box, centreX(box), centreY(box), SLACK))

/** In points: how far a glyph may stand from where the one before it ends. */
const GAP = 0.5

const follows = (before: Glyph, glyph: Glyph): boolean =>
  before.run === glyph.run &&
  before.direction === 'right' &&
  glyph.direction === 'right' &&
  Math.abs(before.box.top - glyph.box.top) < GAP &&
  Math.abs(before.box.right - glyph.box.left) < GAP

/** Positions count from the corner of the box that the text stands in. */
function runHtml({ glyphs }: Run, { left, top }: Pick<Box, 'left' | 'top'>): string {
  const [first] = glyphs
  if (first === undefined) return ''
  const text = escapeMarkup(glyphs.map((glyph) => glyph.text).join(''))
  const at = `left:${points(first.box.left - left)};top:${points(first.box.top - top)}`
  return `<span style="position:absolute;${at};max-width:none;font-size:${points(first.size)};white-space:pre">${text}</span>`
}

function stripHtml({ axis, at, from, to }: Strip): string {
  const half = THINNEST / 2
  const box: Box =
    axis === 'horizontal'
      ? { left: from, right: to, top: at - half, bottom: at + half }
      : { left: at - half, right: at + half, top: from, bottom: to }
  return `<div style="${boxStyle(box)};background:#000"></div>`
}

const boxStyle = ({ left, top, right, bottom }: Box): string =>
  `position:absolute;left:${points(left)};top:${points(top)};width:${points(right - left)};height:${points(bottom - top)}`

const points = (value: number): string => `${Math.round(value * 100) / 100}pt`
