import { describe, expect, it } from 'vitest'
import { showProgress } from './progress.ts'

function screen(columns: number) {
  const written: string[] = []
  const stream = {
    isTTY: true,
    columns,
    write: (text: string) => written.push(text) > 0,
  }
  return { stream, last: () => written.at(-1)?.replace('\r\u001b[2K', ''), written }
}

describe('showProgress', () => {
  it('writes nothing where there is no terminal', () => {
    const { stream, written } = screen(80)
    const progress = showProgress({ ...stream, isTTY: false }, 3)
    progress.started('a.docx')
    progress.finished()
    progress.clear()
    expect(written).toEqual([])
  })

  it('shows how many are done, how fast, how long it will take, and the file at hand', () => {
    const { stream, last } = screen(100)
    let time = 0
    const progress = showProgress(stream, 200, () => time)
    for (let done = 0; done < 50; done += 1) progress.finished()
    time = 10_000
    progress.started('reports/清水镇.docx')
    expect(last()).toBe('[#####---------------] 50/200 每秒 5.0 份 还要 30 秒 reports/清水镇.docx')
  })

  it('never fills the line, in which Chinese characters take two columns', () => {
    const { stream, last } = screen(40)
    showProgress(stream, 3, () => 0).started(`年${'报'.repeat(30)}`)
    expect(last()).toBe('[--------------------] 0/3 年报报报报报')
  })

  it('draws only now and then', () => {
    const { stream, written } = screen(80)
    let time = 0
    const progress = showProgress(stream, 1000, () => time)
    for (; time < 1000; time += 1) progress.finished()
    expect(written).toHaveLength(10)
  })

  it('does not let a file name steer the terminal', () => {
    const { stream, last } = screen(80)
    showProgress(stream, 1, () => 0).started('\u001b[2Ja\nb')
    expect(last()).toBe('[--------------------] 0/1 �[2Ja b')
  })

  it('takes its line away', () => {
    const { stream, last } = screen(80)
    const progress = showProgress(stream, 1, () => 0)
    progress.started('a')
    progress.clear()
    expect(last()).toBe('')
  })
})
