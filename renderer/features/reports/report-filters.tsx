import { CloseCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { isFiltering, NO_FILTER } from '../../../shared/desk/filters.ts'
import { STATE_WORDS } from '../../../shared/desk/report-identity.ts'
import { VERDICT_WORDS } from '../../../shared/report/finding.ts'
import { yearWords } from './filter-words.ts'
import { ruleName } from './rule-names.ts'
import type { ReportsView } from './use-reports-view.ts'

/** One search box and four filters; every choice says how many reports it would show. */
export function ReportFilters({ view }: { readonly view: ReportsView }) {
  const { filter, setFilter, options } = view
  const years = [...options.years].toSorted(([one], [other]) => (other ?? 0) - (one ?? 0))
  const rules = [...options.rules].toSorted(([, one], [, other]) => other - one)
  return (
    <search className="report-filters">
      <Input
        className="report-search"
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        aria-label="搜索报告"
        placeholder="搜单位或标题，可输拼音首字母"
        value={filter.query}
        onChange={(event) => setFilter({ ...filter, query: event.target.value })}
      />
      <FilterSelect
        label="年度"
        chosen={filter.years}
        options={years}
        wordsOf={yearWords}
        onChoose={(chosen) => setFilter({ ...filter, years: chosen })}
      />
      <FilterSelect
        label="结论"
        chosen={filter.verdicts}
        options={[...options.verdicts]}
        wordsOf={(verdict) => VERDICT_WORDS[verdict]}
        onChoose={(chosen) => setFilter({ ...filter, verdicts: chosen })}
      />
      <FilterSelect
        label="处理"
        chosen={filter.states}
        options={[...options.states]}
        wordsOf={(state) => STATE_WORDS[state]}
        onChoose={(chosen) => setFilter({ ...filter, states: chosen })}
      />
      <FilterSelect
        label="问题"
        chosen={filter.rules}
        options={rules}
        wordsOf={ruleName}
        onChoose={(chosen) => setFilter({ ...filter, rules: chosen })}
      />
      <Button
        icon={<CloseCircleOutlined aria-hidden />}
        disabled={!isFiltering(filter)}
        onClick={() => setFilter(NO_FILTER)}
      >
        清除筛选
      </Button>
    </search>
  )
}

interface SelectProps<T> {
  readonly label: string
  readonly chosen: ReadonlySet<T>
  /** With how many reports each would show. */
  readonly options: readonly (readonly [T, number])[]
  readonly wordsOf: (option: T) => string
  readonly onChoose: (chosen: ReadonlySet<T>) => void
}

/** Several of a kind at once. What is chosen stays in the list, though it shows nothing at present. */
function FilterSelect<T>({ label, chosen, options, wordsOf, onChoose }: SelectProps<T>) {
  const known = new Map(options)
  const listed = [...known.keys(), ...[...chosen].filter((option) => !known.has(option))]
  return (
    <Select
      className={chosen.size === 0 ? 'report-filter' : 'report-filter filter-active'}
      mode="multiple"
      aria-label={`按${label}筛选`}
      placeholder={`${label}：全部`}
      maxTagCount="responsive"
      showSearch={false}
      allowClear
      popupMatchSelectWidth={false}
      value={listed.flatMap((option, index) => (chosen.has(option) ? [index] : []))}
      options={listed.map((option, index) => ({
        value: index,
        label: `${wordsOf(option)}（${known.get(option) ?? 0}）`,
      }))}
      onChange={(indexes) =>
        onChoose(new Set(listed.filter((_, index) => indexes.includes(index))))
      }
      notFoundContent="没有可选的"
    />
  )
}
