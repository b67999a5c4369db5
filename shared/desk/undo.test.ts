import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from './decisions.ts'
import {
  afterEntry,
  type Change,
  commandWords,
  EMPTY_STACK,
  inverseOf,
  type JournalEntry,
  replay,
  stackOf,
} from './undo.ts'

const FINDING = { rule: 'r', severity: 'error', message: '', cells: [], basis: '', at: [] } as const
const CONFIRMED: Decision = { kind: 'confirmed' }
const ASIDE: Decision = { kind: 'set-aside', reason: '原文如此' }

const decision = (key: string, before: Decision | null, after: Decision | null): Change => ({
  kind: 'decision',
  key,
  finding: FINDING,
  before,
  after,
})

const correction = (before: string | null, after: string | null): Change => ({
  kind: 'correction',
  cell: 't2.rule.issued',
  before,
  after,
})

const command = (...changes: readonly Change[]): JournalEntry => ({
  kind: 'command',
  command: { changes },
})
const UNDO: JournalEntry = { kind: 'undo' }
const REDO: JournalEntry = { kind: 'redo' }

const A = command(decision('a', null, CONFIRMED))
const B = command(decision('b', null, ASIDE))

describe('the stack of a journal', () => {
  const depth = (entries: readonly JournalEntry[]) => {
    const { done, undone } = stackOf(entries)
    return [done.length, undone.length]
  }

  it.each<[string, readonly JournalEntry[], readonly [number, number]]>([
    ['nothing', [], [0, 0]],
    ['two commands', [A, B], [2, 0]],
    ['one taken back', [A, B, UNDO], [1, 1]],
    ['and done again', [A, B, UNDO, REDO], [2, 0]],
    ['a new command after an undo forgets what was undone', [A, UNDO, B], [1, 0]],
    ['more undos than commands', [A, UNDO, UNDO], [0, 1]],
    ['redo without an undo', [A, REDO], [1, 0]],
    [
      'a new version ends what can be undone',
      [A, B, UNDO, { kind: 'version', versionId: 2, changes: [] }],
      [0, 0],
    ],
    ['opening a report is no step', [A, { kind: 'note', what: 'opened' }], [1, 0]],
  ])('%s', (_, entries, expected) => {
    expect(depth(entries)).toEqual(expected)
  })

  it('undoes the last command first', () => {
    expect(stackOf([A, B]).done.at(-1)?.changes[0]).toMatchObject({ key: 'b' })
  })
})

describe('inverseOf', () => {
  it('takes the last change back first', () => {
    const changes = [correction(null, '1'), correction('1', '2')]
    expect(inverseOf({ changes }).changes).toEqual([correction('2', '1'), correction('1', null)])
  })

  it('undone twice it is the command', () => {
    const changes = [decision('a', null, CONFIRMED), correction('1', null)]
    expect(inverseOf(inverseOf({ changes }))).toEqual({ changes })
  })
})

describe('replay', () => {
  it('gives what stands after the whole journal', () => {
    const { decisions, corrections } = replay([
      A,
      B,
      command(correction(null, '3')),
      UNDO,
      UNDO,
      REDO,
    ])
    expect([...decisions.keys()]).toEqual(['a', 'b'])
    expect(corrections.size).toBe(0)
  })

  it('keeps decisions over a new version and only the corrections that it names', () => {
    const version = {
      kind: 'version' as const,
      versionId: 2,
      changes: [decision('a', CONFIRMED, { kind: 'fixed' })],
    }
    const { decisions, corrections } = replay([A, command(correction(null, '3')), version])
    expect(decisions.get('a')).toEqual({ kind: 'fixed' })
    expect(corrections.size).toBe(0)
    const carried = { ...version, changes: [correction(null, '3')] }
    expect([...replay([A, command(correction(null, '3')), carried]).corrections.values()]).toEqual([
      '3',
    ])
  })

  it('after undoing everything nothing is left, and redoing everything brings all of it back', () => {
    const keys = fc.constantFrom('a', 'b', 'c')
    const decided = fc.constantFrom<Decision | null>(CONFIRMED, ASIDE, null)
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, decided), { maxLength: 12 }), (steps) => {
        const standing = new Map<string, Decision>()
        const entries = steps.map(([key, after]): JournalEntry => {
          const before = standing.get(key) ?? null
          if (after === null) standing.delete(key)
          else standing.set(key, after)
          return command(decision(key, before, after))
        })
        const undone = [...entries, ...steps.map(() => UNDO)]
        expect(replay(undone).decisions.size).toBe(0)
        expect(replay([...undone, ...steps.map(() => REDO)]).decisions).toEqual(standing)
      }),
    )
  })
})

describe('afterEntry', () => {
  it('leaves the stack it was given alone', () => {
    const before = stackOf([A])
    afterEntry(before, UNDO)
    expect(before.done).toHaveLength(1)
    expect(EMPTY_STACK).toEqual({ done: [], undone: [] })
  })
})

describe('commandWords', () => {
  it.each([
    [[decision('a', null, CONFIRMED)], '将 1 个问题标为“已确认”'],
    [[decision('a', CONFIRMED, null), decision('b', ASIDE, null)], '将 2 个问题标为“待处理”'],
    [[correction(null, '1')], '改读 1 格'],
    [[decision('a', null, ASIDE), correction(null, '1')], '将 1 个问题标为“已搁置”，改读 1 格'],
  ])('%#', (changes, expected) => {
    expect(commandWords({ changes })).toBe(expected)
  })
})
