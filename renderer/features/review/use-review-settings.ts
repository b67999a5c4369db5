import { useMemo, useState } from 'react'
import { useKeepSetting, useSettings } from '../../use-settings.ts'

/** How a person has set up the review; panes and lens are remembered for the next time. */
export interface ReviewSettings {
  /** Parts of the space, 0 to 1. */
  readonly sourceWidth: number
  readonly tablesHeight: number
  readonly tablesWidth: number
  /** Of strips one below the other. */
  readonly findingsStrip: number
  readonly tablesStrip: number
  readonly setSourceWidth: (part: number) => void
  readonly setTablesHeight: (part: number) => void
  readonly setTablesWidth: (part: number) => void
  readonly setFindingsStrip: (part: number) => void
  readonly setTablesStrip: (part: number) => void
  readonly hasLens: boolean
  readonly setLens: (isOn: boolean) => void
}

type Pane = 'sourceWidth' | 'tablesHeight' | 'tablesWidth' | 'findingsStrip' | 'tablesStrip'

const DEFAULT_PARTS: Readonly<Record<Pane, number>> = {
  sourceWidth: 0.42,
  tablesHeight: 0.62,
  tablesWidth: 0.6,
  findingsStrip: 0.39,
  tablesStrip: 0.54,
}

export function useReviewSettings(): ReviewSettings {
  const { panes, lens } = useSettings()
  const keep = useKeepSetting()
  // What was just dragged holds until it comes back from the store, so that the border does not jump.
  const [dragged, setDragged] = useState<Partial<Record<Pane, number>>>({})
  return useMemo(() => {
    const partOf = (pane: Pane): number => dragged[pane] ?? panes[pane] ?? DEFAULT_PARTS[pane]
    const setPart = (pane: Pane) => (part: number) => {
      setDragged((old) => ({ ...old, [pane]: part }))
      keep('panes', { ...panes, ...dragged, [pane]: part })
    }
    return {
      sourceWidth: partOf('sourceWidth'),
      tablesHeight: partOf('tablesHeight'),
      tablesWidth: partOf('tablesWidth'),
      findingsStrip: partOf('findingsStrip'),
      tablesStrip: partOf('tablesStrip'),
      setSourceWidth: setPart('sourceWidth'),
      setTablesHeight: setPart('tablesHeight'),
      setTablesWidth: setPart('tablesWidth'),
      setFindingsStrip: setPart('findingsStrip'),
      setTablesStrip: setPart('tablesStrip'),
      hasLens: lens,
      setLens: (isOn) => keep('lens', isOn),
    }
  }, [panes, lens, keep, dragged])
}
