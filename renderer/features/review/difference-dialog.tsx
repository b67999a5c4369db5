import { Modal } from 'antd'
import type { FindingsDifference } from '../../../shared/desk/version-difference.ts'
import { DifferenceList } from './difference-list.tsx'

interface Props {
  /** Of the later version. */
  readonly number: number
  readonly difference: FindingsDifference
  readonly onClose: () => void
}

/** The difference between a version and the one before. */
export function DifferenceDialog({ number, difference, onClose }: Props) {
  return (
    <Modal
      open
      title={`第 ${number} 版与第 ${number - 1} 版的问题对比`}
      width="52rem"
      footer={null}
      onCancel={onClose}
    >
      <DifferenceList difference={difference} />
    </Modal>
  )
}
