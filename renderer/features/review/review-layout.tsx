import { type ReactNode, useRef } from 'react'
import { SplitPanes } from '../../ui/split-panes.tsx'
import { useElementSize } from '../../ui/use-element-size.ts'
import { useRem } from '../../ui/use-rem.ts'
import type { ReviewSettings } from './use-review-settings.ts'

interface Props {
  readonly settings: ReviewSettings
  readonly source: ReactNode
  readonly tables: ReactNode
  readonly findings: ReactNode
}

/** From this width on there is room for three columns, in rem. */
const WIDE = 105

/** Below this width source and tables do not fit side by side: one above the other, in rem. */
const NARROW = 56

/** Source at the left, tables and findings at the right; three columns on a wide screen, one on a very narrow one. */
export function ReviewLayout({ settings, source, tables, findings }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const { width, height } = useElementSize(frame)
  const rem = useRem()
  const isWide = width >= WIDE * rem
  const isNarrow = width < NARROW * rem
  const right = (
    <SplitPanes
      key={isWide ? 'wide' : 'high'}
      direction={isWide ? 'row' : 'column'}
      fraction={isWide ? settings.tablesWidth : settings.tablesHeight}
      onChange={isWide ? settings.setTablesWidth : settings.setTablesHeight}
      smallest={isWide ? 24 : 10}
      label="表格和问题"
      first={tables}
      second={findings}
    />
  )
  return (
    <div ref={frame} className={`review-body${isNarrow ? ' review-narrow' : ''}`}>
      {width === 0 || height === 0 ? null : isNarrow ? (
        <div className="review-stack">
          <div>{findings}</div>
          <div>{tables}</div>
          <div>{source}</div>
        </div>
      ) : (
        <SplitPanes
          direction="row"
          fraction={settings.sourceWidth}
          onChange={settings.setSourceWidth}
          smallest={20}
          label="原文和表格"
          first={source}
          second={right}
        />
      )}
    </div>
  )
}
