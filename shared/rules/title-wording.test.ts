import { testRule } from '../../test/rule-tester.ts'
import { titleWording } from './title-wording.ts'

const titled = (text: string) => ({ title: { text } })

testRule(titleWording, {
  passes: [
    ['a unit without 人民政府', {}, titled('清水镇2021年政府信息公开工作年度报告')],
    [
      'spaces and full-width digits',
      {},
      titled('清水镇人民政府 ２０２１ 年政府信息公开工作年度报告'),
    ],
    ['traditional characters', {}, titled('清水鎮人民政府2021年政府信息公開工作年度報告')],
    ['title marks around it', {}, titled('《清水镇2021年政府信息公开工作年度报告》')],
    ['the year in Chinese numerals', {}, titled('清水镇二〇二一年政府信息公开工作年度报告')],
    ['a wrong year is year-mismatch', {}, titled('清水镇2020年政府信息公开工作年度报告')],
    ['a unit with digits in its name', {}, titled('第3师50团2021年政府信息公开工作年度报告')],
  ],
  fails: [
    [
      '年度 in the wrong place',
      {},
      [
        {
          message:
            '标题写的是“清水镇2021年度政府信息公开工作报告”，应为「机关名称＋2021年政府信息公开工作年度报告」，请核对。',
          section: 0,
          cells: [],
        },
      ],
      titled('清水镇2021年度政府信息公开工作报告'),
    ],
    ['年度 twice', {}, [{}], titled('清水镇2021年度政府信息公开工作年度报告')],
    ['政府 left out', {}, [{}], titled('清水镇2021年信息公开工作年度报告')],
    ['工作 left out', {}, [{}], titled('清水镇2021年政府信息公开年度报告')],
    ['的 put in', {}, [{}], titled('清水镇2021年政府信息公开工作的年度报告')],
    ['no unit', {}, [{}], titled('2021年政府信息公开工作年度报告')],
    ['the year before the unit', {}, [{}], titled('2021年清水镇政府信息公开工作年度报告')],
    ['no year', {}, [{ message: /「机关名称＋2021年/ }], titled('清水镇政府信息公开工作年度报告')],
    [
      'no year anywhere',
      {},
      [{ message: /「机关名称＋年份＋年政府/ }],
      { title: { text: '清水镇政府信息公开工作年度报告', year: null }, period: null },
    ],
    [
      'no title',
      {},
      [{ message: '没有找到报告的标题，应为「机关名称＋2021年政府信息公开工作年度报告」。' }],
      { title: null },
    ],
  ],
})
