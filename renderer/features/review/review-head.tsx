import {
  ArrowLeftOutlined,
  BgColorsOutlined,
  DiffOutlined,
  DownOutlined,
  FileTextOutlined,
  PrinterOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  UndoOutlined,
  UpOutlined,
} from '@ant-design/icons'
import { Button, Select, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { nameOf, type ReviewReport } from './review-report.ts'

export interface HeadDeeds {
  readonly onBack: () => void
  readonly onVersion: (number: number) => void
  readonly onDifference: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onLens: () => void
  readonly onPrint: () => void
  readonly onOpenOriginal: () => void
  readonly onPrevious: () => void
  readonly onNext: () => void
  readonly onHelp: () => void
}

interface Props extends HeadDeeds {
  readonly review: ReviewReport
  readonly hasLens: boolean
}

/** The bar above a review: which report this is, and what can be done with the whole of it. */
export function ReviewHead({ review, hasLens, ...deeds }: Props) {
  const { version, versions, difference, undoable, redoable, isCurrent } = review
  return (
    <header className="review-head">
      <Button
        icon={<ArrowLeftOutlined aria-hidden />}
        onClick={deeds.onBack}
        title="返回报告列表（Esc）"
      >
        报告
      </Button>
      <h1 title={review.title ?? version.fileName}>{nameOf(review)}</h1>
      <div className="review-tools">
        {versions.length < 2 ? null : (
          <Select
            aria-label="版本"
            className="review-version"
            value={version.number}
            options={versions.map(({ number }, index) => ({
              value: number,
              label: index === 0 ? `第 ${number} 版（最新）` : `第 ${number} 版`,
            }))}
            onChange={deeds.onVersion}
          />
        )}
        {difference === null ? null : (
          <Button
            icon={<DiffOutlined aria-hidden />}
            title="与上一版对比"
            onClick={deeds.onDifference}
          >
            与上一版对比
          </Button>
        )}
        <IconButton
          label={undoable === null ? '没有可以撤销的' : `撤销：${undoable}（Ctrl+Z）`}
          icon={<UndoOutlined aria-hidden />}
          isOff={undoable === null || !isCurrent}
          onClick={deeds.onUndo}
        />
        <IconButton
          label={redoable === null ? '没有可以重做的' : `重做：${redoable}（Ctrl+Y）`}
          icon={<RedoOutlined aria-hidden />}
          isOff={redoable === null || !isCurrent}
          onClick={deeds.onRedo}
        />
        <Button
          icon={<BgColorsOutlined aria-hidden />}
          type={hasLens ? 'primary' : 'default'}
          aria-pressed={hasLens}
          title="把空白、“/”、“—”、“无”分别标出来（L）"
          onClick={deeds.onLens}
        >
          辨空格
        </Button>
        <Button icon={<PrinterOutlined aria-hidden />} title="打印清单" onClick={deeds.onPrint}>
          打印清单
        </Button>
        {version.path === null ? null : (
          <Button
            icon={<FileTextOutlined aria-hidden />}
            title={`用电脑上的程序打开 ${version.path}`}
            onClick={deeds.onOpenOriginal}
          >
            打开原件
          </Button>
        )}
        <IconButton
          label="上一份有问题的报告（[）"
          icon={<UpOutlined aria-hidden />}
          isOff={false}
          onClick={deeds.onPrevious}
        />
        <IconButton
          label="下一份有问题的报告（]）"
          icon={<DownOutlined aria-hidden />}
          isOff={false}
          onClick={deeds.onNext}
        />
        <IconButton
          label="键盘操作（?）"
          icon={<QuestionCircleOutlined aria-hidden />}
          isOff={false}
          onClick={deeds.onHelp}
        />
      </div>
    </header>
  )
}

interface IconButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly isOff: boolean
  readonly onClick: () => void
}

function IconButton({ label, icon, isOff, onClick }: IconButtonProps) {
  return (
    <Tooltip title={label}>
      <Button icon={icon} aria-label={label} disabled={isOff} onClick={onClick} />
    </Tooltip>
  )
}
