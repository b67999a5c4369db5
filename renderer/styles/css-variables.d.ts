import 'react'

declare module 'react' {
  /** Style sheets are given values through their own variables. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
