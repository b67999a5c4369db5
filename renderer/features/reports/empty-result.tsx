import { Button } from 'antd'
import { NO_FILTER } from '../../../shared/desk/filters.ts'
import { Nothing } from '../../ui/screen-states.tsx'
import { filterWords } from './filter-words.ts'
import type { ReportsView } from './use-reports-view.ts'
import { isPartActive, whyEmpty, without } from './why-empty.ts'

/** Nothing is shown: which condition keeps everything away, and a button that takes it off. */
export function EmptyResult({ view }: { readonly view: ReportsView }) {
  const { all, filter, setFilter } = view
  const obstacles = whyEmpty(all, filter)
  const active = (['query', 'years', 'verdicts', 'states', 'rules'] as const).filter((part) =>
    isPartActive(filter, part),
  )
  return (
    <Nothing title={`${all.length} 份报告里，没有同时符合这些条件的`}>
      <ul className="obstacles">
        {active.map((part) => {
          const wouldShow = obstacles.find((obstacle) => obstacle.part === part)?.wouldShow
          return (
            <li key={part}>
              <span>{filterWords(filter, part)}</span>
              <Button onClick={() => setFilter(without(filter, part))}>
                {wouldShow === undefined ? '去掉这一条' : `去掉这一条，显示 ${wouldShow} 份`}
              </Button>
            </li>
          )
        })}
      </ul>
      <Button type="primary" onClick={() => setFilter(NO_FILTER)}>
        清除全部条件，显示 {all.length} 份
      </Button>
    </Nothing>
  )
}
