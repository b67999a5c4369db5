import { Button } from 'antd'
import {
  countDifference,
  type FindingsDifference,
} from '../../../shared/desk/version-difference.ts'
import { differenceWords } from '../../difference-words.ts'
import { ToneIcon } from '../../ui/tone.tsx'

interface Props {
  readonly number: number
  readonly difference: FindingsDifference
  readonly onShow: () => void
  readonly onClose: () => void
}

/** Says that the original was saved anew and has been checked again, and what came of it. */
export function NewVersionBanner({ number, difference, onShow, onClose }: Props) {
  return (
    <div className="new-version" role="status">
      <ToneIcon tone="info" />
      <span>
        <b>原件有新的保存，已重新核对（第 {number} 版）：</b>
        {differenceWords(countDifference(difference))}。
      </span>
      <Button onClick={onShow}>查看对比</Button>
      <Button onClick={onClose}>知道了</Button>
    </div>
  )
}
