import { CORPUS, openCorpus } from './corpus-folder.ts'

// node eval/corpus.ts: writes the corpus, unless it stands there already.

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const index = await openCorpus((name) => print(`  ${name}`))
print(`${index.entries.length} files in ${CORPUS}`)
for (const { layout, tool } of index.skipped) print(`left out, no ${tool} here: ${layout}`)
