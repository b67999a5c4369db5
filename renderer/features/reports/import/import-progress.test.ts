import { describe, expect, it } from 'vitest'
import { afterFile, outcomeWords, paceWords, startProgress } from './import-progress.ts'

describe('paceWords', () => {
  const paceAfter = (done: number, total: number, milliseconds: number): string =>
    paceWords({ ...startProgress(total, 0), done }, milliseconds)

  it('says nothing before anybody can tell', () => {
    expect(paceAfter(2, 500, 4_000)).toBe('')
    expect(paceAfter(100, 500, 900)).toBe('')
  })

  it('says speed and time left', () => {
    expect(paceAfter(100, 500, 10_000)).toBe('每秒 10 份，约剩 40 秒')
    expect(paceAfter(100, 1_000, 10_000)).toBe('每秒 10 份，约剩 2 分钟')
    expect(paceAfter(5, 65, 10_000)).toBe('每分钟 30 份，约剩 2 分钟')
    expect(paceAfter(5, 5_005, 10_000)).toBe('每分钟 30 份，约剩 2 小时 47 分钟')
  })

  it('says nothing once it is over', () => {
    const ended = { ...startProgress(5, 0), done: 5, phase: 'ended' as const }
    expect(paceWords(ended, 10_000)).toBe('')
  })
})

describe('outcomeWords', () => {
  it('counts what came of the files', () => {
    const notice = { fileName: 'a.docx', reportId: 1, name: '清水镇 2023 年度' }
    const progress = [
      { kind: 'added' as const },
      { kind: 'added' as const },
      { kind: 'unreadable' as const },
      { kind: 'known' as const, ...notice },
      { kind: 'new-version' as const, ...notice, number: 2, difference: null },
    ].reduce(afterFile, startProgress(6, 0))
    expect(progress.done).toBe(5)
    expect(outcomeWords(progress)).toBe('新增 2 份，新版本 1 份，早已导入过 1 份，读不了 1 份')
  })

  it('says so where nothing came of it', () => {
    expect(outcomeWords(startProgress(0, 0))).toBe('没有新的报告')
  })
})
