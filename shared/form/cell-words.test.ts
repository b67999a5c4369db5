import { describe, expect, it } from 'vitest'
import { type FormCell, findCell } from './cell-id.ts'
import { cellWords, noticeOf, shortRowName } from './cell-words.ts'
import type { CellId, Edition } from './edition.ts'
import { edition2019 } from './edition-2019.ts'
import { edition2021 } from './edition-2021.ts'

const cellOf = (form: Edition, id: CellId): FormCell => {
  const cell = findCell(form, id)
  if (cell === undefined) throw new Error(`no cell ${id}`)
  return cell
}

describe('cellWords', () => {
  it.each<[CellId, string]>([
    ['t2.rule.issued', '表二「规章」行「本年制发件数」列'],
    ['t2.fee.amount', '表二「行政事业性收费」行「本年收费金额」列'],
    ['t3.new.total', '表三「一、本年新收政府信息公开申请数量」行「总计」列'],
    ['t3.granted.natural', '表三「（一）予以公开」行「自然人」列'],
    ['t3.partial.company', '表三「（二）部分公开」行「商业企业」列'],
    ['t3.denied.secret.natural', '表三「（三）不予公开 1.属于国家秘密」行「自然人」列'],
    ['t3.other.misc.other', '表三「（六）其他处理 3.其他」行「其他」列'],
    ['t4.review.upheld', '表四「行政复议」组「结果维持」列'],
    ['t4.afterReview.total', '表四「行政诉讼·复议后起诉」组「总计」列'],
  ])('names %s by its official labels', (id, words) => {
    expect(cellWords(cellOf(edition2021, id))).toBe(words)
  })

  it('keeps the number in front of a row that has no group', () => {
    expect(cellWords(cellOf(edition2019, 't3.other.all.total'))).toBe(
      '表三「（六）其他处理」行「总计」列',
    )
  })
})

describe('shortRowName', () => {
  it.each<[CellId, string]>([
    ['t3.new.total', '新收'],
    ['t3.carriedOut.total', '结转下年度'],
    ['t3.granted.total', '予以公开'],
    ['t3.partial.total', '部分公开'],
    ['t3.denied.security.total', '危及“三安全一稳定”'],
    ['t3.other.overdueFee.total', '逾期未缴费'],
  ])('drops the number and the remark of %s', (id, name) => {
    expect(shortRowName(cellOf(edition2021, id))).toBe(name)
  })

  it('gives every row of a table another name', () => {
    for (const form of [edition2019, edition2021]) {
      const names = form.tables.t3.rows.map((row) =>
        shortRowName(cellOf(form, `t3.${row.id}.total`)),
      )
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

it('an edition is named by its notice, an unknown one by its id', () => {
  expect(noticeOf('2019')).toBe('国办公开办函〔2019〕60号')
  expect(noticeOf('2031')).toBe('2031')
})
