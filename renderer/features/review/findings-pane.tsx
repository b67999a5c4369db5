import { Checkbox } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { FindingCounts } from '../../../shared/desk/check-reading.ts'
import type { Decisions } from '../../../shared/desk/decisions.ts'
import { progressOf } from '../../../shared/desk/decisions.ts'
import type { FindingKey, KeyedFinding } from '../../../shared/desk/finding-key.ts'
import type { Verdict } from '../../../shared/report/finding.ts'
import { isComposing } from '../../ui/shortcut.ts'
import type { FindingDeeds } from './finding-actions.tsx'
import { FindingItem } from './finding-item.tsx'
import { stepFinding } from './finding-order.ts'
import { NOT_CHECKED_ID, NotChecked } from './not-checked.tsx'
import { scrollIntoMiddle } from './source/scroll-to.ts'
import { VerdictWords } from './verdict-words.tsx'

interface Props extends FindingDeeds {
  /** Problems first; without what was not checked. */
  readonly findings: readonly KeyedFinding[]
  readonly notChecked: readonly string[]
  /** Findings of the version before that can no longer be checked. */
  readonly lost: readonly KeyedFinding[]
  readonly verdict: Verdict
  readonly counts: FindingCounts
  readonly decisions: Decisions
  readonly open: FindingKey | null
  readonly isReadOnly: boolean
  readonly onOpen: (key: FindingKey) => void
  readonly showsOpenOnly: boolean
  readonly onShowOpenOnly: (isOn: boolean) => void
}

/** The verdict in words, the findings, problems first, and after them what was not checked. */
export function FindingsPane(props: Props) {
  const { findings, notChecked, lost, decisions, open, onOpen, showsOpenOnly } = props
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const progress = progressOf(findings, decisions)
  const shown = showsOpenOnly
    ? findings.filter(({ key }) => !decisions.has(key) || key === open)
    : findings
  useShownFinding(list, open)

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = stepFinding(shown, open, event.key === 'ArrowDown' ? 1 : -1)
      if (next === null) return
      event.preventDefault()
      focusLineOf(event.target)
      onOpen(next)
    } else if (event.key === 'Enter' && open !== null && isLineOf(event.target, open)) {
      event.preventDefault()
      if (!event.repeat && !props.isReadOnly) props.onConfirm(open)
    }
  }

  return (
    <section className="findings-pane" aria-label="问题">
      <header className={`findings-head verdict-${props.verdict}`}>
        <VerdictWords
          verdict={props.verdict}
          counts={props.counts}
          notChecked={notChecked.length + lost.length}
          onShowNotChecked={() =>
            list.current?.scrollTo({
              top: document.getElementById(NOT_CHECKED_ID)?.offsetTop ?? 0,
            })
          }
        />
        <span className="figures findings-progress" role="status">
          {progress.total === 0 ? '' : `已处理 ${progress.decided} / ${progress.total}`}
        </span>
        <Checkbox
          checked={showsOpenOnly}
          onChange={(event) => props.onShowOpenOnly(event.target.checked)}
        >
          只看待处理
        </Checkbox>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go from finding to finding. */}
      <div
        ref={list}
        className="findings-scroll"
        onKeyDown={onKeyDown}
        onClickCapture={({ target }) => {
          if (target instanceof Element && target.closest('.finding-actions') !== null)
            focusLineOf(target)
        }}
      >
        {shown.length === 0 ? (
          <p className="findings-none">
            {findings.length === 0
              ? '没有发现问题。'
              : '都处理完了；去掉“只看待处理”可以看到全部。'}
          </p>
        ) : (
          <ol>
            {shown.map((item) => (
              <FindingItem
                key={item.key}
                id={itemId(id, findings, item.key)}
                item={item}
                decision={decisions.get(item.key)}
                isOpen={item.key === open}
                isReadOnly={props.isReadOnly}
                onOpen={onOpen}
                onConfirm={props.onConfirm}
                onSetAside={props.onSetAside}
                onFixed={props.onFixed}
                onReopen={props.onReopen}
              />
            ))}
          </ol>
        )}
        <NotChecked sentences={notChecked} lost={lost} />
      </div>
    </section>
  )
}

/** Keys of findings are long and hold any character; their numbers make ids. */
const itemId = (id: string, findings: readonly KeyedFinding[], key: FindingKey): string =>
  `${id}-${findings.findIndex((finding) => finding.key === key)}`

const isLineOf = (target: EventTarget, key: FindingKey): boolean =>
  target instanceof Element &&
  target.matches('.finding-line') &&
  target.closest('[data-key]')?.getAttribute('data-key') === key

/** The buttons of a finding go when another one is opened, and the focus with them; its line stays. */
const focusLineOf = (target: EventTarget): void => {
  if (target instanceof Element)
    target
      .closest('.finding')
      ?.querySelector<HTMLElement>('.finding-line')
      ?.focus({ preventScroll: true })
}

/**
 * Brings the opened finding into view. Where the focus is on the line of another one, it comes along: else Enter would
 * be about a finding that is not the one shown.
 */
function useShownFinding(
  list: { readonly current: Element | null },
  open: FindingKey | null,
): void {
  useEffect(() => {
    const view = list.current
    const item = open === null ? null : view?.querySelector('.finding-open')
    if (view === null || item === null || item === undefined) return
    scrollIntoMiddle(view, item)
    const focused = document.activeElement
    if (focused?.matches('.finding-line') === true && view.contains(focused))
      item.querySelector<HTMLElement>('.finding-line')?.focus({ preventScroll: true })
  }, [list, open])
}
