import { Button } from 'antd'

interface Props {
  readonly text: string
  readonly label: string
  readonly onAct: () => void
}

/** Says what was done, with what one may want to do next, or the way back, beside it. */
export function ActionNotice({ text, label, onAct }: Props) {
  return (
    <>
      {text} <Button onClick={onAct}>{label}</Button>
    </>
  )
}
