import { availableParallelism } from 'node:os'
import { describe, expect, it } from 'vitest'
import { parseCommandLine } from './options.ts'

describe('parseCommandLine', () => {
  it('takes every option from its default where it is not given', () => {
    expect(parseCommandLine(['a.docx', 'reports'])).toEqual({
      kind: 'check',
      options: {
        paths: ['a.docx', 'reports'],
        format: 'text',
        out: null,
        jobs: availableParallelism(),
        previous: [],
        remarks: [],
      },
    })
  })

  it('reads every option, in any order and spelling', () => {
    const args = '--jobs=3 a --format ndjson --out o --out-format html b --previous x --previous=y'
    expect(parseCommandLine(args.split(' '))).toMatchObject({
      kind: 'check',
      options: {
        paths: ['a', 'b'],
        format: 'ndjson',
        out: 'o',
        jobs: 3,
        previous: ['x', 'y'],
      },
    })
  })

  it('takes everything behind -- for a path', () => {
    expect(parseCommandLine(['--', '--odd.docx'])).toMatchObject({
      options: { paths: ['--odd.docx'] },
    })
  })

  it('says that what --previous names is not used yet', () => {
    expect(parseCommandLine(['a', '--previous', 'b'])).toMatchObject({
      options: {
        remarks: ['跨年核对暂未提供，--previous 给出的报告没有使用，只核对了各份报告自身。'],
      },
    })
  })

  it('says that --out-format does nothing without --out', () => {
    expect(parseCommandLine(['a', '--out-format', 'html'])).toMatchObject({
      options: { remarks: ['没有给出 --out，不写更正清单，--out-format 不起作用。'] },
    })
  })

  it.each([
    ['--help', 'help'],
    ['--version', 'version'],
  ] as const)('needs no path for %s', (option, kind) => {
    expect(parseCommandLine([option])).toEqual({ kind })
  })

  it.each([
    ['no path', [], '没有给出要核对的文件或文件夹。'],
    ['an unknown option', ['--frob', 'a'], '没有 --frob 这个选项。'],
    ['an unknown short option', ['-x', 'a'], '没有 -x 这个选项。'],
    [
      'an unknown format',
      ['--format', 'xml', 'a'],
      '--format 只能是 text、json、ndjson，不能是“xml”。',
    ],
    ['no number', ['--jobs', 'many', 'a'], '--jobs 要给 1 到 256 的整数，不能是“many”。'],
    ['zero threads', ['--jobs', '0', 'a'], '--jobs 要给 1 到 256 的整数，不能是“0”。'],
    ['a fraction', ['--jobs', '1.5', 'a'], '--jobs 要给 1 到 256 的整数，不能是“1.5”。'],
    ['a negative number', ['--jobs=-2', 'a'], '--jobs 要给 1 到 256 的整数，不能是“-2”。'],
    ['too many threads', ['--jobs', '257', 'a'], '--jobs 要给 1 到 256 的整数，不能是“257”。'],
    ['an empty folder name', ['--out', '', 'a'], '--out 后面要给一个文件夹。'],
    [
      'a checklist format that is not there yet',
      ['--out', 'o', '--out-format', 'html,docx,xlsx', 'a'],
      '目前还不能写 docx、xlsx 格式的更正清单，请用 --out-format html。',
    ],
    [
      'an unknown checklist format',
      ['--out', 'o', '--out-format', 'pdf', 'a'],
      '--out-format 只能是 html、docx、xlsx，用逗号隔开，不能是“pdf”。',
    ],
  ])('refuses %s', (_, args, problem) => {
    expect(parseCommandLine(args)).toEqual({ kind: 'wrong', problem })
  })

  it.each([
    ['a value is missing', ['a', '--format']],
    ['an option stands where a value should', ['--out', '--jobs', '2', 'a']],
    ['a switch has a value', ['--help=yes', 'a']],
  ])('refuses where %s', (_, args) => {
    expect(parseCommandLine(args)).toMatchObject({
      kind: 'wrong',
      problem: expect.stringContaining('选项后面的值不对'),
    })
  })
})
