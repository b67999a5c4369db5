import { checkReport } from '../../shared/check/check-report.ts'
import { extractReport } from '../../shared/extract/extract-report.ts'
import { readSource } from '../readers/index.ts'
import { type CheckAnswer, type CheckTask, checkFile } from './check-file.ts'
import { serveTasks } from './serve-tasks.ts'

/** The code of a worker thread: one file in, its findings out. */
serveTasks<CheckTask, CheckAnswer>((task) =>
  checkFile(task, { read: readSource, extract: extractReport, check: checkReport }),
)
