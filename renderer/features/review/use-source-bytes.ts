import { useEffect, useState } from 'react'
import { readSource } from '../../db/sources.ts'
import { useDesk } from '../../desk-context.ts'

/** The bytes that a PDF is drawn from; null while they are read, `absent` where they were not kept. */
export function useSourceBytes(sha256: string): Uint8Array | 'absent' | null {
  const { store } = useDesk()
  const [loaded, setLoaded] = useState<{
    readonly sha256: string
    readonly bytes: Uint8Array | 'absent'
  }>()
  useEffect(() => {
    let isOver = false
    void readSource(store, sha256).then((source) => {
      if (!isOver) setLoaded({ sha256, bytes: source === 'absent' ? 'absent' : source.bytes })
    })
    return () => {
      isOver = true
    }
  }, [store, sha256])
  return loaded?.sha256 === sha256 ? loaded.bytes : null
}
