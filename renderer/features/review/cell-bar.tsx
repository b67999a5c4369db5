import { EditOutlined, RollbackOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { LENS_WORDS, lensOf } from '../../../shared/desk/cell-lens.ts'
import type { HandSetCell } from '../../../shared/desk/corrections.ts'
import { findCell } from '../../../shared/form/cell-id.ts'
import { cellWords } from '../../../shared/form/cell-words.ts'
import type { CellId, Edition } from '../../../shared/form/edition.ts'
import type { ReadingDoubt, Report } from '../../../shared/report/report.ts'
import { ToneWord } from '../../ui/tone.tsx'
import { CellEvidenceButton } from './cell-evidence.tsx'

interface Props {
  readonly form: Edition
  readonly report: Report
  readonly cell: CellId
  readonly handSet: HandSetCell | undefined
  readonly isReadOnly: boolean
  readonly onEdit: (id: CellId) => void
  readonly onRestore: (id: CellId) => void
}

/** The selected cell by its official name: what stands there, how sure that is, and what a person set. */
export function CellBar({ form, report, cell: id, handSet, isReadOnly, onEdit, onRestore }: Props) {
  const cell = findCell(form, id)
  const read = report.cells.get(id)
  // Readings stored by an earlier version of the program carry none; what a person set needs none.
  const evidence = handSet === undefined ? read?.evidence : undefined
  const doubt =
    read?.doubt ?? report.unplaced.find(({ cells }) => cells.includes(id))?.reason ?? null
  return (
    <div className="cell-bar">
      <p>
        <span>
          {cell === undefined ? id : cellWords(cell)}：
          <Shown raw={read?.raw ?? null} words={LENS_WORDS[lensOf(report, id)]} />
        </span>
        {doubt === null ? null : <ToneWord tone="warning">{DOUBT_WORDS[doubt]}</ToneWord>}
        {handSet === undefined ? null : (
          <ToneWord tone="info">
            人工填写；程序读出的是{handSet.read === null ? '：没找到' : quoted(handSet.read)}
          </ToneWord>
        )}
      </p>
      <span className="cell-bar-actions">
        {evidence === undefined ? null : <CellEvidenceButton key={id} evidence={evidence} />}
        {isReadOnly || handSet === undefined ? null : (
          <Button icon={<RollbackOutlined aria-hidden />} onClick={() => onRestore(id)}>
            恢复读数
          </Button>
        )}
        {isReadOnly ? null : (
          <Button icon={<EditOutlined aria-hidden />} onClick={() => onEdit(id)}>
            改读数
          </Button>
        )}
      </span>
    </div>
  )
}

function Shown({ raw, words }: { readonly raw: string | null; readonly words: string }) {
  const isSaid = raw !== null && raw !== ''
  return <b className={isSaid ? 'figures' : undefined}>{isSaid ? quoted(raw) : words}</b>
}

const quoted = (text: string): string => (text === '' ? '空白' : `“${text}”`)

/** Why a person must look, in a few words. */
const DOUBT_WORDS = {
  'spaced-digits': '数字之间有空格，可能是两个数',
  'run-together': '数字前面有 0，可能是两个数连在一起',
  'other-unit': '单位与这一列不同',
  'row-length': '这一行的格数与表格不符，列可能错位',
  'row-label': '行名没认出来，按前后行定的位',
  'column-label': '列名没认出来，按左右列定的位',
  'two-places': '放在表的另一处也说得通',
  source: '原文这里的文字或边框不清楚',
} as const satisfies Record<ReadingDoubt, string>
