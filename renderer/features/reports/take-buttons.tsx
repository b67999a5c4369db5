import {
  ExperimentOutlined,
  FileAddOutlined,
  FolderOpenOutlined,
  SnippetsOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import type { Intake } from './import/use-intake.ts'

interface Props {
  readonly intake: Intake
  readonly onPaste: () => void
  /** There are no reports yet: then the middle of the screen has the main button. */
  readonly isFirst: boolean
}

/** The ways to bring reports in, beside dropping them. */
export function TakeButtons({ intake, onPaste, isFirst }: Props) {
  return (
    <div className="take-buttons">
      <Button
        type={isFirst ? 'default' : 'primary'}
        icon={<FileAddOutlined aria-hidden />}
        onClick={() => intake.pick('files')}
      >
        选择文件
      </Button>
      <Button icon={<FolderOpenOutlined aria-hidden />} onClick={() => intake.pick('folder')}>
        选择文件夹
      </Button>
      <Button icon={<SnippetsOutlined aria-hidden />} onClick={onPaste}>
        粘贴
      </Button>
      <Button icon={<ExperimentOutlined aria-hidden />} onClick={intake.takeSamples}>
        示例报告
      </Button>
      <p>也可以把文件或文件夹拖到窗口里任何地方</p>
    </div>
  )
}
