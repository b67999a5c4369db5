import type { z } from 'zod'
import { CALL_ARGUMENTS, type CallName, type Calls } from '../../shared/ipc/contract.ts'
import { failure, type Result, success } from '../../shared/result.ts'

export interface BadArguments {
  readonly code: 'bad-arguments'
}

/** Takes whatever came in as the arguments of a call; runs the call only if they are of its form. */
export type Route = (args: unknown) => Promise<Result<unknown, BadArguments>>

/** Every call behind its schema; a host calls nothing else. */
export const routesOf = (calls: Calls): Readonly<Record<CallName, Route>> => ({
  'report:read': route(CALL_ARGUMENTS['report:read'], calls['report:read']),
  'report:cancel': route(CALL_ARGUMENTS['report:cancel'], calls['report:cancel']),
  'archive:unpack': route(CALL_ARGUMENTS['archive:unpack'], calls['archive:unpack']),
  'file:pick': route(CALL_ARGUMENTS['file:pick'], calls['file:pick']),
  'file:read': route(CALL_ARGUMENTS['file:read'], calls['file:read']),
  'file:look': route(CALL_ARGUMENTS['file:look'], calls['file:look']),
  'file:watch': route(CALL_ARGUMENTS['file:watch'], calls['file:watch']),
  'file:open': route(CALL_ARGUMENTS['file:open'], calls['file:open']),
  'print:show': route(CALL_ARGUMENTS['print:show'], calls['print:show']),
  'print:pdf': route(CALL_ARGUMENTS['print:pdf'], calls['print:pdf']),
  'sample:list': route(CALL_ARGUMENTS['sample:list'], calls['sample:list']),
  'host:status': route(CALL_ARGUMENTS['host:status'], calls['host:status']),
})

/** Whether that is the name of a call. */
export const isCallName = (name: string): name is CallName => Object.hasOwn(CALL_ARGUMENTS, name)

const route =
  <Args extends readonly unknown[], Answer>(
    schema: z.ZodType<Args>,
    run: (...args: Args) => Promise<Answer>,
  ): Route =>
  async (input) => {
    const args = schema.safeParse(input)
    return args.success ? success(await run(...args.data)) : failure({ code: 'bad-arguments' })
  }
