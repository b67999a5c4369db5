import { EXIT } from './exit-status.ts'
import { listenForInterruption } from './interruption.ts'
import { leaveByForce } from './leave-by-force.ts'
import { type Host, runCheck } from './run-check.ts'
import { todayOf } from './today.ts'
import { goToCallersFolder } from './working-folder.ts'

/** Runs the command in this process. `changes` are for tests. */
export async function main(changes: Partial<Host> = {}): Promise<void> {
  // Left alone, Node would end with status 1, which says that a report has errors.
  process.on('uncaughtException', (bug) => {
    process.stderr.write(`程序内部错误，核对没有完成：${bug.stack ?? bug}\n`)
    process.exit(EXIT.wrong)
  })
  goToCallersFolder(process.env)
  const { NO_COLOR } = process.env
  let hasLostThread = false
  const status = await runCheck(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    interruption: listenForInterruption(
      {
        on: (signal, listener) => process.on(signal, listener),
        exit: process.exit,
        leave: leaveByForce,
      },
      EXIT.interrupted,
    ),
    today: todayOf(new Date()),
    colour: NO_COLOR === undefined || NO_COLOR === '' ? 'colour' : 'plain',
    onLostThread: () => {
      hasLostThread = true
    },
    ...changes,
  })
  process.exitCode = status
  if (hasLostThread) leaveByForce(status)
}
