import { Button, Input, Modal } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { type KeyboardEvent, useRef, useState } from 'react'
import { LONGEST_REASON, setAside } from '../../../shared/desk/decisions.ts'
import { isComposing } from '../../ui/shortcut.ts'

interface Props {
  /** What is set aside, in its own words. */
  readonly message: string
  readonly before: string
  readonly onCancel: () => void
  readonly onSave: (reason: string) => void
}

/** What people write most often; each can be taken as it is or changed. */
const COMMON_REASONS = [
  '已与填报单位核实，原文无误',
  '上级要求这样填写',
  '历史数据，不再更正',
  '程序读错了，原文正确',
] as const

/** Asks why a finding is left as it is; the printed checklist gives the reason. */
export function SetAsideDialog({ message, before, onCancel, onSave }: Props) {
  const [reason, setReason] = useState(before)
  const input = useRef<TextAreaRef>(null)
  const result = setAside(reason)
  const save = (): void => {
    if (result.ok) onSave(reason)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return
    event.preventDefault()
    save()
  }
  return (
    <Modal
      open
      centered
      title="搁置这个问题"
      width="min(40rem, 94vw)"
      okText="搁置"
      cancelText="取消"
      okButtonProps={{ disabled: !result.ok }}
      onOk={save}
      onCancel={onCancel}
      afterOpenChange={(isOpen) => isOpen && input.current?.focus()}
    >
      <p>{message}</p>
      <fieldset className="reasons">
        <legend>为什么不用更正？（打印清单时写明）</legend>
        {COMMON_REASONS.map((common) => (
          <Button
            key={common}
            aria-pressed={reason === common}
            type={reason === common ? 'primary' : 'default'}
            onClick={() => setReason(common)}
          >
            {common}
          </Button>
        ))}
        <Input.TextArea
          aria-label="搁置的理由"
          ref={input}
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={LONGEST_REASON}
          placeholder="选一条，或在这里写"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </fieldset>
    </Modal>
  )
}
