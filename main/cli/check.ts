import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { makeThreadsInterruptible } from '../work/interruptible.ts'

makeThreadsInterruptible()
// Taking the types out of the sources is half of a short run. The cache lies with the packages: who may write there
// may change the program anyway, which is not so of the folder for temporary files. Where it cannot be written, it is not.
enableCompileCache(
  fileURLToPath(new URL('../../node_modules/.cache/nianbao-desk', import.meta.url)),
)
const { main } = await import('./main.ts')
await main()
