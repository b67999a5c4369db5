import type { ResourceLimits } from 'node:worker_threads'

/** Bytes. Reports are well under 10 MB even with photographs in them. */
export const FILE_SIZE_LIMIT = 100 * 1024 * 1024

/** Bytes. A zip of reports is not read as a whole: only its directory, and the reports one by one. */
export const ARCHIVE_SIZE_LIMIT = 2048 * 1024 * 1024

/** Seconds that one file may take, counted from when a thread has it. */
export const SECONDS_PER_FILE = 20

/**
 * Megabytes of JavaScript heap for one thread. Buffers are not part of it; the readers limit those themselves.
 * The young generation is kept small because threads fill it before they collect, and every thread has its own.
 */
export const THREAD_LIMITS: ResourceLimits = {
  maxOldGenerationSizeMb: 1024,
  maxYoungGenerationSizeMb: 16,
}

/** A thread is replaced after so many files: what little each leaves behind does not add up over thousands. */
export const FILES_PER_THREAD = 400
