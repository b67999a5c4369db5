import { useEffect, useState } from 'react'
import { type OpenPdf, openPdf } from './open-pdf.ts'

/** The document in those bytes, opened for drawing. */
export function useOpenPdf(bytes: Uint8Array): OpenPdf | 'loading' | 'failed' {
  const [state, setState] = useState<OpenPdf | 'loading' | 'failed'>('loading')
  useEffect(() => {
    const abort = new AbortController()
    setState('loading')
    openPdf(bytes, abort.signal).then(
      (pdf) => abort.signal.aborted || setState(pdf),
      () => abort.signal.aborted || setState('failed'),
    )
    return () => abort.abort()
  }, [bytes])
  return state
}
