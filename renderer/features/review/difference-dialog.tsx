import { SplitCellsOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import type { Edition } from '../../../shared/form/edition.ts'
import { DifferenceList } from './difference-list.tsx'
import type { ReviewDifference, ReviewVersion } from './review-report.ts'

interface Props {
  /** The later version. */
  readonly version: ReviewVersion
  readonly form: Edition
  readonly difference: ReviewDifference
  readonly isCurrent: boolean
  readonly onClose: () => void
  readonly onSeparate: () => void
}

/** The difference between a version and the one before. */
export function DifferenceDialog(props: Props) {
  const { version, form, difference, isCurrent, onClose, onSeparate } = props
  return (
    <Modal
      open
      centered
      title={`第 ${version.number} 版与第 ${difference.before.number} 版的问题对比`}
      width="min(52rem, 94vw)"
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
      <DifferenceList version={version} form={form} difference={difference} />
    </Modal>
  )
}
