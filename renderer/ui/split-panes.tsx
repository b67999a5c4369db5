import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { clampFraction, fractionAfterKey } from './split-fraction.ts'
import { useElementSize } from './use-element-size.ts'
import { useRem } from './use-rem.ts'
import './split-panes.css'

interface Props {
  /** `row`: side by side. `column`: one above the other. */
  readonly direction: 'row' | 'column'
  /** Part of the space that the first pane has, 0 to 1. */
  readonly fraction: number
  /** Called when the border has come to rest. */
  readonly onChange: (fraction: number) => void
  /** Smallest size of either pane, in rem. */
  readonly smallest: number
  /** What the border divides, for a screen reader: `原文和表格`. */
  readonly label: string
  readonly first: ReactNode
  readonly second: ReactNode
}

/** Two panes with a border that is moved with the mouse or, when it has the focus, with the arrow keys. */
export function SplitPanes({
  direction,
  fraction,
  onChange,
  smallest,
  label,
  first,
  second,
}: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const { width, height } = useElementSize(frame)
  const rem = useRem()
  const size = direction === 'row' ? width : height
  const clamp = (wanted: number): number => clampFraction(wanted, size, smallest * rem)
  const shown = clamp(dragged ?? fraction)

  const onPointerMove = (event: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect()
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const offset = direction === 'row' ? event.clientX - box.left : event.clientY - box.top
    setDragged(clamp(offset / size))
  }
  const onPointerUp = (): void => {
    if (dragged !== null) onChange(dragged)
    setDragged(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = fractionAfterKey(event.key, shown)
    if (next === null) return
    event.preventDefault()
    onChange(clamp(next))
  }

  return (
    <div ref={frame} className={`split split-${direction}`}>
      <div className="split-pane" style={{ flexBasis: `${shown * 100}%` }}>
        {first}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be focused and moved. */}
      <div
        className="split-border"
        role="separator"
        tabIndex={0}
        aria-label={`调整${label}的大小`}
        aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
        aria-valuenow={Math.round(shown * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDragged(null)}
        onDoubleClick={() => onChange(clamp(0.5))}
        onKeyDown={onKeyDown}
      />
      <div className="split-pane split-rest">{second}</div>
    </div>
  )
}
