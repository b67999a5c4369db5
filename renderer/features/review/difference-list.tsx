import type { KeyedFinding } from '../../../shared/desk/finding-key.ts'
import { findCell } from '../../../shared/form/cell-id.ts'
import { cellWords } from '../../../shared/form/cell-words.ts'
import type { CellId, Edition } from '../../../shared/form/edition.ts'
import { EDITIONS } from '../../../shared/form/editions.ts'
import { type Tone, ToneWord } from '../../ui/tone.tsx'
import { fileWords, type ReviewDifference, type ReviewVersion } from './review-report.ts'

interface Props {
  readonly version: ReviewVersion
  readonly form: Edition
  readonly difference: ReviewDifference
}

/** What became of the findings from one version to the next, sentence by sentence, and which cells were changed. */
export function DifferenceList({ version, form, difference }: Props) {
  const { gone, unchecked, added, changed, same } = difference.findings
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a view that scrolls must be reached by keyboard.
    <section className="difference" aria-label="问题对比" tabIndex={0}>
      <p>
        上一版：{fileWords(difference.before)}
        <br />
        这一版：{fileWords(version)}
      </p>
      <Part tone="ok" title="消失了" sentences={gone.map(sentenceOf)} />
      <Part tone="error" title="新出现" sentences={added.map(sentenceOf)} />
      <Part
        tone="warning"
        title="还在，数字变了"
        sentences={changed.map(({ after }) => sentenceOf(after))}
      />
      <Part
        tone="warning"
        title="没法再核对"
        hint="这一版里读不出要用的格或表，不能算改好了，请对照原文看。"
        sentences={unchecked.map(sentenceOf)}
      />
      <Part tone="info" title="没有变" sentences={same.map(sentenceOf)} />
      <Part
        tone="info"
        title="改动的格"
        unit="格"
        sentences={difference.cells.map(({ id, before, after }) => ({
          key: id,
          text: `${nameOf(form, id)}：${shown(before)} → ${shown(after)}`,
        }))}
      />
    </section>
  )
}

interface Sentence {
  readonly key: string
  readonly text: string
}

const sentenceOf = ({ key, finding }: KeyedFinding): Sentence => ({ key, text: finding.message })

/** The earlier version may follow another edition of the form, and have cells that this one's has not. */
function nameOf(form: Edition, id: CellId): string {
  const cell = [form, ...EDITIONS].flatMap((edition) => findCell(edition, id) ?? [])[0]
  return cell === undefined ? '另一版格式里的一格' : cellWords(cell)
}

const shown = (raw: string | null): string =>
  raw === null ? '没找到' : raw === '' ? '空白' : `“${raw}”`

interface PartProps {
  readonly tone: Tone
  readonly title: string
  readonly hint?: string
  /** What is counted. */
  readonly unit?: string
  readonly sentences: readonly Sentence[]
}

function Part({ tone, title, hint, unit = '处', sentences }: PartProps) {
  if (sentences.length === 0) return null
  return (
    <section>
      <h3>
        <ToneWord tone={tone}>
          {title}（{sentences.length} {unit}）
        </ToneWord>
      </h3>
      {hint === undefined ? null : <p>{hint}</p>}
      <ul>
        {sentences.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
