import { DeleteOutlined, FileTextOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { adviceFor } from '../../../shared/read-error.ts'
import type { UnreadableRow } from '../../db/rows.ts'
import { dayWords } from '../../ui/day-words.ts'
import { Loading, Nothing } from '../../ui/screen-states.tsx'
import { ToneIcon } from '../../ui/tone.tsx'
import type { Incoming } from '../reports/import/incoming.ts'
import { type UnreadableDeeds, useUnreadable, useUnreadableDeeds } from './use-unreadable.ts'
import './unreadable.css'

/** The files that could not be read as reports, each with what is wrong and what to do. */
export function UnreadableScreen({
  onImport,
}: {
  readonly onImport: (files: readonly Incoming[]) => void
}) {
  const rows = useUnreadable()
  const deeds = useUnreadableDeeds(onImport)
  if (rows === 'loading') return <Loading what="读不了的文件" />
  return (
    <div className="unreadable">
      <header className="unreadable-head">
        <h1>读不了的文件{rows.length === 0 ? '' : `（${rows.length}）`}</h1>
        {rows.length < 2 ? null : (
          <Button
            icon={<ReloadOutlined aria-hidden />}
            disabled={deeds.trying.size > 0}
            onClick={() => deeds.retry(rows)}
          >
            全部重试
          </Button>
        )}
      </header>
      {rows.length === 0 ? (
        <Nothing title="没有读不了的文件">
          <p>读不出三张表的文件会放在这里，写明原因和办法；它们不会混在报告里。</p>
        </Nothing>
      ) : (
        <ul>
          {rows.map((row) => (
            <Item key={row.id} row={row} deeds={deeds} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Item({ row, deeds }: { readonly row: UnreadableRow; readonly deeds: UnreadableDeeds }) {
  const { id, name, folder, path, error, at, tries } = row
  const isTrying = deeds.trying.has(id)
  return (
    <li className="unreadable-item" data-code={error.code}>
      <ToneIcon tone="error" />
      <div>
        <h2>{name}</h2>
        <p>{adviceFor(error)}</p>
        <p className="unreadable-facts">
          {folder === '' ? '' : `${folder} · `}
          <span className="figures">{dayWords(at)}</span>
          {tries > 1 ? ` · 试过 ${tries} 次` : ''}
        </p>
      </div>
      <div className="unreadable-deeds">
        {path === null ? null : (
          <Button icon={<FileTextOutlined aria-hidden />} onClick={() => deeds.open(path)}>
            打开原件
          </Button>
        )}
        <Button
          type="primary"
          icon={<ReloadOutlined aria-hidden />}
          loading={isTrying}
          onClick={() => deeds.retry([row])}
        >
          重试
        </Button>
        <Button
          icon={<DeleteOutlined aria-hidden />}
          aria-label={`把 ${name} 移出列表`}
          disabled={isTrying}
          onClick={() => deeds.remove([id])}
        >
          移出列表
        </Button>
      </div>
    </li>
  )
}
