import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { evidenceWords } from '../../../shared/desk/evidence-words.ts'
import type { CellEvidence } from '../../../shared/report/evidence.ts'

/** Tells on request how a cell was found in the document. */
export function CellEvidenceButton({ evidence }: { readonly evidence: CellEvidence }) {
  const [isOpen, setIsOpen] = useState(false)
  const words = (
    <ul className="evidence-words">
      {evidenceWords(evidence).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen || event.key !== 'Escape') return
    // It puts the words away and does not leave the report.
    event.preventDefault()
    setIsOpen(false)
  }
  return (
    <Popover
      trigger="click"
      placement="topRight"
      title="这一格是怎样找到的"
      content={words}
      open={isOpen}
      onOpenChange={setIsOpen}
    >
      <Button
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-expanded={isOpen}
        onKeyDown={onKeyDown}
      >
        依据
      </Button>
    </Popover>
  )
}
