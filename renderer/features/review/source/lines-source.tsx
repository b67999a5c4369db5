import { type MouseEvent, memo, useMemo, useRef } from 'react'
import type { CellId } from '../../../../shared/form/edition.ts'
import {
  type CellPlace,
  cellAtLinePoint,
  cutLine,
  type LinePoint,
  marksByLine,
  type SourceMark,
} from './source-marks.ts'
import { useScrollToMark } from './use-scroll-to-mark.ts'

interface Props {
  readonly lines: readonly string[]
  readonly zoom: number
  readonly marks: readonly SourceMark[]
  readonly cells: readonly CellPlace[]
  readonly onPick: (id: CellId) => void
}

const NO_MARKS: readonly SourceMark[] = []

/** A text file as numbered lines. */
export function LinesSource({ lines, zoom, marks, cells, onPick }: Props) {
  const view = useRef<HTMLElement>(null)
  const byLine = useMemo(() => marksByLine(marks), [marks])
  useScrollToMark(view, marks, true)
  const onClick = (event: MouseEvent): void => {
    if (getSelection()?.isCollapsed === false) return
    const at = pointOf(event)
    const id = at === null ? null : cellAtLinePoint(cells, lines[at.line - 1] ?? '', at)
    if (id !== null) onPick(id)
  }
  const items = useMemo(() => lines.map((text, index) => ({ text, line: index + 1 })), [lines])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a view that scrolls must be reached by keyboard.
    <section ref={view} className="source-view lines-view" aria-label="原文" tabIndex={0}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the form beside it is the way by keyboard. */}
      <ol className="paper" style={{ zoom }} onClick={onClick}>
        {items.map(({ text, line }) => (
          <Line key={line} text={text} line={line} marks={byLine.get(line) ?? NO_MARKS} />
        ))}
      </ol>
    </section>
  )
}

interface LineProps {
  readonly text: string
  readonly line: number
  readonly marks: readonly SourceMark[]
}

const Line = memo(function Line({ text, line, marks }: LineProps) {
  return (
    <li data-line={line}>
      {cutLine(text, line, marks).map(({ column, text: piece, kind }) =>
        kind === null ? (
          <span key={column} data-column={column}>
            {piece}
          </span>
        ) : (
          <mark
            key={`${column} ${piece.length}`}
            className={`source-mark source-${kind}`}
            data-mark={kind}
            data-column={column}
          >
            {piece}
          </mark>
        ),
      )}
    </li>
  )
})

/** What of the text lies under the pointer; null outside of it. */
function pointOf({ clientX, clientY, target }: MouseEvent): LinePoint | null {
  const item = target instanceof Element ? target.closest('[data-line]') : null
  if (item === null || !(target instanceof Element)) return null
  const line = Number(item.getAttribute('data-line'))
  // The mark of a blank cell holds no text that a caret could stand in.
  if (target.matches('[data-column]:empty'))
    return { line, caret: Number(target.getAttribute('data-column')), character: null }
  const caret = document.caretPositionFromPoint(clientX, clientY)
  const node = caret?.offsetNode
  const piece = node?.parentElement?.closest('[data-column]')
  if (!(node instanceof Text) || piece === null || piece === undefined || !item.contains(piece))
    return null
  const offset = caret?.offset ?? 0
  const start = Number(piece.getAttribute('data-column'))
  // The caret stands beside the character: which side depends on the half that was hit.
  const hit = [offset - 1, offset].find((at) => isOver(node, at, clientX, clientY))
  return { line, caret: start + offset, character: hit === undefined ? null : start + hit }
}

function isOver(node: Text, at: number, x: number, y: number): boolean {
  if (at < 0 || at >= node.length) return false
  const range = document.createRange()
  range.setStart(node, at)
  range.setEnd(node, at + 1)
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  )
}
