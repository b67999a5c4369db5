import type { Box } from '../../../shared/document/source-document.ts'
import { centreX, centreY, contains } from './boxes.ts'
import type { PageContent } from './page-content.ts'
import { settlePageEnds } from './page-ends.ts'
import type { PageLines } from './page-lines.ts'
import { type RuledPage, ruledTables } from './page-tables.ts'
import { withoutRunningLines } from './running-lines.ts'
import { withStampsDoubted } from './stamped-cells.ts'
import { withStruckDoubted } from './struck-text.ts'
import { linesOf } from './text-lines.ts'
import { turnUpright } from './turn-page.ts'
import { type UnruledPage, unruledTables } from './unruled-tables.ts'

/** The tables and lines of pages of placed text, without what repeats at the head and foot of every page. */
export function layOutPages(pages: readonly PageContent[]): readonly PageLines[] {
  let before: UnruledPage['open']
  const laidOut = pages.map((page) => {
    const { lines, open } = layOut(page, before)
    before = open
    return lines
  })
  return settlePageEnds(withoutRunningLines(laidOut))
}

function layOut(
  page: PageContent,
  before: UnruledPage['open'],
): { readonly lines: PageLines; readonly open: UnruledPage['open'] } {
  const { content: upright, toShown } = turnUpright(page)
  const content = { ...upright, glyphs: withStruckDoubted(upright.glyphs, upright.strips) }
  const infer = ({ rest, rulings }: RuledPage) =>
    unruledTables(linesOf([...rest.words.flat(), ...rest.blanks]), {
      page: page.page,
      rulings,
      hidden: rest.hidden,
      before,
    })
  let ruled = ruledTables(content, () => false)
  let unruled = infer(ruled)
  const isInferred = (box: Box) =>
    unruled.tables.some((table) => contains(box, centreX(table.box), centreY(table.box)))
  const lost = ruled.partlyRuled.filter((box) => !isInferred(box))
  // What cannot be read by the places of its texts is at least read by the lines that are there.
  if (lost.length > 0) {
    ruled = ruledTables(content, (box) => lost.some(({ top }) => top === box.top))
    unruled = infer(ruled)
  }
  return {
    lines: {
      page: page.page,
      height: content.height,
      tables: [...ruled.tables, ...unruled.tables].map(withStampsDoubted),
      lines: unruled.rest,
      toShown,
      hasImage: page.hasImage,
    },
    open: unruled.open,
  }
}
