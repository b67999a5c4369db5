import { Button } from 'antd'

/** Says what was done, with the way back beside it. */
export function UndoNotice({
  text,
  onUndo,
}: {
  readonly text: string
  readonly onUndo: () => void
}) {
  return (
    <>
      {text} <Button onClick={onUndo}>撤销</Button>
    </>
  )
}
