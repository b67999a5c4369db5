import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { textTable } from '../bench/report-table.ts'
import { FILES_PER_THREAD, SECONDS_PER_FILE, THREAD_LIMITS } from '../main/work/limits.ts'
import { createWorkerPool } from '../main/work/worker-pool.ts'
import { formOf, rawOf } from '../test/builders/ground-truth.ts'
import { numberedReport } from '../test/builders/numbered-report.ts'
import { mulberry32 } from '../test/builders/random-report.ts'
import { applyDamage, drawDamage } from './damage-bytes.ts'
import { DAMAGED_FORMATS, type DamagedFormat } from './damage-files.ts'
import { DamageTally } from './damage-tally.ts'
import { textsByPdfium } from './pdf-engine.ts'
import type { DamageAnswer, DamageTask } from './read-damaged.ts'
import { ShownBytes } from './shown-bytes.ts'
import { isShownInPlace } from './shown-cells.ts'

// node eval/damage.ts [--runs 10000] [--seed 1]: damages one file of each format at random, reads each in a worker
// thread under the usual limits, and counts. Exits 1 where a thread crashed or a cell is silently wrong.

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const truth = numberedReport('2021')
const form = formOf(truth)
const formats = DAMAGED_FORMATS.filter(({ name }) => name.includes(values.only))
const runs = Math.ceil(Number(values.runs) / formats.length)
const pool = createWorkerPool<DamageTask, DamageAnswer>({
  workerUrl: new URL('./damage-worker.ts', import.meta.url),
  seconds: SECONDS_PER_FILE,
  resourceLimits: THREAD_LIMITS,
  size: 2,
  tasksPerThread: FILES_PER_THREAD,
})

async function damageFormat(format: DamagedFormat): Promise<DamageTally> {
  const bytes = format.write(truth)
  const shown = new ShownBytes(format, truth, bytes)
  const tally = new DamageTally(format.name)
  const run = async (number: number): Promise<void> => {
    const damage = drawDamage(bytes.length, mulberry32(Number(values.seed) * 1_000_003 + number))
    const damaged = applyDamage(bytes, damage)
    const name = `年报.${format.extension}`
    const outcome = await pool.run({ name, bytes: damaged.slice() })
    await tally.add(number, damage, outcome, truth, async (id, raw) => {
      if (shown.isShown(id, raw, damage, damaged)) return true
      if (isShownInPlace(form, id, raw, damaged, format.extension)) return true
      // A number that another engine does not find either is no longer drawn.
      const texts = format.extension === 'pdf' && raw === '' ? await textsByPdfium(damaged) : null
      return texts !== null && !texts.has(rawOf(truth, id))
    })
  }
  // A few at a time, so that no thread waits.
  const numbers = Array.from({ length: runs }, (_, number) => number)
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      for (const number of numbers) if (number % 4 === lane) await run(number)
    }),
  )
  return tally
}

const tallies: DamageTally[] = []
for (const format of formats) {
  const tally = await damageFormat(format)
  tallies.push(tally)
  for (const trouble of tally.troubles) print(trouble)
}
await pool.stop()
print(`${runs * formats.length} damages, seed ${values.seed}, ${fileURLToPath(import.meta.url)}`)
print(textTable(DamageTally.headings, [...tallies.map((tally) => tally.row())]))
print(`refused: ${tallies.map((tally) => `${tally.name} ${tally.refusals()}`).join('; ')}`)
process.exitCode = tallies.some((tally) => tally.troubles.length > 0) ? 1 : 0
