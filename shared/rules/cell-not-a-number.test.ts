import { changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { cellNotANumber } from './cell-not-a-number.ts'

testRule(cellNotANumber, {
  passes: [
    [
      'full width, thousands marks, plus signs and units are numbers',
      {
        't3.new.natural': '１２',
        't3.new.company': '1,200',
        't3.new.legal': '+3',
        't3.new.other': '3件',
      },
    ],
    [
      'blanks and their marks are cell-blank',
      { 't3.new.natural': '', 't3.new.company': '无', 't3.new.legal': '—', 't3.new.other': '/' },
    ],
    ['money may have decimals', { 't2.fee.amount': '190.457379' }],
    [
      'a change may be negative on the 2019 form',
      { 't2.license.change': '-5', 't2.fee.change': '－2' },
      { edition: '2019' },
    ],
    ['procurement may have decimals', { 't2.procurement.amount': '1,585.50' }, { edition: '2019' }],
    ['a decimal point with nothing behind it but zeros is whole', { 't3.new.natural': '2.0' }],
    ['a foreign unit is cell-uncertain', { 't2.fee.amount': '380元' }],
    ['a cell that is not there', { 't3.new.natural': null }],
  ],
  fails: [
    [
      'words',
      { 't3.new.natural': '见附件' },
      [
        {
          message:
            '表三「一、本年新收政府信息公开申请数量」行「自然人」列写的是“见附件”，这里只能填整数，没有的填 0。',
          cells: ['t3.new.natural'],
        },
      ],
    ],
    ['a Chinese numeral is no number here', { 't3.new.natural': '二' }, [{ message: /“二”/ }]],
    ['a negative count', { 't2.rule.effective': '-1' }, [{ message: /不能是负数/ }]],
    ['negative money', { 't2.fee.amount': '-1' }, [{ message: /不能是负数/ }]],
    ['half an application', { 't4.review.total': '0.5' }, [{ message: /应为整数/ }]],
    [
      'a fraction of a change',
      { 't2.license.change': '1.5' },
      [{ message: /应为整数/ }],
      { edition: '2019' },
    ],
    [
      'a negative count on the 2019 form',
      { 't2.license.previous': '-1' },
      [{}],
      { edition: '2019' },
    ],
    [
      'more digits than can be held',
      { 't2.rule.issued': '12345678901234567890123' },
      [{ message: /位数太多/ }],
    ],
    ['money in words', { 't2.fee.amount': '叁佰元' }, [{ message: /单位：万元/ }]],
    [
      'the same words all over a row are one slip',
      changeAll(/^t3\.new\./, '详见附表'),
      [{ cellCount: 7, message: /行」?整行|整行（共 7 格）/ }],
    ],
    [
      'different words are different slips',
      { 't3.new.natural': '甲', 't3.new.company': '乙' },
      [{ cells: ['t3.new.natural'] }, { cells: ['t3.new.company'] }],
    ],
    [
      'a long text is cut, and lines are joined',
      { 't3.new.natural': `见\n${'附'.repeat(200)}` },
      [{ message: /“见 附+…”/ }],
    ],
  ],
})
