import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { CellId } from '../../../../shared/form/edition.ts'
import { useElementSize } from '../../../ui/use-element-size.ts'
import { cleanHtml } from './clean-html.ts'
import { pageStyles } from './page-styles.ts'
import { type CellPlace, cellOfElement, type SourceMark } from './source-marks.ts'
import { useScrollToMark } from './use-scroll-to-mark.ts'

interface Props {
  readonly html: string
  /** Points, where the document is made of pages: they are then as wide as the view. */
  readonly pageWidth: number | undefined
  readonly zoom: number
  readonly marks: readonly SourceMark[]
  readonly cells: readonly CellPlace[]
  readonly onPick: (id: CellId) => void
}

/**
 * A Word or web page as it looks. It was sanitised when it was read and is sanitised again here; it stands in a
 * shadow tree, where neither its ids nor its styles meet those of the desk.
 */
export function HtmlSource({ html, pageWidth, zoom, marks, cells, onPick }: Props) {
  const view = useRef<HTMLElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<ShadowRoot | null>(null)
  const { width } = useElementSize(view)
  const content = useMemo(() => cleanHtml(html), [html])
  useEffect(() => {
    const element = host.current
    if (element === null) return
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [pageStyles()]
    shadow.replaceChildren(content.cloneNode(true))
    setRoot(shadow)
  }, [content])
  useEffect(() => (root === null ? undefined : setMarks(root, marks)), [root, marks])
  useScrollToMark(view, marks, root !== null, root)

  const onClick = (event: MouseEvent): void => {
    if (root === null || getSelection()?.isCollapsed === false) return
    const ids = event.nativeEvent
      .composedPath()
      .flatMap((node) => (node instanceof Element && node.id !== '' ? [node.id] : []))
    const id = cellOfElement(cells, ids)
    if (id !== null) onPick(id)
  }
  const isPages = pageWidth !== undefined
  const scale = isPages ? fitting(pageWidth, width) * zoom : zoom
  return (
    <section
      ref={view}
      className={isPages ? 'source-view pages-view' : 'source-view'}
      aria-label="原文"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a view that scrolls must be reached by keyboard.
      tabIndex={0}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the form beside it is the way by keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above. */}
      <div
        ref={host}
        className={isPages ? 'pages' : 'paper'}
        style={{ zoom: scale }}
        onClick={onClick}
      />
    </section>
  )
}

/** Room left and right of pages, in CSS pixels. */
const SIDE = 24

const PIXELS_A_POINT = 96 / 72

/** The zoom at which a page is as wide as the view; 1 while that is not known. */
const fitting = (pageWidth: number, viewWidth: number): number =>
  viewWidth > SIDE ? (viewWidth - SIDE) / (pageWidth * PIXELS_A_POINT) : 1

/** Puts the marks on their elements; returns what takes them off. */
function setMarks(root: ShadowRoot, marks: readonly SourceMark[]): () => void {
  const marked = marks.flatMap(({ kind, place }) => {
    const element = place.kind === 'element' ? root.getElementById(place.id) : null
    return element === null ? [] : [{ element, kind }]
  })
  // The selected ones last: an element that is both shows as selected.
  for (const { element, kind } of marked.toSorted(
    (left, right) => rank(left.kind) - rank(right.kind),
  ))
    element.setAttribute('data-mark', kind)
  return () => {
    for (const { element } of marked) element.removeAttribute('data-mark')
  }
}

const rank = (kind: SourceMark['kind']): number => (kind === 'selected' ? 1 : 0)
