import type { GroundTruth } from '../builders/ground-truth.ts'
import type { ReportFile } from '../builders/read-back.ts'
import { readBack } from '../builders/read-back.ts'

/** What a conversion does to a file now and then: one place, by index (taken modulo). */
export interface Damage {
  readonly name: string
  readonly apply: (text: string, index: number) => string
}

/** One match of the pattern replaced; a text without any stays as it is. */
export function replaceOne(
  text: string,
  pattern: RegExp,
  index: number,
  replacement: (found: string) => string,
): string {
  const matches = [...text.matchAll(pattern)]
  const match = matches[index % matches.length]
  if (match === undefined) return text
  const end = match.index + match[0].length
  return text.slice(0, match.index) + replacement(match[0]) + text.slice(end)
}

/** One match of the pattern taken out. */
export const cutOut = (text: string, pattern: RegExp, index: number): string =>
  replaceOne(text, pattern, index, () => '')

/** One match of the pattern written twice. */
export const double = (text: string, pattern: RegExp, index: number): string =>
  replaceOne(text, pattern, index, (found) => found + found)

/** Every text that the damage makes of this one, with the place where it struck. */
export function damagedEverywhere(
  text: string,
  pattern: RegExp,
  replacement: (found: string) => string,
): readonly { readonly at: string; readonly text: string }[] {
  return [...text.matchAll(pattern)].map((match, index) => ({
    at: `${match[0].slice(0, 80)} at ${match.index}`,
    text: replaceOne(text, pattern, index, replacement),
  }))
}

/** Cells that are read as numbers without doubt although the report was meant otherwise. */
export async function wrongNumbers(
  truth: GroundTruth,
  file: ReportFile,
): Promise<readonly string[]> {
  const { report } = await readBack(file)
  return [...report.cells].flatMap(([id, cell]) => {
    const right = truth.cells.get(id)?.value
    const isWrong = cell.doubt === null && cell.kind === 'number' && cell.value !== right
    return isWrong ? [`${id}: ${cell.value} for ${right}`] : []
  })
}
