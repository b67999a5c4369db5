import { setTimeout as pause } from 'node:timers/promises'
import { type ReadAnswer, type ReadTask, readDocument } from '../../../main/work/read-document.ts'
import { serveTasks } from '../../../main/work/serve-tasks.ts'

/** The desk's thread, but documents of some names do to it what a hostile one would. */
serveTasks<ReadTask, ReadAnswer>(async (task) => {
  const [trouble, argument] = task.name.split(/[ .]/)
  switch (trouble) {
    case 'hang':
      for (;;) {
        // Nothing but ending the thread ends this.
      }
    case 'throw':
      throw new TypeError('a bug in a reader')
    case 'sleep':
      await pause(Number(argument))
  }
  return readDocument(task)
})
