import { describe, expect, it } from 'vitest'
import { paragraph, sourceDocument } from '../../test/builders/source-document.ts'
import { linesOf } from './lines.ts'
import { findTitle } from './title.ts'

const titleOf = (...texts: string[]) =>
  findTitle(linesOf(sourceDocument(texts.map((text) => paragraph(text)))))

describe('findTitle', () => {
  it.each<[string, string | null, number | null]>([
    ['清溪镇2021年政府信息公开工作年度报告', '清溪镇', 2021],
    ['岚河县清溪镇人民政府 2021 年 政府信息公开工作年度报告', '岚河县清溪镇', 2021],
    ['清溪镇2022年度政府信息公开工作年度报告', '清溪镇', 2022],
    ['清溪镇2022年信息公开工作年度报告', '清溪镇', 2022],
    ['清溪镇人民政府2022年度政府信息公开年报', '清溪镇', 2022],
    ['清溪镇关于2021年度政府信息公开工作的年度报告', '清溪镇', 2021],
    ['清溪镇政府政务公开年报', '清溪镇', null],
    ['2023年清溪乡人民政府信息公开年度报告', '清溪乡', 2023],
    ['２０２１年政府信息公开工作年度报告', null, 2021],
    ['清溪镇二〇二一年政府信息公开工作年度报告', '清溪镇', 2021],
    ['⼤榆乡2021年政府信息公开⼯作年度报告', '大榆乡', 2021],
    ['岚河县人民政府办公室2024年政府信息公开工作年度报告', '岚河县人民政府办公室', 2024],
    ['附件：清溪镇2021年政府信息公开工作年度报告', '清溪镇', 2021],
  ])('reads %j', (text, unit, year) => {
    expect(titleOf(text)).toMatchObject({ unit, year })
  })

  it.each<[string[], string, string]>([
    [
      ['岚河县清溪镇', '2021年度政府信息公开工作报告'],
      '岚河县清溪镇2021年度政府信息公开工作报告',
      '岚河县清溪镇',
    ],
    [
      ['清溪镇2021年政府信息公开', '工作年度报告'],
      '清溪镇2021年政府信息公开工作年度报告',
      '清溪镇',
    ],
    [
      ['清溪镇人民政府', '2021年', '政府信息公开工作年度报告'],
      '清溪镇人民政府2021年政府信息公开工作年度报告',
      '清溪镇',
    ],
  ])('joins the lines of %j', (lines, text, unit) => {
    expect(titleOf(...lines)).toMatchObject({ text, unit, year: 2021 })
  })

  it('takes the title nearest above the text, not one from a list of reports', () => {
    const title = titleOf(
      '石渡镇2020年政府信息公开工作年度报告',
      '石渡镇2021年政府信息公开工作年度报告',
      '当前位置：首页 > 政府信息公开年报',
      '清溪镇2021年政府信息公开工作年度报告',
      '发布时间：2022-01-20',
    )
    expect(title?.unit).toBe('清溪镇')
  })

  it.each([
    ['根据《条例》规定，现公布清溪镇2021年政府信息公开工作年度报告。'],
    ['政府信息公开'],
    ['清溪镇2021年工作总结'],
    [''],
  ])('does not take %j for a title', (text) => {
    expect(titleOf(text)).toBeNull()
  })
})
