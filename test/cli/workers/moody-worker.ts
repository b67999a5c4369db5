import { setTimeout as pause } from 'node:timers/promises'
import { serveTasks } from '../../../main/work/serve-tasks.ts'

/** A thread that does what its task tells it, among it what no thread should do. */
let tasksDone = 0

serveTasks<string, string>(async (task) => {
  const [word, ...rest] = task.split(' ')
  switch (word) {
    case 'hang':
      for (;;) {
        // Nothing but ending the thread ends this.
      }
    case 'balloon': {
      const balloon: number[][] = []
      for (;;) balloon.push([balloon.length, 1, 2, 3])
    }
    case 'exit':
      process.exit(7)
      break
    case 'throw':
      throw new RangeError('a bug in a rule')
    case 'print':
      process.stdout.write('noise')
      process.stderr.write('noise')
      break
    case 'mine':
      setTimeout(() => {
        throw new Error('left behind by an earlier task')
      }, 50)
      break
    case 'sleep':
      await pause(Number(rest[0]))
      break
  }
  tasksDone += 1
  return `${task} ${tasksDone}`
})
