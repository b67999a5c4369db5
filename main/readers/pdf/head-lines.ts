import { boxAround, widthOf } from './boxes.ts'
import type { Piece } from './pieces.ts'
import type { PieceLine } from './value-rows.ts'

/** What the headings stand above. */
export interface Below {
  /** Where it begins, in points from the top of the page. */
  readonly top: number
  readonly size: number
  readonly width: number
  /** From the foot of one row to the head of the next, in points. */
  readonly rowGap: number
}

/**
 * In ems: headings stand no further above the rows or one another, unless the rows are as far apart, or there are
 * many side by side.
 */
const HEAD_GAP = 1.6
const ROW_SLACK = 0.8
const WIDE_HEAD_GAP = 3
const MANY = 3
/** Share by which headings may be larger or smaller than the rows. */
const HEAD_SIZE = 0.1
/** Share of the rows' width from which a single text is a sentence and no heading. */
const SENTENCE = 0.7

/** How the title of a part of a document begins: 三、 */
const NUMBERED = /^\s*[一二三四五六七八九十]+\s*、/u

/** In ems: lines nearer to one another than this stand side by side in one row of headings. */
const SAME_ROW = 1.05

/** The words above rows that are their headings; `above` is in order from the top. */
export function headPieces(above: readonly PieceLine[], below: Below): readonly Piece[] {
  const { size, width, rowGap } = below
  const widestGap = Math.max(HEAD_GAP * size, rowGap + ROW_SLACK * size)
  const rows: { level: number; readonly pieces: Piece[] }[] = []
  let { top } = below
  for (const { line, pieces, level } of above.toReversed()) {
    const box = boxAround(pieces.map((piece) => piece.box))
    if (box === undefined) continue
    const [only, ...others] = pieces
    const isAlone = only !== undefined && others.length === 0
    const gap =
      isAlone || pieces.length < MANY ? widestGap : Math.max(widestGap, WIDE_HEAD_GAP * size)
    const isTitle = isAlone && (widthOf(box) > SENTENCE * width || NUMBERED.test(only.text))
    const isOtherSize = Math.abs(line.size - size) > HEAD_SIZE * size
    if (top - box.bottom > gap || isOtherSize || isTitle || line.direction !== 'right') break
    const last = rows.at(-1)
    if (last !== undefined && last.level - level < SAME_ROW * size) {
      last.pieces.push(...pieces)
      last.level = level
    } else rows.push({ level, pieces: [...pieces] })
    top = Math.min(top, box.top)
  }
  // A single text on top is more likely a title than a heading of columns, and is none that is needed.
  const end = rows.findLastIndex(({ pieces }) => pieces.length > 1) + 1
  return rows.slice(0, end).flatMap(({ pieces }) => pieces)
}
