import { CheckOutlined, DeleteOutlined, PrinterOutlined, RollbackOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReportsView } from './use-reports-view.ts'

interface Props {
  readonly view: ReportsView
  readonly onPrint: (ids: readonly number[]) => void
  readonly onDone: (ids: readonly number[]) => void
  readonly onReopen: (ids: readonly number[]) => void
  readonly onDelete: (ids: readonly number[]) => void
}

/** How many are shown, and what can be done with those that are chosen. Always there, so that nothing moves. */
export function SelectionBar({ view, onPrint, onDone, onReopen, onDelete }: Props) {
  const { all, shown, selected, setSelected } = view
  const ids = [...selected]
  const isOff = ids.length === 0
  const closed = shown.filter(({ id, closedAt }) => selected.has(id) && closedAt !== null)
  return (
    <div className="selection-bar">
      <p role="status">
        {shown.length === all.length
          ? `共 ${all.length} 份`
          : `显示 ${shown.length} 份，共 ${all.length} 份`}
        {isOff ? '' : `；已选 ${ids.length} 份`}
      </p>
      <div className="selection-deeds">
        <Button
          icon={<PrinterOutlined aria-hidden />}
          disabled={isOff}
          onClick={() => onPrint(ids)}
        >
          打印清单
        </Button>
        {closed.length > 0 && closed.length === ids.length ? (
          <Button icon={<RollbackOutlined aria-hidden />} onClick={() => onReopen(ids)}>
            恢复待处理
          </Button>
        ) : (
          <Button icon={<CheckOutlined aria-hidden />} disabled={isOff} onClick={() => onDone(ids)}>
            标为已办
          </Button>
        )}
        <Button
          danger
          icon={<DeleteOutlined aria-hidden />}
          disabled={isOff}
          onClick={() => onDelete(ids)}
        >
          删除
        </Button>
        <Button type="text" disabled={isOff} onClick={() => setSelected(new Set())}>
          取消选择
        </Button>
      </div>
    </div>
  )
}
