import { blocksOf } from '../form/cell-blocks.ts'
import type { FormCell } from '../form/cell-id.ts'
import { cellsOfEdition, tableOfCell } from '../form/cell-id.ts'
import { cellSetWords } from '../form/cell-set-words.ts'
import type { Edition } from '../form/edition.ts'
import { quote } from '../report/quote.ts'
import type { ReadingDoubt, Report, UnplacedCells } from '../report/report.ts'
import type { ReportRule, RuleFinding } from './rule.ts'

/** Readings that a person must look at: one finding for each run of cells doubted for the same reason. */
export const cellUncertain: ReportRule = {
  meta: {
    id: 'cell-uncertain',
    severity: 'warning',
    basis: (form) => form.source,
    about: '程序读这些格时没有把握，需要人对照原文看一眼。',
  },

  check: (report, form) => [
    ...[...cellsByDoubt(report, form)].flatMap(([doubt, cells]) =>
      blocksOf(cells, 'row').map((block) => doubtedFinding(doubt, block, report, form)),
    ),
    ...unplacedGroups(report.unplaced).map((groups) => unplacedFinding(groups, form)),
  ],
}

function cellsByDoubt(
  report: Report,
  form: Edition,
): ReadonlyMap<ReadingDoubt, readonly FormCell[]> {
  const groups = new Map<ReadingDoubt, FormCell[]>()
  for (const cell of cellsOfEdition(form)) {
    const doubt = report.cells.get(cell.id)?.doubt ?? null
    if (doubt === null) continue
    groups.set(doubt, [...(groups.get(doubt) ?? []), cell])
  }
  return groups
}

function doubtedFinding(
  doubt: ReadingDoubt,
  block: readonly FormCell[],
  report: Report,
  form: Edition,
): RuleFinding {
  const cells = block.map((cell) => cell.id)
  const raws = new Set(cells.map((id) => report.cells.get(id)?.raw.trim() ?? ''))
  return {
    message: `${cellSetWords(form, cells)}读作${shownWords([...raws])}，但没有把握：${doubtWords(doubt)}。请对照原文核对${block.length > 1 ? '这些格' : '这一格'}。`,
    cells,
  }
}

/** Rows of one table that could not be read for the same reason make one finding: it is one look at the original. */
function unplacedGroups(unplaced: readonly UnplacedCells[]): readonly (readonly UnplacedCells[])[] {
  const groups = new Map<string, UnplacedCells[]>()
  for (const entry of unplaced) {
    const [first] = entry.cells
    if (first === undefined) continue
    const key = `${tableOfCell(first)} ${entry.reason}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()]
}

function unplacedFinding(groups: readonly UnplacedCells[], form: Edition): RuleFinding {
  const cells = groups.flatMap((group) => group.cells)
  const [only] = groups
  const reason = only === undefined ? '' : `（${doubtWords(only.reason)}）`
  return {
    message: `${cellSetWords(form, cells)}没有读出：${visibleWords(groups)}，分不清各在哪一格${reason}。请对照原文核对这些格。`,
    cells,
    at: groups.flatMap((group) => group.at),
  }
}

function visibleWords(groups: readonly UnplacedCells[]): string {
  const [first] = groups
  if (first === undefined || groups.every((group) => group.values.length === 0)) {
    return '文件中没有看到数值'
  }
  if (groups.length === 1) {
    return `文件中只能看到${shownWords(first.values)}，共 ${first.values.length} 个值`
  }
  const counts = groups.map((group) => group.values.length)
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)]
  return `文件中每行能看到 ${fewest === most ? `${most}` : `${fewest} 至 ${most}`} 个值，与官方格式的格数对不上`
}

/** At most this many different texts are shown in one message. */
const SHOWN = 8

function shownWords(texts: readonly string[]): string {
  const words = texts.slice(0, SHOWN).map((text) => (text.trim() === '' ? '空白' : quote(text)))
  return `${words.join('、')}${texts.length > SHOWN ? '等' : ''}`
}

/** What is the matter with the reading, for a person who has never seen the program's insides. */
function doubtWords(doubt: ReadingDoubt): string {
  switch (doubt) {
    case 'spaced-digits':
      return '数字中间有空格，可能是一个数，也可能是两个数连在了一起'
    case 'other-unit':
      return '数字后面的单位与这一列的单位不同'
    case 'row-length':
      return '这一行的格数与官方格式不同，数值可能错了列'
    case 'row-label':
      return '这一行的名称没有认出来，是按前后各行的位置推断的'
    case 'column-label':
      return '这一列的名称没有认出来，是按左右各列的位置推断的'
    case 'two-places':
      return '这一行放在表的另一处也说得通'
    case 'run-together':
      return '几个数挤在一起，分不清是几个'
    case 'source':
      return '文件里这一处的文字或格线不清楚'
  }
}
