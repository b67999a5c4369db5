import { main } from '../../main/cli/main.ts'
import { makeThreadsInterruptible } from '../../main/work/interruptible.ts'

/** The checker with threads that misbehave and a short limit, so that a test need not wait: TEST_SECONDS. */
makeThreadsInterruptible()
const { TEST_SECONDS } = process.env
await main({
  workerUrl: new URL('./workers/troublesome-worker.ts', import.meta.url),
  secondsPerFile: Number(TEST_SECONDS),
})
