import { useCallback, useMemo, useRef } from 'react'
import type { CellId } from '../../../../shared/form/edition.ts'
import { Failure, Loading } from '../../../ui/screen-states.tsx'
import { useElementSize } from '../../../ui/use-element-size.ts'
import type { OpenPdf } from './open-pdf.ts'
import { PdfPage } from './pdf-page.tsx'
import { type CellPlace, cellAtPoint, type SourceMark } from './source-marks.ts'
import { useOpenPdf } from './use-open-pdf.ts'
import { useScrollToMark } from './use-scroll-to-mark.ts'

interface Props {
  readonly bytes: Uint8Array
  readonly zoom: number
  readonly marks: readonly SourceMark[]
  readonly cells: readonly CellPlace[]
  readonly onPick: (id: CellId) => void
}

/** The pages of a PDF as they are printed. */
export function PdfSource({ bytes, ...rest }: Props) {
  const pdf = useOpenPdf(bytes)
  if (pdf === 'loading') return <Loading what="原文" />
  if (pdf === 'failed')
    return (
      <Failure
        title="原文画不出来"
        advice="读出的表格和问题不受影响；请点“打开原件”，用电脑上的 PDF 软件对照。"
      />
    )
  return <Pages pdf={pdf} {...rest} />
}

/** Room left and right of the pages, in CSS pixels. */
const SIDE = 24

const NO_MARKS: readonly SourceMark[] = []

function Pages({
  pdf,
  zoom,
  marks,
  cells,
  onPick,
}: Omit<Props, 'bytes'> & { readonly pdf: OpenPdf }) {
  const view = useRef<HTMLDivElement>(null)
  const { width } = useElementSize(view)
  const widest = Math.max(...pdf.pages.map((page) => page.width))
  const scale = width === 0 ? 0 : ((width - SIDE) / widest) * zoom
  const byPage = useMemo(
    () => Map.groupBy(marks, ({ place }) => (place.kind === 'page' ? place.page : 0)),
    [marks],
  )
  useScrollToMark(view, marks, scale > 0)
  const onPoint = useCallback(
    (page: number, x: number, y: number) => {
      const id = cellAtPoint(cells, page, x, y)
      if (id !== null) onPick(id)
    },
    [cells, onPick],
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a view that scrolls must be reached by keyboard.
    <section ref={view} className="source-view pdf-view" aria-label="原文" tabIndex={0}>
      {scale === 0
        ? null
        : pdf.pages.map((size) => (
            <PdfPage
              key={size.page}
              pdf={pdf.document}
              size={size}
              scale={scale}
              marks={byPage.get(size.page) ?? NO_MARKS}
              onPick={onPoint}
            />
          ))}
    </section>
  )
}
