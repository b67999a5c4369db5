import { App } from 'antd'
import { useCallback } from 'react'
import type { Result } from '../shared/result.ts'
import { type StoreError, storeAdvice } from './db/store-error.ts'

export type Kept = <T>(work: Promise<Result<T, StoreError>>) => Promise<Result<T, StoreError>>

/** Waits for something to be kept; a failure is said on the screen in one sentence. */
export function useKept(): Kept {
  const { modal } = App.useApp()
  return useCallback<Kept>(
    async (work) => {
      const result = await work
      if (!result.ok)
        modal.error({
          title: '没有保存',
          content: storeAdvice(result.error),
          okText: '知道了',
        })
      return result
    },
    [modal],
  )
}
