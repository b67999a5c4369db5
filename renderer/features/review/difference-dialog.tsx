import { SplitCellsOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import type { FindingsDifference } from '../../../shared/desk/version-difference.ts'
import { DifferenceList } from './difference-list.tsx'

interface Props {
  /** Of the later version. */
  readonly number: number
  readonly difference: FindingsDifference
  readonly isCurrent: boolean
  readonly onClose: () => void
  readonly onSeparate: () => void
}

/** The difference between a version and the one before. */
export function DifferenceDialog(props: Props) {
  const { number, difference, isCurrent, onClose, onSeparate } = props
  return (
    <Modal
      open
      title={`第 ${number} 版与第 ${number - 1} 版的问题对比`}
      width="52rem"
      onCancel={onClose}
      footer={
        <div className="difference-foot">
          {isCurrent ? (
            <Button
              icon={<SplitCellsOutlined aria-hidden />}
              title="两个单位同名时，程序会把它们当成同一份报告的两版"
              onClick={onSeparate}
            >
              这不是同一份报告，拆成两份
            </Button>
          ) : null}
          <Button type="primary" onClick={onClose}>
            知道了
          </Button>
        </div>
      }
    >
      <DifferenceList difference={difference} />
    </Modal>
  )
}
