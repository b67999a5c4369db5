import { Modal } from 'antd'
import { KEY_GROUPS } from './desk-keys.ts'
import { KeyList } from './ui/key-list.tsx'

/** All keys, over whatever screen is shown. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal open title="键盘操作" width="min(64rem, 94vw)" footer={null} onCancel={onClose}>
      <div className="keys-dialog">
        <KeyList groups={KEY_GROUPS} />
      </div>
    </Modal>
  )
}
