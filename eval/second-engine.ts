import { parseArgs } from 'node:util'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { median, textTable } from '../bench/report-table.ts'
import { pdfReader } from '../main/readers/pdf/pdf-reader.ts'
import { HARD_CASES, type HardCase } from '../test/builders/pdf-hard-cases.ts'
import { rawPdf } from '../test/builders/pdf-raw-page.ts'
import { mulberry32 } from '../test/builders/random-report.ts'
import { type CorpusEntry, openCorpus, readEntry } from './corpus-folder.ts'
import { applyDamage, drawDamage } from './damage-bytes.ts'
import { readDamaged } from './read-damaged.ts'
import { type Comparison, compareEngines } from './second-engine-cells.ts'

// node eval/second-engine.ts [--files 100] [--runs 1000] [--seed 1]: what a second PDF engine (pdfium) costs and what it
// would catch. The decision that came of it stands in docs/decisions.md.

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '100' },
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
})

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const megabytes = (): number => process.memoryUsage().rss / 1e6

async function compareWhole(files: readonly CorpusEntry[]): Promise<readonly string[]> {
  const found: Comparison[] = []
  for (const entry of files) {
    const compared = await compareEngines(library, readEntry(entry).bytes)
    if (compared !== null) found.push(compared)
    for (const { own, other } of compared?.differing ?? [])
      print(`${entry.path}: ${JSON.stringify(own)} here, ${JSON.stringify(other)} there`)
  }
  const differing = found.flatMap((one) => one.differing)
  const cells = found.reduce((sum, one) => sum + one.cells, 0)
  const time = (name: 'ownTime' | 'otherTime') => median(found.map((one) => one[name])).toFixed(0)
  const caught = differing.filter(({ isDoubted }) => !isDoubted)
  return [found.length, cells, differing.length, caught.length]
    .map(String)
    .concat([time('ownTime'), time('otherTime')])
}

/**
 * Files: read at all; with a certain cell that is not what it was, which the damage may truly have made so; those of them
 * caught; and right ones that would fall into doubt.
 */
interface Catch {
  read: number
  wrong: number
  caught: number
  falselyDoubted: number
}

const rowOf = ({ read, wrong, caught, falselyDoubted }: Catch): readonly string[] =>
  [read, wrong, caught, falselyDoubted].map(String)

async function compareDamaged(files: readonly CorpusEntry[], runs: number): Promise<Catch> {
  const random = mulberry32(Number(values.seed))
  const counts: Catch = { read: 0, wrong: 0, caught: 0, falselyDoubted: 0 }
  for (let run = 0; run < runs; run += 1) {
    const entry = files[Math.floor(random() * files.length)]
    if (entry === undefined) break
    const { bytes, truth } = readEntry(entry)
    const damaged = applyDamage(bytes, drawDamage(bytes.length, random))
    const answer = await readDamaged({ name: entry.path, bytes: damaged.slice() })
    if (answer.kind === 'refused') continue
    counts.read += 1
    const isWrong = answer.certain.some(([id, raw]) => raw !== truth.cells.get(id)?.raw)
    const compared = await compareEngines(library, damaged)
    const differs = compared === null || compared.differing.some(({ isDoubted }) => !isDoubted)
    const isInDoubt = answer.certain.length === 0
    if (isWrong) counts.wrong += 1
    if (isWrong && differs) counts.caught += 1
    for (const [id, raw] of answer.certain)
      if (raw !== truth.cells.get(id)?.raw)
        print(
          `${entry.path}, run ${run}: ${id} reads ${JSON.stringify(raw)}, was ${JSON.stringify(truth.cells.get(id)?.raw)}`,
        )
    if (!isWrong && differs && !isInDoubt) counts.falselyDoubted += 1
  }
  return counts
}

async function compareHard(cases: readonly HardCase[]): Promise<Catch> {
  const counts: Catch = { read: 0, wrong: 0, caught: 0, falselyDoubted: 0 }
  for (const [name, seen, , page] of cases) {
    const bytes = rawPdf(page)
    const opened = await pdfReader.open(bytes.slice())
    if (!opened.ok) continue
    counts.read += 1
    const table = opened.value.document.blocks.find((block) => block.kind === 'table')
    const cell = table?.cells.find(({ row, column }) => row === 0 && column === 1)
    const isWrong = cell?.doubt === undefined && cell?.text !== seen
    const compared = await compareEngines(library, bytes)
    const differs = compared?.differing.some(({ isDoubted }) => !isDoubted) ?? true
    if (isWrong) counts.wrong += 1
    if (isWrong && differs) counts.caught += 1
    if (!isWrong && differs) {
      counts.falselyDoubted += 1
      print(`hard case, right here and other there: ${name}`)
    }
  }
  return counts
}

const { entries } = await openCorpus(print)
const all = entries.filter(({ path }) => path.endsWith('.pdf'))
const every = Math.max(1, Math.floor(all.length / Number(values.files)))
const files = all.filter((_, index) => index % every === 0)

const before = megabytes()
const start = performance.now()
const library = await PDFiumLibrary.init()
const startTime = performance.now() - start
const startMemory = megabytes() - before

const whole = await compareWhole(files)
const damaged = await compareDamaged(files, Number(values.runs))
const hard = await compareHard(HARD_CASES)
print(`pdfium starts in ${startTime.toFixed(0)} ms and takes ${startMemory.toFixed(0)} MB`)
print(
  textTable(
    ['whole', 'files', 'cells', 'differing', 'certain', 'pdf.js ms', 'pdfium ms'],
    [['', ...whole]],
  ),
)
print(
  textTable(
    ['files', 'read', 'wrong or damaged to be so', 'caught', 'doubted though right'],
    [
      [`${values.runs} damages, seed ${values.seed}`, ...rowOf(damaged)],
      ['hard cases', ...rowOf(hard)],
    ],
  ),
)
library.destroy()
