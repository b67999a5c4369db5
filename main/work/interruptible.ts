import { setFlagsFromString } from 'node:v8'

/**
 * Makes sure that every thread can be ended. V8's last compiler leaves the check for interruption out of loops that
 * call nothing but built-in functions (V8 13.6: `for (;;) list.push(new Array(200).fill(0))`): such a thread can neither
 * be ended nor held to its memory, and the process could not even exit. Without that compiler our batches are no slower.
 * Call it first of all: it changes what counts as the same compiled code.
 */
export const makeThreadsInterruptible = (): void => setFlagsFromString('--no-turbofan')
