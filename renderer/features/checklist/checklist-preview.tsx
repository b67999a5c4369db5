import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useElementSize } from '../../ui/use-element-size.ts'
import { PAGE } from './sheet-styles.ts'

interface Props {
  readonly frame: RefObject<HTMLIFrameElement | null>
  readonly html: string
}

/** CSS pixels that a page needs with the room around it. */
const PAGE_PIXELS = ((PAGE.width + 10) * 96) / 25.4

/** The pages in a document of their own: no script runs in it, and it prints by itself. */
export function ChecklistPreview({ frame, html }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const { width } = useElementSize(place)
  const zoom = Math.min(1.5, width / PAGE_PIXELS)
  const fit = useCallback(() => {
    frame.current?.contentDocument?.documentElement.style.setProperty('--preview-zoom', `${zoom}`)
  }, [frame, zoom])
  useEffect(fit, [fit])
  return (
    <div ref={place} className="checklist-preview">
      <iframe
        ref={frame}
        title="清单预览"
        sandbox="allow-same-origin allow-modals"
        srcDoc={html}
        onLoad={fit}
      />
    </div>
  )
}
