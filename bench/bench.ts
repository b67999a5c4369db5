import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { corpusFolder, officePdfs, readCorpus } from './corpus.ts'
import { peakMemory } from './peak-memory.ts'
import { readSpeed } from './read-speed.ts'
import { threadGain } from './thread-gain.ts'

// node bench/bench.ts [--large]: prints figures, asserts none; they hang on the machine and on what else it does.

const { values } = parseArgs({ options: { large: { type: 'boolean', default: false } } })

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

print(
  `node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cpus`,
)
const files = readCorpus(await corpusFolder(200))
const office = officePdfs(24)
print('\n200 files made from a seed: docx, pdf, html (half of them web pages), txt in equal parts.')
print("pdf: A4 with drawn borders and Adobe's song face, not embedded.")
print(
  office.length === 0
    ? 'LibreOffice is not here, so no PDF with embedded fonts is measured.'
    : 'pdf, embedded fonts: 24 of the Word files as LibreOffice exports them.',
)
print('\nBytes to findings, one warm thread, beside the bare library on the same files in turn')
print(await readSpeed(files, office))
print('\nThe 200 files through the worker pool')
print(await threadGain(files))
print('\nThe command line over a folder, ndjson, two threads')
print(await peakMemory(values.large ? [200, 1000, 3000] : [200, 1000]))
