import { main } from '../../main/cli/main.ts'

/** As troublesome-check, but threads may be caught where nothing can end them. */
await main({
  workerUrl: new URL('./workers/troublesome-worker.ts', import.meta.url),
  secondsPerFile: 2,
})
