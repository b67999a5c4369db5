import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist'
import { type MouseEvent, memo, useEffect, useRef, useState } from 'react'
import type { PageSize } from './open-pdf.ts'
import type { SourceMark } from './source-marks.ts'

interface Props {
  readonly pdf: PDFDocumentProxy
  readonly size: PageSize
  /** CSS pixels a point. */
  readonly scale: number
  readonly marks: readonly SourceMark[]
  readonly onPick: (page: number, x: number, y: number) => void
}

/** One page: the picture, the text over it that can be selected, and the marks. Drawn only when it comes near. */
export const PdfPage = memo(function PdfPage({ pdf, size, scale, marks, onPick }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const isNear = useIsNear(frame)
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    if (getSelection()?.isCollapsed === false) return
    const box = event.currentTarget.getBoundingClientRect()
    onPick(size.page, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the form beside it is the way by keyboard.
    <section
      ref={frame}
      className="pdf-page"
      aria-label={`第 ${size.page} 页`}
      data-page={size.page}
      style={{
        width: `${size.width * scale}px`,
        height: `${size.height * scale}px`,
        '--total-scale-factor': scale,
        '--scale-round-x': '1px',
        '--scale-round-y': '1px',
      }}
      onClick={onClick}
    >
      {isNear ? <PageContent pdf={pdf} page={size.page} scale={scale} /> : null}
      {marks.map(({ kind, place }) =>
        place.kind !== 'page' ? null : (
          <span
            key={`${kind} ${place.box.left} ${place.box.top}`}
            className={`source-mark pdf-mark source-${kind}`}
            data-mark={kind}
            style={{
              left: `${(place.box.left / size.width) * 100}%`,
              top: `${(place.box.top / size.height) * 100}%`,
              width: `${((place.box.right - place.box.left) / size.width) * 100}%`,
              height: `${((place.box.bottom - place.box.top) / size.height) * 100}%`,
            }}
          />
        ),
      )}
    </section>
  )
})

interface ContentProps {
  readonly pdf: PDFDocumentProxy
  readonly page: number
  readonly scale: number
}

function PageContent({ pdf, page, scale }: ContentProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  useEffect(() => drawPicture(pdf, page, scale, canvas.current), [pdf, page, scale])
  useEffect(() => drawText(pdf, page, text.current), [pdf, page])
  return (
    <>
      <canvas ref={canvas} aria-hidden />
      <div ref={text} className="pdf-text" />
    </>
  )
}

/** Most pixels of one page's picture; beyond that it is drawn coarser, as canvases have limits. */
const MOST_PIXELS = 16_000_000

/** Draws into a canvas of its own first, so that zooming never shows an empty page. Returns what stops it. */
function drawPicture(
  pdf: PDFDocumentProxy,
  page: number,
  scale: number,
  canvas: HTMLCanvasElement | null,
): () => void {
  const abort = new AbortController()
  const draw = async (): Promise<void> => {
    const proxy = await pdf.getPage(page)
    if (abort.signal.aborted || canvas === null) return
    const plain = proxy.getViewport({ scale: 1 })
    const wanted = scale * devicePixelRatio
    const fine = Math.min(wanted, Math.sqrt(MOST_PIXELS / (plain.width * plain.height)))
    const viewport = proxy.getViewport({ scale: fine })
    const picture = document.createElement('canvas')
    picture.width = Math.ceil(viewport.width)
    picture.height = Math.ceil(viewport.height)
    const task = proxy.render({ canvas: picture, viewport })
    abort.signal.addEventListener('abort', () => task.cancel())
    await task.promise
    if (abort.signal.aborted) return
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    canvas.setAttribute('data-drawn', 'true')
  }
  draw().catch(ignoreCancelled)
  return () => abort.abort()
}

function drawText(pdf: PDFDocumentProxy, page: number, container: HTMLElement | null): () => void {
  const abort = new AbortController()
  const draw = async (): Promise<void> => {
    const proxy = await pdf.getPage(page)
    if (abort.signal.aborted || container === null) return
    const layer = new TextLayer({
      textContentSource: proxy.streamTextContent(),
      container,
      viewport: proxy.getViewport({ scale: 1 }),
    })
    abort.signal.addEventListener('abort', () => {
      layer.cancel()
      container.replaceChildren()
    })
    await layer.render()
  }
  draw().catch(ignoreCancelled)
  return () => abort.abort()
}

/** A page that is left while it is being drawn rejects; one that cannot be drawn stays white under its marks. */
const ignoreCancelled = (): void => {}

/** Whether the element is in view or about to come into it. */
function useIsNear(ref: { readonly current: Element | null }): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const root = element.closest('.source-view')
    const observer = new IntersectionObserver(
      ([entry]) => setIsNear(entry?.isIntersecting === true),
      { root, rootMargin: '80% 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return isNear
}
