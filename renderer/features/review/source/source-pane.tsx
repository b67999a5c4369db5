import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type { CellId } from '../../../../shared/form/edition.ts'
import type { ReportView } from '../../../../shared/ipc/contract.ts'
import { Failure, Loading } from '../../../ui/screen-states.tsx'
import { HtmlSource } from './html-source.tsx'
import { LinesSource } from './lines-source.tsx'
import { PdfSource } from './pdf-source.tsx'
import type { CellPlace, SourceMark } from './source-marks.ts'
import { zoomAfter } from './source-zoom.ts'
import './source-pane.css'

interface Props {
  readonly view: ReportView
  /** The file; null while it is read, `absent` where it was not kept. */
  readonly bytes: Uint8Array | 'absent' | null
  readonly fileName: string
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
  readonly marks: readonly SourceMark[]
  readonly cells: readonly CellPlace[]
  readonly onPick: (id: CellId) => void
}

/** The left half: the document as it looks, with what is looked at marked in it. */
export function SourcePane(props: Props) {
  const { fileName, zoom, onZoom } = props
  return (
    <div className="source-pane">
      <header className="pane-head">
        <h2 title={fileName}>
          <span>原文</span>
          <small>{fileName}</small>
        </h2>
        <fieldset className="source-zoom">
          <legend className="visually-hidden">原文缩放</legend>
          <Tooltip title="缩小原文">
            <Button
              icon={<MinusOutlined aria-hidden />}
              aria-label="缩小原文"
              onClick={() => onZoom(zoomAfter(zoom, -1))}
            />
          </Tooltip>
          <Button onClick={() => onZoom(1)} aria-label={`原文缩放 ${percent(zoom)}，点一下恢复`}>
            <span className="figures">{percent(zoom)}</span>
          </Button>
          <Tooltip title="放大原文">
            <Button
              icon={<PlusOutlined aria-hidden />}
              aria-label="放大原文"
              onClick={() => onZoom(zoomAfter(zoom, 1))}
            />
          </Tooltip>
        </fieldset>
      </header>
      <SourceContent {...props} />
    </div>
  )
}

const percent = (zoom: number): string => `${Math.round(zoom * 100)}%`

function SourceContent({ view, bytes, zoom, marks, cells, onPick }: Props) {
  const common = { zoom, marks, cells, onPick }
  switch (view.kind) {
    case 'html':
      return <HtmlSource html={view.html} pageWidth={view.pageWidth} {...common} />
    case 'lines':
      return <LinesSource lines={view.lines} {...common} />
    case 'pdf':
      if (bytes === null) return <Loading what="原文" />
      return bytes === 'absent' ? (
        <Failure
          title="原文没有保存下来"
          advice="读出的表格和问题都在；请把这个文件重新拖进来，就能对照原文。"
        />
      ) : (
        <PdfSource bytes={bytes} {...common} />
      )
  }
}
