import { type MouseEvent, memo, useMemo, useRef } from 'react'
import type { CellId } from '../../../../shared/form/edition.ts'
import {
  type CellPlace,
  cellAtPosition,
  cutLine,
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
    const at = positionAt(event)
    const id = at === null ? null : cellAtPosition(cells, at.line, at.column)
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

/** Line and column under the pointer, from 1. */
function positionAt({
  clientX,
  clientY,
  target,
}: MouseEvent): { line: number; column: number } | null {
  const line = target instanceof Element ? target.closest('[data-line]') : null
  const caret = document.caretPositionFromPoint(clientX, clientY)
  if (!(line instanceof Element) || caret === null) return null
  const piece = caret.offsetNode.parentElement?.closest('[data-column]')
  const start = piece instanceof Element ? Number(piece.getAttribute('data-column')) : 1
  return { line: Number(line.getAttribute('data-line')), column: start + caret.offset }
}
