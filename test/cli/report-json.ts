import { z } from 'zod'
import { type Outcome, type RunOptions, runCommand } from './run-command.ts'

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string().min(1),
  cells: z.array(z.string()),
  expected: z.string().optional(),
  actual: z.string().optional(),
  basis: z.string().min(1),
  uncertain: z.literal(true).optional(),
})

const checked = z.strictObject({
  file: z.string(),
  status: z.literal('checked'),
  title: z.string().nullable(),
  unit: z.string().nullable(),
  year: z.number().nullable(),
  edition: z.enum(['2019', '2021']),
  cells: z.record(
    z.string(),
    z.strictObject({
      raw: z.string(),
      value: z.number().nullable(),
      uncertain: z.literal(true).optional(),
    }),
  ),
  sections: z.array(
    z.strictObject({ number: z.number(), heading: z.string(), standard: z.boolean() }),
  ),
  findings: z.array(finding),
})

const unreadable = z.strictObject({
  file: z.string(),
  status: z.literal('unreadable'),
  error: z.strictObject({ code: z.string(), message: z.string().min(1) }),
})

const report = z.discriminatedUnion('status', [checked, unreadable])

const batch = z.strictObject({ schema: z.literal(1), reports: z.array(report) })

/** A report object as other programs see it. */
export type ReportObject = z.infer<typeof report>

/** The one document of `--format json`; throws where it is not what the outside contract says. */
export const parseDocument = (text: string): readonly ReportObject[] =>
  batch.parse(JSON.parse(text)).reports

/** The objects of `--format ndjson`. */
export const parseLines = (text: string): readonly ReportObject[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => report.parse(JSON.parse(line)))

/** Runs the checker for its JSON. */
export async function runForJson(
  paths: readonly string[],
  options: RunOptions = {},
): Promise<Outcome & { readonly reports: readonly ReportObject[] }> {
  const outcome = await runCommand(['--format', 'json', ...paths], options)
  return { ...outcome, reports: parseDocument(outcome.stdout) }
}

/** Each report in one word: `a.docx checked` or `b.pdf encrypted`. */
export const inShort = (reports: readonly ReportObject[]): readonly string[] =>
  reports.map((one) =>
    one.status === 'checked' ? `${one.file} checked` : `${one.file} ${one.error.code}`,
  )
