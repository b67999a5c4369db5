import { App } from 'antd'
import { createElement, useMemo } from 'react'
import { deleteReports, restoreReports } from '../../db/delete-reports.ts'
import { closeReports, reopenReports } from '../../db/reports.ts'
import { useDesk } from '../../desk-context.ts'
import { ActionNotice } from '../../ui/action-notice.tsx'
import { useKept } from '../../use-kept.ts'

/** What can be done with many reports at once. */
export interface ReportDeeds {
  readonly close: (ids: readonly number[]) => void
  readonly reopen: (ids: readonly number[]) => void
  /** Asks first, and can be taken back afterwards. */
  readonly remove: (ids: readonly number[]) => void
}

/** Seconds for which the way back is offered on the screen. */
const OFFERED_FOR = 15

export function useReportDeeds(): ReportDeeds {
  const { store } = useDesk()
  const { message, modal } = App.useApp()
  const kept = useKept()
  return useMemo<ReportDeeds>(() => {
    const offer = (text: string, undo: () => Promise<unknown>): void => {
      const close = message.open({
        type: 'success',
        duration: OFFERED_FOR,
        content: createElement(ActionNotice, {
          text,
          label: '撤销',
          onAct: () => {
            close()
            void undo()
          },
        }),
      })
    }
    const remove = async (ids: readonly number[]): Promise<void> => {
      const done = await kept(deleteReports(store, ids))
      if (done.ok)
        offer(`已删除 ${done.value.count} 份报告`, () => kept(restoreReports(store, ids)))
    }
    return {
      close: async (ids) => {
        if ((await kept(closeReports(store, ids))).ok)
          offer(`已把 ${ids.length} 份标为已办`, () => kept(reopenReports(store, ids)))
      },
      reopen: (ids) => void kept(reopenReports(store, ids)),
      remove: (ids) => {
        modal.confirm({
          title: `删除这 ${ids.length} 份报告？`,
          content: '核对结果和处理记录会一起删除，电脑上的原文件不受影响。删除后 15 秒内可以撤销。',
          okText: '删除',
          okButtonProps: { danger: true },
          cancelText: '取消',
          onOk: () => void remove(ids),
        })
      },
    }
  }, [store, message, modal, kept])
}
