import type { CellId } from '../shared/form/edition.ts'
import type { ReadErrorCode } from '../shared/read-error.ts'
import { unplacedIds } from '../shared/report/cell-state.ts'
import type { Cell } from '../shared/report/report.ts'
import { readAndCheck } from './measure.ts'

export interface DamageTask {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What was read of a damaged file, as plain data. */
export type DamageAnswer =
  | { readonly kind: 'refused'; readonly code: ReadErrorCode }
  | {
      readonly kind: 'read'
      /** Numbers and blanks that were read without doubt. Words in a number cell are reported, whatever they are. */
      readonly certain: readonly (readonly [CellId, string])[]
      readonly uncertain: readonly CellId[]
    }

/** Reads a damaged file to its findings; an exception is a bug. */
export async function readDamaged({ name, bytes }: DamageTask): Promise<DamageAnswer> {
  const checked = await readAndCheck(bytes, name)
  if (!checked.ok) return { kind: 'refused', code: checked.error.code }
  const { report } = checked.value
  const cells = [...report.cells]
  return {
    kind: 'read',
    certain: cells.flatMap(([id, cell]) => (isCertain(cell) ? [[id, cell.raw] as const] : [])),
    uncertain: [
      ...cells.flatMap(([id, cell]) => (isCertain(cell) ? [] : [id])),
      ...unplacedIds(report),
    ],
  }
}

const isCertain = ({ kind, doubt }: Cell): boolean => doubt === null && kind !== 'text'
