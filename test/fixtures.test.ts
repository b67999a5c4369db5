import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asExpected, ofKnownRules, readBack } from './builders/read-back.ts'

/** What a person says a document holds; `doubtful` are cells that nobody can know from the file. */
const Expected = z.object({
  edition: z.string(),
  unit: z.string(),
  year: z.number(),
  title: z.string(),
  cells: z.record(z.string(), z.object({ raw: z.string(), value: z.number().nullable() })),
  doubtful: z.array(z.string()).default([]),
  missing: z.array(z.string()).default([]),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['error', 'warning']),
      cells: z.array(z.templateLiteral([z.enum(['t2', 't3', 't4']), '.', z.string()])),
    }),
  ),
})

const folder = fileURLToPath(new URL('./fixtures', import.meta.url))

const fixtures = readdirSync(folder).map((name) => {
  const files = readdirSync(`${folder}/${name}`)
  const input = files.find((file) => file.startsWith('input.')) ?? 'input.txt'
  const expected: unknown = JSON.parse(readFileSync(`${folder}/${name}/expected.json`, 'utf8'))
  return {
    name,
    file: { name: input, bytes: new Uint8Array(readFileSync(`${folder}/${name}/${input}`)) },
    expected: Expected.parse(expected),
  }
})

describe.each(fixtures)('$name', ({ file, expected }) => {
  const reading = readBack(file)

  it('has the title, unit, year and edition that a person reads', async () => {
    const { report } = await reading
    expect({
      edition: report.edition,
      title: report.title?.text,
      unit: report.title?.unit,
      year: report.title?.year,
    }).toEqual({
      edition: expected.edition,
      title: expected.title,
      unit: expected.unit,
      year: expected.year,
    })
  })

  it('has every cell as it stands in the document', async () => {
    const { report } = await reading
    const doubtful = new Set(expected.doubtful)
    const sure = [...report.cells].filter(([id]) => !doubtful.has(id))
    const found = sure.map(([id, cell]) => [
      id,
      { raw: cell.raw, value: cell.kind === 'number' ? cell.value : null },
    ])
    expect(Object.fromEntries(found)).toEqual(expected.cells)
    expect(sure.filter(([, { doubt }]) => doubt !== null)).toEqual([])
  })

  it('gives no certain reading where the file leaves doubt', async () => {
    const { report } = await reading
    const certain = [...report.cells].filter(([, { doubt }]) => doubt === null).map(([id]) => id)
    const unknowable = new Set([...expected.doubtful, ...expected.missing])
    expect(certain.filter((id) => unknowable.has(id))).toEqual([])
  })

  it('asks a person to look at every doubtful cell and at no other', async () => {
    const { findings } = await reading
    const uncertain = findings.filter(({ rule }) => rule === 'cell-uncertain')
    const asked = uncertain.flatMap(({ cells }) => cells)
    expect(asked.toSorted()).toEqual(expected.doubtful.toSorted())
  })

  it('has exactly the errors and warnings that a person finds', async () => {
    const { findings } = await reading
    const found = asExpected(findings).filter(({ rule }) => rule !== 'cell-uncertain')
    expect(found).toEqual(ofKnownRules(expected.findings))
    for (const { rule, severity } of expected.findings)
      expect(findings.filter((finding) => finding.rule === rule)).toContainEqual(
        expect.objectContaining({ severity }),
      )
  })
})
