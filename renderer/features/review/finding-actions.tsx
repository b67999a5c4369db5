import { CheckOutlined, PauseOutlined, RollbackOutlined, ToolOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Decision } from '../../../shared/desk/decisions.ts'
import type { FindingKey } from '../../../shared/desk/finding-key.ts'

/** What a person can do with a finding. */
export interface FindingDeeds {
  readonly onConfirm: (key: FindingKey) => void
  readonly onSetAside: (key: FindingKey) => void
  readonly onFixed: (key: FindingKey) => void
  readonly onReopen: (key: FindingKey) => void
}

interface Props extends FindingDeeds {
  readonly findingKey: FindingKey
  readonly decision: Decision | undefined
}

/** The buttons of an opened finding. The one that says what is decided already is pressed. */
export function FindingActions({ findingKey: key, decision, ...deeds }: Props) {
  const state = decision?.kind
  return (
    <div className="finding-actions">
      <Button
        type={state === undefined ? 'primary' : 'default'}
        icon={<CheckOutlined aria-hidden />}
        aria-pressed={state === 'confirmed'}
        onClick={() => deeds.onConfirm(key)}
      >
        确认有误 <kbd>C</kbd>
      </Button>
      <Button
        icon={<PauseOutlined aria-hidden />}
        aria-pressed={state === 'set-aside'}
        onClick={() => deeds.onSetAside(key)}
      >
        搁置… <kbd>X</kbd>
      </Button>
      <Button
        icon={<ToolOutlined aria-hidden />}
        aria-pressed={state === 'fixed'}
        onClick={() => deeds.onFixed(key)}
      >
        已更正 <kbd>F</kbd>
      </Button>
      {state === undefined ? null : (
        <Button icon={<RollbackOutlined aria-hidden />} onClick={() => deeds.onReopen(key)}>
          恢复待处理
        </Button>
      )}
    </div>
  )
}
