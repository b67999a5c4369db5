import type { KeyedFinding } from '../../../shared/desk/finding-key.ts'
import { ToneIcon } from '../../ui/tone.tsx'

interface Props {
  readonly sentences: readonly string[]
  /** Findings of the version before that can no longer be checked. */
  readonly lost: readonly KeyedFinding[]
}

/** Never passed off as right: what could not be checked, and problems of before that are not known to be gone. */
export function NotChecked({ sentences, lost }: Props) {
  if (sentences.length + lost.length === 0) return null
  return (
    <section className="not-checked" id={NOT_CHECKED_ID}>
      {sentences.length === 0 ? null : (
        <>
          <h3>
            <ToneIcon tone="warning" /> 以下内容没有核对（{sentences.length} 项）
          </h3>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {lost.length === 0 ? null : (
        <>
          <h3>
            <ToneIcon tone="warning" /> 上一版的问题，这一版没法再核对（{lost.length} 处）
          </h3>
          <ul>
            {lost.map(({ key, finding }) => (
              <li key={key}>{finding.message}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Where the link beside the verdict leads. */
export const NOT_CHECKED_ID = 'not-checked'
