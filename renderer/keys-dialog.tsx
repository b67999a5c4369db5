import { Modal } from 'antd'
import { KEY_GROUPS } from './desk-keys.ts'
import { KeyList } from './ui/key-list.tsx'

/** All keys, over whatever screen is shown. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal open centered title="键盘操作" width="min(64rem, 94vw)" footer={null} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a view that scrolls must be reached by keyboard. */}
      <section className="keys-dialog" aria-label="所有的键" tabIndex={0}>
        <KeyList groups={KEY_GROUPS} />
      </section>
    </Modal>
  )
}
