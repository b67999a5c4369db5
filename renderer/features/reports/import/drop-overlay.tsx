import { InboxOutlined } from '@ant-design/icons'

/** Lies over the whole window while files are dragged over it. */
export function DropOverlay() {
  return (
    <div className="drop-overlay" aria-hidden>
      <div>
        <InboxOutlined aria-hidden />
        <p>放开鼠标，核对这些文件和文件夹</p>
      </div>
    </div>
  )
}
