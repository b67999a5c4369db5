import type { ReactNode } from 'react'
import './tone.css'

/** What a word means for the person; each has a shape of its own beside its colour. */
export type Tone = 'error' | 'warning' | 'info' | 'ok' | 'quiet'

/** The shape of a tone. It says nothing to a screen reader: a word always stands beside it. */
export function ToneIcon({ tone }: { readonly tone: Tone }) {
  return (
    <span className={`tone-icon tone-${tone}`} aria-hidden>
      <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden>
        {SHAPES[tone]}
      </svg>
    </span>
  )
}

const SIGN = { fill: 'none', stroke: '#fff', strokeWidth: 1.75, strokeLinecap: 'round' } as const

// Drawn here and not taken from the icon set: a long list draws hundreds of them while it is scrolled.
const SHAPES: Readonly<Record<Tone, ReactNode>> = {
  error: (
    <>
      <path fill="currentColor" d="M5 .5h6L15.5 5v6L11 15.5H5L.5 11V5z" />
      <path {...SIGN} d="m5.5 5.5 5 5m0-5-5 5" />
    </>
  ),
  warning: (
    <>
      <path
        fill="currentColor"
        d="M8 .75c.5 0 .9.25 1.15.7l6.5 11.75c.55 1-.15 2.05-1.15 2.05H1.5c-1 0-1.7-1.05-1.15-2.05L6.85 1.45C7.1 1 7.5.75 8 .75z"
      />
      <path {...SIGN} d="M8 5.5v4m0 2.75v.1" />
    </>
  ),
  info: (
    <>
      <rect fill="currentColor" x=".75" y=".75" width="14.5" height="14.5" rx="2" />
      <path {...SIGN} d="M8 7.25v4.5M8 4.25v.1" />
    </>
  ),
  ok: (
    <>
      <circle fill="currentColor" cx="8" cy="8" r="7.5" />
      <path {...SIGN} d="m4.75 8.25 2.25 2.25 4.25-4.75" />
    </>
  ),
  quiet: (
    <path
      stroke="currentColor"
      strokeWidth="1.5"
      fill="none"
      d="M2 8h12M8 1.25a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 0 1 0-13.5z"
    />
  ),
}

/** A shape and its word. */
export function ToneWord({
  tone,
  children,
}: {
  readonly tone: Tone
  readonly children: ReactNode
}) {
  return (
    <span className={`tone-word tone-${tone}`}>
      <ToneIcon tone={tone} />
      <span>{children}</span>
    </span>
  )
}
