import { App } from 'antd'
import { useMemo, useState } from 'react'
import { useDesk } from '../../desk-context.ts'
import type { Checklist } from './use-checklist.ts'

export interface Printing {
  readonly isBusy: boolean
  readonly print: (checklist: Checklist) => void
  readonly savePdf: (checklist: Checklist) => void
}

/** Printing through the host, or through the preview itself where the host leaves it to the page. */
export function usePrinting(preview: { readonly current: HTMLIFrameElement | null }): Printing {
  const { desktop } = useDesk()
  const { message, modal } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const deeds = useMemo(() => {
    const printPreview = (): void => preview.current?.contentWindow?.print()
    const print = async ({ html }: Checklist): Promise<void> => {
      const shown = await desktop.showPrint(html)
      if (shown.kind === 'unavailable') printPreview()
    }
    const savePdf = async ({ html, name }: Checklist): Promise<void> => {
      const made = await desktop.makePdf(html)
      if (made.ok) {
        download(made.value, `${name}.pdf`)
        void message.success('PDF 已保存。')
      } else if (made.error.code === 'failed') {
        void message.error('PDF 没有做成，请再试一次，或者用“打印”。')
      } else {
        modal.confirm({
          title: '请在打印窗口里存为 PDF',
          content:
            '这台电脑上没有可以直接生成 PDF 的程序。接下来在打印窗口里，把“打印机”（目标）选成“另存为 PDF”，再点“保存”。',
          okText: '打开打印窗口',
          cancelText: '取消',
          onOk: printPreview,
        })
      }
    }
    const alone =
      (work: (checklist: Checklist) => Promise<void>) =>
      async (checklist: Checklist): Promise<void> => {
        setBusy(true)
        try {
          await work(checklist)
        } finally {
          setBusy(false)
        }
      }
    return { print: alone(print), savePdf: alone(savePdf) }
  }, [desktop, message, modal, preview])
  return { isBusy, ...deeds }
}

/** Milliseconds after which the browser has surely begun to save. */
const KEPT_FOR = 60_000

function download(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(
    new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }),
  )
  const link = document.createElement('a')
  link.href = address
  // Names of units never hold these, but names of files may.
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ')
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR)
}
