import { Button } from 'antd'
import { useState } from 'react'
import { dismissLoss, lossWords, type Recovery } from './db/recovery.ts'
import { useDesk } from './desk-context.ts'
import { ToneIcon } from './ui/tone.tsx'

/** Says that what was kept the last time is not there any more, until the person has read it. */
export function RecoveryNotice({ recovery }: { readonly recovery: Recovery }) {
  const { store } = useDesk()
  const [isRead, setRead] = useState(false)
  if (recovery.kind !== 'lost' || isRead) return null
  return (
    <div className="recovery" role="alert">
      <ToneIcon tone="error" />
      <p>{lossWords(recovery)}</p>
      <Button
        onClick={() => {
          setRead(true)
          void dismissLoss(store)
        }}
      >
        知道了
      </Button>
    </div>
  )
}
