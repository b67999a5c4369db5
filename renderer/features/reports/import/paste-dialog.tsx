import { Modal } from 'antd'
import { useRef } from 'react'

/** Where to paste: the browser gives the clipboard away only for a key, never for a button. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const target = useRef<HTMLTextAreaElement>(null)
  return (
    <Modal
      open
      title="粘贴一份报告"
      width="36rem"
      footer={null}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && target.current?.focus()}
    >
      <p>
        在 Word 或 WPS 里全选、复制，再回到这里按 <kbd>Ctrl</kbd> + <kbd>V</kbd>。
        也可以粘贴复制的文件。
      </p>
      <textarea
        className="paste-target"
        data-paste
        ref={target}
        readOnly
        aria-label="在这里按 Ctrl+V"
        placeholder="在这里按 Ctrl+V"
        onPaste={onClose}
      />
    </Modal>
  )
}
