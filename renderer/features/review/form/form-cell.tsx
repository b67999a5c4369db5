import { type KeyboardEvent, memo, useRef, useState } from 'react'
import { type CellLens, LENS_WORDS } from '../../../../shared/desk/cell-lens.ts'
import type { CellId } from '../../../../shared/form/edition.ts'
import type { Severity } from '../../../../shared/report/finding.ts'
import { isComposing } from '../../../ui/shortcut.ts'
import { SEVERITY_NAMES } from '../severity-names.ts'

/** What a cell of the form shows; plain values, so that a cell is drawn anew only when one of them changes. */
export interface CellLook {
  /** What stands there, or was set by hand; null where the cell was not located. */
  readonly raw: string | null
  readonly lens: CellLens
  /** The gravest open finding about it. */
  readonly severity: Severity | null
  /** Belongs to the finding that is open. */
  readonly isRelated: boolean
  readonly isSelected: boolean
  /** The one cell that Tab stops at. */
  readonly isReachable: boolean
  readonly isHandSet: boolean
  readonly isEdited: boolean
}

export interface CellActions {
  readonly onSelect: (id: CellId) => void
  readonly onEdit: (id: CellId) => void
  /** Returns whether the text was taken; the input stays open where it was not. */
  readonly onSave: (id: CellId, text: string) => boolean
  readonly onCancel: () => void
}

interface Props extends CellLook, CellActions {
  readonly id: CellId
  readonly columnSpan: number
}

/** One cell of the three tables. */
export const FormCell = memo(function FormCell(props: Props) {
  const { id, raw, lens, severity, isEdited } = props
  const states = [
    'form-cell',
    `lens-${lens}`,
    severity === null ? '' : `cell-${severity}`,
    props.isRelated ? 'cell-related' : '',
    props.isSelected ? 'cell-selected' : '',
    props.isHandSet ? 'cell-hand' : '',
  ]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of all cells are those of the tables around them.
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, on a real table.
      role="gridcell"
      className={states.filter((state) => state !== '').join(' ')}
      colSpan={props.columnSpan}
      data-cell={id}
      aria-selected={props.isSelected}
      tabIndex={props.isReachable && !isEdited ? 0 : -1}
      onClick={() => props.onSelect(id)}
      onDoubleClick={() => props.onEdit(id)}
    >
      {isEdited ? (
        <CellInput raw={raw ?? ''} id={id} onSave={props.onSave} onCancel={props.onCancel} />
      ) : (
        <>
          <span className="cell-raw">{raw}</span>
          <span className="visually-hidden">{wordsOf(props)}</span>
        </>
      )}
    </td>
  )
})

/** What the eye sees as marks, in words. */
function wordsOf({ raw, lens, severity, isHandSet }: CellLook): string {
  const isSaid =
    lens === 'number' || lens === 'zero' || (raw !== null && raw !== '' && lens === 'text')
  return [
    isSaid ? '' : LENS_WORDS[lens],
    isHandSet ? '人工填写' : '',
    severity === null ? '' : SEVERITY_NAMES[severity],
  ]
    .filter((words) => words !== '')
    .join('，')
}

interface InputProps extends Pick<CellActions, 'onSave' | 'onCancel'> {
  readonly id: CellId
  readonly raw: string
}

/** Takes what stands in the document: Enter saves, Esc leaves it as it was; so does leaving without a change. */
function CellInput({ id, raw, onSave, onCancel }: InputProps) {
  const [text, setText] = useState(raw)
  const isOver = useRef(false)
  const finish = (isSaved: boolean): void => {
    if (isOver.current) return
    isOver.current = true
    if (!isSaved || text === raw) onCancel()
    else if (!onSave(id, text)) isOver.current = false
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (isComposing(event.nativeEvent)) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    finish(event.key === 'Enter')
  }
  return (
    <input
      className="cell-input"
      value={text}
      aria-label="原文这一格里写的是"
      // The person asked for it with a key or a double click.
      // biome-ignore lint/a11y/noAutofocus: see above.
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  )
}
