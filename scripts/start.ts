import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Taking the types out of the sources is half of the start; worker threads share the cache.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/nianbao-desk', import.meta.url)))
// The desk goes on when nobody reads what it says any more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const { start } = await import('./start/main.ts')
process.exitCode = await start(process.argv.slice(2))
