import type { PageContent } from './page-content.ts'
import { settlePageEnds } from './page-ends.ts'
import type { PageLines } from './page-lines.ts'
import { ruledTables } from './page-tables.ts'
import { withoutRunningLines } from './running-lines.ts'
import { linesOf } from './text-lines.ts'
import { turnUpright } from './turn-page.ts'
import { unruledTables } from './unruled-tables.ts'

/** The tables and lines of pages of placed text, without what repeats at the head and foot of every page. */
export const layOutPages = (pages: readonly PageContent[]): readonly PageLines[] =>
  settlePageEnds(withoutRunningLines(pages.map(layOut)))

function layOut(page: PageContent): PageLines {
  const { content, toShown } = turnUpright(page)
  const ruled = ruledTables(content)
  const lines = linesOf([...ruled.rest.words.flat(), ...ruled.rest.blanks])
  const unruled = unruledTables(page.page, lines, ruled.stacks)
  return {
    page: page.page,
    height: content.height,
    tables: [...ruled.tables, ...unruled.tables],
    lines: unruled.rest,
    toShown,
    hasImage: page.hasImage,
  }
}
