import type { KeyedFinding } from '../../../shared/desk/finding-key.ts'
import type { FindingsDifference } from '../../../shared/desk/version-difference.ts'
import { type Tone, ToneWord } from '../../ui/tone.tsx'

/** What became of the findings from one version to the next, sentence by sentence. */
export function DifferenceList({ difference }: { readonly difference: FindingsDifference }) {
  const { gone, added, changed, same } = difference
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a view that scrolls must be reached by keyboard.
    <section className="difference" aria-label="问题对比" tabIndex={0}>
      <Part tone="ok" title="消失了" findings={gone} />
      <Part tone="error" title="新出现" findings={added} />
      <Part tone="warning" title="还在，数字变了" findings={changed.map(({ after }) => after)} />
      <Part tone="info" title="没有变" findings={same} />
    </section>
  )
}

interface PartProps {
  readonly tone: Tone
  readonly title: string
  readonly findings: readonly KeyedFinding[]
}

function Part({ tone, title, findings }: PartProps) {
  if (findings.length === 0) return null
  return (
    <section>
      <h3>
        <ToneWord tone={tone}>
          {title}（{findings.length} 处）
        </ToneWord>
      </h3>
      <ul>
        {findings.map(({ key, finding }) => (
          <li key={key}>{finding.message}</li>
        ))}
      </ul>
    </section>
  )
}
