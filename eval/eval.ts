import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { calibrationTable } from './calibration.ts'
import { type CorpusEntry, openCorpus } from './corpus-folder.ts'
import { measure } from './measure.ts'
import { brokenPromises, type LayoutTally } from './promises.ts'
import {
  type EvalRecord,
  EvalRecordSchema,
  figuresOf,
  forgotten,
  raised,
  setbacks,
} from './record.ts'
import { familyTable, layoutTable } from './tables.ts'
import { NOTHING, plus } from './tally.ts'

// node eval/eval.ts [--update] [--only TEXT]: reads the corpus and prints how right it is; exits 1 where a cell is
// silently wrong, a promise is broken or a figure falls behind the record. --update raises the record, never lowers it, and
// does neither while a cell is silently wrong.

const RECORD = fileURLToPath(new URL('record.json', import.meta.url))

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

function readRecord(): EvalRecord {
  if (!existsSync(RECORD)) return {}
  const json: unknown = JSON.parse(readFileSync(RECORD, 'utf8'))
  return EvalRecordSchema.parse(json)
}

interface Outcome {
  readonly tallies: readonly LayoutTally[]
  /** Cells that are silently wrong, one line each. */
  readonly wrong: readonly string[]
}

async function measureAll(entries: readonly CorpusEntry[]): Promise<Outcome> {
  const tallies = new Map<string, LayoutTally>()
  const wrong: string[] = []
  for (const { layout, family, path } of entries) {
    const { tally, judgement, refused } = await measure({ layout, family, path })
    const sum = tallies.get(layout)?.tally ?? NOTHING
    tallies.set(layout, { layout, family, tally: plus(sum, tally) })
    wrong.push(...judgement.wrong.map((line) => `silently wrong in ${path}: ${line}`))
    if (refused !== null) print(`not read, ${refused}: ${path}`)
  }
  return { tallies: [...tallies.values()], wrong }
}

const { values } = parseArgs({
  options: {
    update: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
})
const index = await openCorpus((name) => print(`making ${name}`))
const { tallies, wrong } = await measureAll(
  index.entries.filter(({ layout }) => layout.includes(values.only)),
)
print(`\n${layoutTable(tallies)}`)
print(`\n${familyTable(tallies)}`)
print(`\n${calibrationTable(tallies.flatMap(({ tally }) => tally.scored))}\n`)
for (const { layout, tool } of index.skipped)
  print(`left out, its record is kept: ${layout} (${tool})`)

const record = readRecord()
const measured = Object.fromEntries(
  tallies.map(({ layout, tally }) => [layout, figuresOf(tally)] as const),
)
const known = new Set([...index.entries, ...index.skipped].map(({ layout }) => layout))
const complaints = [
  ...wrong,
  ...brokenPromises(tallies),
  ...setbacks(record, measured),
  ...forgotten(record, known),
]
for (const complaint of complaints) print(complaint)
if (values.update && wrong.length === 0) {
  writeFileSync(RECORD, `${JSON.stringify(raised(record, measured), null, 2)}\n`)
  print('the record now holds what was better')
}
process.exitCode = complaints.length === 0 ? 0 : 1
