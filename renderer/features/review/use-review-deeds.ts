import { App } from 'antd'
import { createElement, useMemo } from 'react'
import { countDifference } from '../../../shared/desk/version-difference.ts'
import type { OpenError } from '../../../shared/ipc/contract.ts'
import { correct } from '../../db/corrections.ts'
import { decide } from '../../db/decisions.ts'
import { separateVersion } from '../../db/separate-version.ts'
import { redo, undo } from '../../db/undo.ts'
import { useDesk } from '../../desk-context.ts'
import { differenceWords } from '../../difference-words.ts'
import { showRoute } from '../../routes.ts'
import { ActionNotice } from '../../ui/action-notice.tsx'
import { useKept } from '../../use-kept.ts'
import type { ReviewDeeds } from './review-deeds.ts'

/** Seconds for which the separated report is offered on the screen. */
const OFFERED_FOR = 15

/** What can be changed in a report, each kept before it is acknowledged. */
export function useReviewDeeds(reportId: number): ReviewDeeds {
  const { store, desktop } = useDesk()
  const { message } = App.useApp()
  const kept = useKept()
  return useMemo<ReviewDeeds>(
    () => ({
      decide: async (key, decision) =>
        (await kept(decide(store, reportId, [{ key, decision }]))).ok,
      correct: async (cell, raw) => {
        const done = await kept(correct(store, reportId, [{ cell, raw }]))
        if (done.ok && done.value.difference !== null)
          void message.success(
            `已重新核对：${differenceWords(countDifference(done.value.difference))}。Ctrl+Z 可撤销。`,
          )
        return done.ok
      },
      undo: async () => {
        const done = await kept(undo(store, reportId))
        if (done.ok && done.value.command === null) void message.info('没有可以撤销的。')
      },
      redo: async () => {
        const done = await kept(redo(store, reportId))
        if (done.ok && done.value.command === null) void message.info('没有可以重做的。')
      },
      separate: async (versionId) => {
        const separated = await kept(separateVersion(store, versionId))
        if (!separated.ok) return
        const { reportId: report } = separated.value
        void message.success({
          duration: OFFERED_FOR,
          content: createElement(ActionNotice, {
            text: '已拆成两份；刚才的这一版是报告列表里新的一份。',
            label: '打开',
            onAct: () => showRoute({ screen: 'review', report, version: null }),
          }),
        })
      },
      openOriginal: async (path) => {
        const opened = await desktop.openOriginal(path)
        if (!opened.ok) void message.error(OPEN_ADVICE[opened.error.code])
      },
    }),
    [store, desktop, reportId, kept, message],
  )
}

const OPEN_ADVICE = {
  'not-found': '原件不在原来的位置了，可能已被移动、改名或删除。',
  'no-program': '电脑上没有能打开这种文件的程序。',
  'no-access': '没有打开这个文件的权限；请重新选择一次这个文件。',
} as const satisfies Record<OpenError['code'], string>
