import { type ReadAnswer, type ReadTask, readDocument } from './read-document.ts'
import { serveTasks } from './serve-tasks.ts'

/** The code of the desk's worker threads: one document in, its report and view out. */
serveTasks<ReadTask, ReadAnswer>(readDocument)
