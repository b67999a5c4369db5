import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/check/check-report.ts'
import type { Checklist, ReportChecklist } from '../../shared/checklist/checklist.ts'
import { toChecklist, toUnreadableChecklist } from '../../shared/checklist/checklist.ts'
import { buildReport, formOf } from '../../test/builders/report.ts'
import { textOutput } from './output-text.ts'

const form = formOf()

const show = (checklist: Checklist, colour: 'colour' | 'plain' = 'plain') =>
  textOutput(colour).one({ verdict: 'clean', hasErrors: false, json: null, checklist }, 0)

const listOf = (...args: Parameters<typeof buildReport>) =>
  toChecklist('in/a.docx', checkReport(buildReport(...args), form), form)

describe('textOutput', () => {
  it('says in words that nothing was found', () => {
    expect(show(listOf())).toBe(`in/a.docx
  清水镇，2021 年度，2021 年式样（国办公开办函〔2021〕30号）
  未发现问题：已核对的内容中没有发现问题。

`)
  })

  it('numbers what was found, and aligns what belongs to it', () => {
    const item = { uncertain: false, basis: '通知', pages: [], stands: null, should: null }
    const items: ReportChecklist['items'] = [
      // Its sentence names the cell, so that the place need not.
      {
        ...item,
        number: 1,
        rule: 'cell-blank',
        severity: 'warning',
        place: '「规章」行',
        pages: [2],
        stands: '空白',
        message: '「规章」行是空白。',
      },
      {
        ...item,
        number: 2,
        rule: 't4-total',
        severity: 'error',
        place: '整组（共 5 格）',
        stands: '9',
        should: '0',
        message: '总计不对。',
      },
      { ...item, number: 3, rule: 'other', severity: 'info', place: null, message: '看一看。' },
    ]
    expect(show({ ...listOf(), verdict: 'must-correct', items })).toBe(`in/a.docx
  清水镇，2021 年度，2021 年式样（国办公开办函〔2021〕30号）
  需修改（3 项）：标有“错误”的各项必须更正，标有“请核对”的各项请对照原文判断。
    1. [请核对] 「规章」行是空白。
       位置：第 2 页
       现为：空白
       依据：通知
    2. [错误] 总计不对。
       位置：整组（共 5 格）
       现为：9　应为：0
       依据：通知
    3. [提示] 看一看。
       依据：通知

`)
  })

  it('says what was not checked', () => {
    expect(show(listOf({}, { missing: ['t4'] }))).toMatch(
      /\n {2}以下内容没有核对：\n {4}· 没有找到表四/,
    )
  })

  it('gives cause and remedy of a file that could not be read', () => {
    expect(show(toUnreadableChecklist('a.pdf', { code: 'encrypted' }))).toBe(
      'a.pdf\n  读不了：文件设有打开密码，请去掉密码另存一份后再核对。\n\n',
    )
  })

  it('has colour only where it is asked for, and the same words', () => {
    const list = listOf({ 't4.review.total': '9' })
    const coloured = show(list, 'colour')
    expect(coloured).toContain('\u001b[31m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are control sequences
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(show(list))
  })
})
