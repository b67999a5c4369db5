import type { Box } from '../../../shared/document/source-document.ts'
import type { Glyph, PageContent, Strip } from '../pdf/page-content.ts'
import type { NamedBox } from './place-in-view.ts'

/** Pages as HTML: every glyph and line where the file puts it, and an empty element over each named box. */
export function pagesView(pages: readonly PageContent[], boxes: readonly NamedBox[]): string {
  const byPage = Map.groupBy(boxes, ({ place }) => place.page)
  return pages.map((page) => pageHtml(page, byPage.get(page.page) ?? [])).join('')
}

/** In points. A hairline would vanish on a screen. */
const THINNEST = 0.75

function pageHtml(page: PageContent, boxes: readonly NamedBox[]): string {
  const size = `width:${points(page.width)};min-width:${points(page.width)};height:${points(page.height)}`
  return [
    `<div style="position:relative;${size};margin:0 auto 12pt;background:#fff;overflow:hidden;line-height:1">`,
    // Below the text, so that a mark does not cover what it marks.
    ...boxes.map(({ id, place }) => `<div id="${id}" style="${boxStyle(place.box)}"></div>`),
    ...page.strips.map(stripHtml),
    ...runsOf(page.glyphs).map(runHtml),
    '</div>',
  ].join('')
}

/** Glyphs that are one text to the program that wrote them and stand evenly on one line need one element only. */
function runsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const runs: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1)
    if (last !== undefined && follows(last, glyph)) runs.at(-1)?.push(glyph)
    else runs.push([glyph])
  }
  return runs
}

/** In points: how far a glyph may stand from where the one before it ends. */
const GAP = 0.5

const follows = (before: Glyph, glyph: Glyph): boolean =>
  before.run === glyph.run &&
  before.direction === 'right' &&
  glyph.direction === 'right' &&
  Math.abs(before.box.top - glyph.box.top) < GAP &&
  Math.abs(before.box.right - glyph.box.left) < GAP

function runHtml(glyphs: readonly Glyph[]): string {
  const [first] = glyphs
  if (first === undefined) return ''
  const text = escapeHtml(glyphs.map((glyph) => glyph.text).join(''))
  const { left, top } = first.box
  return `<span style="position:absolute;left:${points(left)};top:${points(top)};max-width:none;font-size:${points(first.size)};white-space:pre">${text}</span>`
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

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
