import { basename } from 'node:path'
import { readSource } from '../../../main/readers/index.ts'
import { type CheckAnswer, type CheckTask, checkFile } from '../../../main/work/check-file.ts'
import { serveTasks } from '../../../main/work/serve-tasks.ts'
import { checkReport } from '../../../shared/check/check-report.ts'
import { extractReport } from '../../../shared/extract/extract-report.ts'

/** The product's thread, but files of some names do to it what a bug in a reader would. */
serveTasks<CheckTask, CheckAnswer>((task) => {
  const [trouble] = basename(task.file).split('.')
  switch (trouble) {
    case 'hang':
      for (;;) {
        // Nothing but ending the thread ends this.
      }
    case 'balloon': {
      const balloon: number[][] = []
      for (;;) balloon.push(new Array(2000).fill(balloon.length))
    }
    case 'cling':
      for (;;) {
        // V8's last compiler forgets to look for interruption here.
        new Array(200).fill(1)
      }
    case 'exit':
      process.exit(0)
      break
    case 'throw':
      throw new TypeError('a bug in a rule')
  }
  return checkFile(task, { read: readSource, extract: extractReport, check: checkReport })
})
