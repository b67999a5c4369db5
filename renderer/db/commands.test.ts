import { beforeEach, describe, expect, it } from 'vitest'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import { BUSY, buildReport } from '../../test/builders/report.ts'
import { breakAtWrite } from './broken-disk.ts'
import { correct, listCorrections } from './corrections.ts'
import { decide, listDecisions, readDecisions } from './decisions.ts'
import { createMachine, dump, type FakeMachine, fileOf, openFake, wanted } from './fake-ports.ts'
import { readReport } from './reports.ts'
import { type Review, readReview } from './review.ts'
import type { ReportId, ReportRow } from './rows.ts'
import type { Store } from './store.ts'
import { storeReading } from './store-reading.ts'
import { readUndoStack, redo, undo } from './undo.ts'

const WRONG = { ...BUSY, 't4.review.total': '4', 't2.rule.issued': '' }

let machine: FakeMachine
let store: Store
let id: ReportId

beforeEach(async () => {
  machine = createMachine()
  store = await openFake(machine)
  const input = fileOf('a', toPlainReport(buildReport(WRONG)))
  id = (await wanted(storeReading(store, input))).reportId
})

async function review(): Promise<Review> {
  const found = await readReview(store, id)
  if (found === 'absent') throw new Error('absent')
  return found
}

async function row(): Promise<ReportRow> {
  const found = await readReport(store, id)
  if (found === 'absent') throw new Error('absent')
  return found
}

async function keyOf(rule: string): Promise<string> {
  const found = (await review()).findings.find(({ finding }) => finding.rule === rule)
  if (found === undefined) throw new Error(`no ${rule}`)
  return found.key
}

const CONFIRMED = { kind: 'confirmed' } as const

describe('decide', () => {
  it('keeps the decision, the finding as it stood and what the list shows', async () => {
    const key = await keyOf('t4-total')
    await wanted(decide(store, id, [{ key, decision: CONFIRMED }]))
    expect([...(await readDecisions(store, id))]).toEqual([[key, CONFIRMED]])
    expect(await listDecisions(store, id)).toMatchObject([
      { reportId: id, findingKey: key, finding: { rule: 't4-total' }, versionId: 1 },
    ])
    expect(await row()).toMatchObject({ open: 1, total: 2, state: 'in-review' })
  })

  it('makes the report done with the last finding, and undone with its undo', async () => {
    const keys = [await keyOf('t4-total'), await keyOf('cell-blank')]
    await wanted(
      decide(
        store,
        id,
        keys.map((key) => ({ key, decision: CONFIRMED })),
      ),
    )
    expect(await row()).toMatchObject({ open: 0, state: 'done' })
    await wanted(undo(store, id))
    expect(await row()).toMatchObject({ open: 2, state: 'in-review' })
  })

  it('opens a finding again', async () => {
    const key = await keyOf('t4-total')
    await wanted(decide(store, id, [{ key, decision: CONFIRMED }]))
    await wanted(decide(store, id, [{ key, decision: null }]))
    expect((await readDecisions(store, id)).size).toBe(0)
    expect(await row()).toMatchObject({ open: 2 })
  })

  it('that changes nothing is no step', async () => {
    const key = await keyOf('t4-total')
    await wanted(decide(store, id, [{ key, decision: CONFIRMED }]))
    const before = await dump(store)
    const done = await wanted(decide(store, id, [{ key, decision: CONFIRMED }]))
    expect(done.command).toBeNull()
    expect(await dump(store)).toEqual(before)
  })

  it('about a finding that is not there decides nothing at all', async () => {
    const before = await dump(store)
    const key = await keyOf('t4-total')
    const requests = [
      { key, decision: CONFIRMED },
      { key: 'unknown', decision: CONFIRMED },
    ]
    expect(await decide(store, id, requests)).toEqual({ ok: false, error: { code: 'gone' } })
    expect(await decide(store, 99, requests)).toEqual({ ok: false, error: { code: 'gone' } })
    expect(await dump(store)).toEqual(before)
  })
})

describe('correct', () => {
  it('keeps both texts, runs all rules again and says what became of the findings', async () => {
    const done = await wanted(correct(store, id, [{ cell: 't4.review.total', raw: ' 3 ' }]))
    expect(done.difference).toMatchObject({ gone: [{ finding: { rule: 't4-total' } }], same: [{}] })
    const { handSet, report, reading, findings } = await review()
    expect([...handSet]).toEqual([['t4.review.total', { raw: '3', read: '4' }]])
    expect(report.cells.get('t4.review.total')?.raw).toBe('3')
    expect(new Map(reading.cells).get('t4.review.total')?.raw).toBe('4')
    expect(findings.map(({ finding }) => finding.rule)).toEqual(['cell-blank'])
    expect(await row()).toMatchObject({
      errors: 0,
      warnings: 1,
      verdict: 'must-review',
      rules: ['cell-blank'],
    })
    expect(await listCorrections(store, 1)).toMatchObject([{ raw: '3', previousRaw: '4' }])
  })

  it('is taken back to what the program read', async () => {
    await wanted(correct(store, id, [{ cell: 't4.review.total', raw: '3' }]))
    await wanted(correct(store, id, [{ cell: 't4.review.total', raw: null }]))
    expect((await review()).handSet.size).toBe(0)
    expect((await review()).findings.map(({ finding }) => finding.rule)).toContain('t4-total')
  })

  it('brings a decided finding back with its decision when it is taken back', async () => {
    const key = await keyOf('t4-total')
    await wanted(decide(store, id, [{ key, decision: CONFIRMED }]))
    await wanted(correct(store, id, [{ cell: 't4.review.total', raw: '3' }]))
    expect(await row()).toMatchObject({ open: 1, total: 1 })
    await wanted(undo(store, id))
    expect(await row()).toMatchObject({ open: 1, total: 2 })
    expect((await readDecisions(store, id)).get(key)).toEqual(CONFIRMED)
  })

  it('and decide refuse what a person could not have meant, and keep nothing', async () => {
    const before = await dump(store)
    const key = await keyOf('t4-total')
    const blank = { kind: 'set-aside', reason: ' ' } as const
    await expect(correct(store, id, [{ cell: 't4.review.total', raw: '1 2' }])).rejects.toThrow(
      'two-numbers',
    )
    await expect(decide(store, id, [{ key, decision: blank }])).rejects.toThrow('setAside')
    expect(await dump(store)).toEqual(before)
  })

  it('of a cell that the form does not have sets nothing', async () => {
    const before = await dump(store)
    const requests = [
      { cell: 't4.review.total', raw: '3' } as const,
      { cell: 't4.review.nowhere', raw: '3' } as const,
    ]
    expect(await correct(store, id, requests)).toEqual({ ok: false, error: { code: 'gone' } })
    expect(await dump(store)).toEqual(before)
  })
})

describe('undo and redo', () => {
  it('walk back and forth over both kinds of command, also after a restart', async () => {
    const key = await keyOf('t4-total')
    await wanted(decide(store, id, [{ key, decision: CONFIRMED }]))
    await wanted(correct(store, id, [{ cell: 't2.rule.issued', raw: '0' }]))
    const after = await review()
    store.database.dexie.close()
    store = await openFake(machine)
    expect((await readUndoStack(store, id)).done).toHaveLength(2)
    await wanted(undo(store, id))
    await wanted(undo(store, id))
    expect((await review()).handSet.size + (await review()).decisions.size).toBe(0)
    await wanted(redo(store, id))
    await wanted(redo(store, id))
    const again = await review()
    expect(again.findings).toEqual(after.findings)
    expect(again.decisions).toEqual(after.decisions)
    expect(again.handSet).toEqual(after.handSet)
  })

  it('without a step left do nothing', async () => {
    const before = await dump(store)
    expect((await wanted(undo(store, id))).command).toBeNull()
    expect((await wanted(redo(store, id))).command).toBeNull()
    expect(await dump(store)).toEqual(before)
  })

  it('stop at a new version, whose cells are others', async () => {
    await wanted(correct(store, id, [{ cell: 't2.rule.issued', raw: '0' }]))
    const next = fileOf('b', toPlainReport(buildReport(BUSY)))
    await wanted(storeReading(store, next))
    expect((await wanted(undo(store, id))).command).toBeNull()
  })

  it('belong to one report: another one is not touched', async () => {
    const other = fileOf('z', toPlainReport(buildReport(WRONG, { title: { unit: '大演乡' } })))
    const otherId = (await wanted(storeReading(store, other))).reportId
    await wanted(correct(store, id, [{ cell: 't2.rule.issued', raw: '0' }]))
    expect((await wanted(undo(store, otherId))).command).toBeNull()
    expect((await review()).handSet.size).toBe(1)
  })
})

describe('a command that is broken off', () => {
  it.each(['decide', 'correct', 'undo'] as const)('leaves nothing: %s', async (what) => {
    const key = await keyOf('t4-total')
    await wanted(correct(store, id, [{ cell: 't2.rule.issued', raw: '1' }]))
    const before = await dump(store)
    const run = {
      decide: () => decide(store, id, [{ key, decision: CONFIRMED }]),
      correct: () => correct(store, id, [{ cell: 't4.review.total', raw: '3' }]),
      undo: () => undo(store, id),
    }[what]
    for (let writes = 1; ; writes++) {
      const broken = breakAtWrite(writes, 'silently')
      const result = await run()
      broken.end()
      if (!broken.hit()) {
        expect(writes).toBeGreaterThan(3)
        return
      }
      expect(result).toEqual({ ok: false, error: { code: 'aborted' } })
      expect(await dump(store)).toEqual(before)
    }
  })
})
