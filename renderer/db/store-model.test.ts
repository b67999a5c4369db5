import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReading } from '../../shared/desk/check-reading.ts'
import type { Decision } from '../../shared/desk/decisions.ts'
import { isDecidable, type KeyedFinding } from '../../shared/desk/finding-key.ts'
import { replay } from '../../shared/desk/undo.ts'
import type { CellId } from '../../shared/form/edition.ts'
import type { PlainReport } from '../../shared/ipc/contract.ts'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import { BUSY, buildReport, type CellChanges } from '../../test/builders/report.ts'
import { correct } from './corrections.ts'
import { decide } from './decisions.ts'
import { createMachine, fileOf, openFake, wanted } from './fake-ports.ts'
import { entriesOf } from './journal.ts'
import { listReports } from './reports.ts'
import { readReview } from './review.ts'
import type { Store } from './store.ts'
import { storeReading } from './store-reading.ts'
import { redo, undo } from './undo.ts'

/**
 * Random work on two reports against a model that keeps whole states: import, decide, correct, undo, redo, restart.
 * The model knows nothing of rows, journals or transactions.
 */

/** What can be imported; the same numbers come back in several files. */
const CONTENTS: readonly CellChanges[] = [
  BUSY,
  { ...BUSY, 't4.review.total': '4' },
  { ...BUSY, 't4.review.total': '4', 't2.rule.issued': '' },
  { ...BUSY, 't2.rule.issued': '', 't3.new.natural': '9' },
]
const UNITS = ['清水镇', '大演乡']
const CELLS: readonly CellId[] = ['t4.review.total', 't2.rule.issued', 't3.new.natural']
const DECISIONS: readonly (Decision | null)[] = [
  { kind: 'confirmed' },
  { kind: 'set-aside', reason: '原文如此' },
  { kind: 'fixed' },
  null,
]

type Step =
  | {
      readonly kind: 'import'
      readonly unit: number
      readonly content: number
      readonly copy: number
    }
  | {
      readonly kind: 'decide'
      readonly unit: number
      readonly finding: number
      readonly decision: number
    }
  | {
      readonly kind: 'correct'
      readonly unit: number
      readonly cell: number
      readonly raw: string | null
    }
  | { readonly kind: 'undo' | 'redo'; readonly unit: number }
  | { readonly kind: 'restart' }

const unit = fc.nat(UNITS.length - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      unit,
      content: fc.nat(CONTENTS.length - 1),
      copy: fc.nat(1),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      unit,
      finding: fc.nat(3),
      decision: fc.nat(DECISIONS.length - 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      unit,
      cell: fc.nat(CELLS.length - 1),
      raw: fc.constantFrom('0', '3', '/', null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), unit }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
)

/** All that a person could see of a report and lose. */
interface Seen {
  readonly decisions: Readonly<Record<string, Decision>>
  readonly texts: Readonly<Record<string, string>>
}

interface Model {
  readonly files: string[]
  reading: PlainReport
  seen: Seen
  past: Seen[]
  future: Seen[]
}

const readingOf = (unitIndex: number, content: number): PlainReport =>
  toPlainReport(buildReport(CONTENTS[content] ?? BUSY, { title: { unit: UNITS[unitIndex] ?? '' } }))

const findingsOf = ({ reading, seen }: Model) => {
  const texts = new Map(
    CELLS.flatMap((cell) => {
      const raw = seen.texts[cell]
      return raw === undefined ? [] : [[cell, raw] as const]
    }),
  )
  return checkReading(reading, texts).findings
}

const decidable = (findings: readonly KeyedFinding[]) =>
  findings.filter(({ finding }) => isDecidable(finding))

function importInto(models: Map<number, Model>, one: Extract<Step, { kind: 'import' }>): void {
  const name = `${one.unit}-${one.content}-${one.copy}`
  const reading = readingOf(one.unit, one.content)
  const model = models.get(one.unit)
  if (model === undefined) {
    const seen = { decisions: {}, texts: {} }
    models.set(one.unit, { files: [name], reading, seen, past: [], future: [] })
    return
  }
  if (model.files.includes(name)) return
  const before = findingsOf(model)
  const [old, current] = [new Map(model.reading.cells), new Map(reading.cells)]
  const texts = Object.fromEntries(
    CELLS.flatMap((cell) => {
      const raw = model.seen.texts[cell]
      return raw !== undefined && old.get(cell)?.raw === current.get(cell)?.raw ? [[cell, raw]] : []
    }),
  )
  const decisions = { ...model.seen.decisions }
  Object.assign(model, { reading, seen: { decisions, texts }, past: [], future: [] })
  model.files.push(name)
  const after = findingsOf(model)
  for (const { key } of after) if (decisions[key]?.kind === 'fixed') delete decisions[key]
  for (const { key, finding } of before) {
    // In these contents a finding is put right exactly when no finding of its rule is left about its cells.
    const isLeft = after.some(
      (other) =>
        other.finding.rule === finding.rule &&
        other.finding.cells.some((cell) => finding.cells.includes(cell)),
    )
    if (!isLeft && decisions[key]?.kind === 'confirmed') decisions[key] = { kind: 'fixed' }
  }
  model.seen = { decisions: sorted(decisions), texts: sorted(texts) }
}

function work(model: Model, one: Step): void {
  const remember = (seen: Seen): void => {
    if (JSON.stringify(seen) === JSON.stringify(model.seen)) return
    model.past.push(model.seen)
    model.future = []
    model.seen = seen
  }
  switch (one.kind) {
    case 'decide': {
      const key = decidable(findingsOf(model))[one.finding]?.key
      if (key === undefined) return
      const decisions = { ...model.seen.decisions }
      const decision = DECISIONS[one.decision] ?? null
      if (decision === null) delete decisions[key]
      else decisions[key] = decision
      remember({ ...model.seen, decisions: sorted(decisions) })
      return
    }
    case 'correct': {
      const cell = CELLS[one.cell] ?? 't4.review.total'
      const texts = { ...model.seen.texts }
      if (one.raw === null) delete texts[cell]
      else texts[cell] = one.raw
      remember({ ...model.seen, texts: sorted(texts) })
      return
    }
    case 'undo': {
      const last = model.past.pop()
      if (last === undefined) return
      model.future.push(model.seen)
      model.seen = last
      return
    }
    case 'redo': {
      const next = model.future.pop()
      if (next === undefined) return
      model.past.push(model.seen)
      model.seen = next
      return
    }
  }
}

const sorted = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)))

async function run(
  store: Store,
  models: ReadonlyMap<number, Model>,
  ids: Map<number, number>,
  one: Step,
): Promise<void> {
  if (one.kind === 'restart') return
  if (one.kind === 'import') {
    const name = `${one.unit}-${one.content}-${one.copy}`
    const stored = await wanted(storeReading(store, fileOf(name, readingOf(one.unit, one.content))))
    ids.set(one.unit, stored.reportId)
    return
  }
  const [id, model] = [ids.get(one.unit), models.get(one.unit)]
  if (id === undefined || model === undefined) return
  switch (one.kind) {
    case 'decide': {
      const review = await readReview(store, id)
      const key = review === 'absent' ? undefined : decidable(review.findings)[one.finding]?.key
      if (key !== undefined)
        await wanted(decide(store, id, [{ key, decision: DECISIONS[one.decision] ?? null }]))
      return
    }
    case 'correct':
      await wanted(
        correct(store, id, [{ cell: CELLS[one.cell] ?? 't4.review.total', raw: one.raw }]),
      )
      return
    case 'undo':
      await wanted(undo(store, id))
      return
    case 'redo':
      await wanted(redo(store, id))
  }
}

async function compare(
  store: Store,
  models: ReadonlyMap<number, Model>,
  ids: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = new Map((await listReports(store)).map((row) => [row.id, row]))
  expect(rows.size).toBe(models.size)
  for (const [index, model] of models) {
    const id = ids.get(index) ?? 0
    const review = await readReview(store, id)
    if (review === 'absent') throw new Error('absent')
    const findings = findingsOf(model)
    expect(review.findings).toEqual(findings)
    expect(Object.fromEntries(review.decisions)).toEqual(model.seen.decisions)
    const texts = Object.fromEntries([...review.handSet].map(([cell, { raw }]) => [cell, raw]))
    expect(texts).toEqual(model.seen.texts)
    const open = decidable(findings).filter(
      ({ key, finding }) => finding.severity !== 'info' && model.seen.decisions[key] === undefined,
    )
    expect(rows.get(id)).toMatchObject({ versions: model.files.length, open: open.length })
    // The journal is the second account of the same.
    const replayed = replay(await entriesOf(store, id))
    expect(replayed.decisions).toEqual(review.decisions)
    expect(Object.fromEntries(replayed.corrections)).toEqual(texts)
  }
}

describe('the store', () => {
  it('does what a simple model does, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const machine = createMachine()
        let store = await openFake(machine)
        const models = new Map<number, Model>()
        const ids = new Map<number, number>()
        for (const one of steps) {
          if (one.kind === 'restart') {
            store.database.dexie.close()
            store = await openFake(machine)
            continue
          }
          await run(store, models, ids, one)
          if (one.kind === 'import') importInto(models, one)
          else {
            const model = models.get(one.unit)
            if (model !== undefined) work(model, one)
          }
        }
        await compare(store, models, ids)
        store.database.dexie.close()
      }),
      { numRuns: 80 },
    )
  })
})
