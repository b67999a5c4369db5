import { serveTasks } from '../main/work/serve-tasks.ts'
import { type DamageAnswer, type DamageTask, readDamaged } from './read-damaged.ts'

/** The code of a worker thread: one damaged file in, what was read of it out. */
serveTasks<DamageTask, DamageAnswer>(readDamaged)
