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

/** Below this width source and tables do not fit side by side, in rem; review.css names it too. */
const NARROW = 56

/**
 * Source at the left, tables and findings at the right; three columns on a wide screen. With the largest text three
 * strips one below the other, all in view: what a finding is about must be seen beside it.
 */
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
        <SplitPanes
          direction="column"
          fraction={settings.findingsStrip}
          onChange={settings.setFindingsStrip}
          smallest={4}
          label="问题和表格"
          first={findings}
          second={
            <SplitPanes
              direction="column"
              fraction={settings.tablesStrip}
              onChange={settings.setTablesStrip}
              smallest={4}
              label="表格和原文"
              first={tables}
              second={source}
            />
          }
        />
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
