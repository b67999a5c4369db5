import { expect, it } from 'vitest'
import { cellsOfEdition } from './cell-id.ts'
import { cellSetWords } from './cell-set-words.ts'
import type { CellId } from './edition.ts'
import { edition2021 } from './edition-2021.ts'

const words = (ids: readonly CellId[]): string => cellSetWords(edition2021, ids)
const matching = (pattern: RegExp): readonly CellId[] =>
  cellsOfEdition(edition2021).flatMap(({ id }) => (pattern.test(id) ? [id] : []))

it.each<[string, readonly CellId[], string]>([
  ['nothing', [], ''],
  ['one cell', ['t2.rule.issued'], '表二「规章」行「本年制发件数」列'],
  ['the same cell twice', ['t2.rule.issued', 't2.rule.issued'], '表二「规章」行「本年制发件数」列'],
  [
    'a whole row',
    matching(/^t3\.new\./),
    '表三「一、本年新收政府信息公开申请数量」整行（共 7 格）',
  ],
  ['a whole column', matching(/^t3\..*\.natural$/), '表三「自然人」整列（共 25 格）'],
  ['a whole table', matching(/^t2\./), '整张表二（共 10 格）'],
  ['the whole form', matching(/./), '整张表二、整张表三、整张表四（共 200 格）'],
  ['a group', matching(/^t4\.review\./), '表四「行政复议」整组（共 5 格）'],
  [
    'one column in all groups',
    matching(/^t4\..*\.total$/),
    '表四「行政复议」「行政诉讼·未经复议直接起诉」「行政诉讼·复议后起诉」组的「总计」列（共 3 格）',
  ],
  [
    'all columns but the last',
    matching(/^t3\..*\.(natural|company|research|charity|legal|other)$/),
    '表三全部 25 行的「自然人」至「其他」这 6 列（共 150 格）',
  ],
  [
    'two columns of neighbouring rows',
    matching(/^t3\.denied\..*\.(natural|total)$/),
    '表三「（三）不予公开 1.属于国家秘密」至「（三）不予公开 8.属于行政查询事项」这 8 行的「自然人」「总计」列（共 16 格）',
  ],
  [
    'some cells of one row',
    ['t3.new.natural', 't3.new.legal'],
    '表三「一、本年新收政府信息公开申请数量」行「自然人」「法律服务机构」列（共 2 格）',
  ],
  [
    'whole rows',
    matching(/^t3\.(granted|partial)\./),
    '表三「（一）予以公开」「（二）部分公开」行的各列（共 14 格）',
  ],
  [
    'rows of four far apart',
    matching(/^t3\.(new|granted|handled|declined\.repeat)\.natural$/),
    '表三「一、本年新收政府信息公开申请数量」「（一）予以公开」「（五）不予处理 2.重复申请」等 4 行的「自然人」列（共 4 格）',
  ],
  [
    'cells of two tables',
    ['t4.review.total', 't2.rule.issued'],
    '表二「规章」行「本年制发件数」列、表四「行政复议」组「总计」列（共 2 格）',
  ],
  [
    'cells without any order',
    ['t3.new.natural', 't3.carriedIn.company', 't3.granted.legal', 't3.handled.other'],
    '表三「一、本年新收政府信息公开申请数量」行「自然人」列、「二、上年结转政府信息公开申请数量」行「商业企业」列、「（一）予以公开」行「法律服务机构」列等（共 4 格）',
  ],
])('names %s', (_, ids, expected) => {
  expect(words(ids)).toBe(expected)
})
