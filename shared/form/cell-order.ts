import { cellsOfEdition, type FormCell, findCell } from './cell-id.ts'
import type { CellId, Edition, TableId } from './edition.ts'

/** The edition's cells among `ids`, each once, in the order in which the form prints them; foreign ids are left out. */
export function cellsInOrder(form: Edition, ids: Iterable<CellId>): readonly FormCell[] {
  const cells = [...new Set(ids)].flatMap((id) => findCell(form, id) ?? [])
  return cells.toSorted((one, other) => placeInOrder(form, one.id) - placeInOrder(form, other.id))
}

/** Where the cell comes among all cells of the edition, from 0; -1 where the edition has no such cell. */
export function placeInOrder(form: Edition, id: CellId): number {
  let places = placeCache.get(form)
  if (places === undefined) {
    places = new Map(cellsOfEdition(form).map((cell, place) => [cell.id, place]))
    placeCache.set(form, places)
  }
  return places.get(id) ?? -1
}

const placeCache = new WeakMap<Edition, ReadonlyMap<CellId, number>>()

/** The tables in printed order. */
export const TABLE_IDS: readonly TableId[] = ['t2', 't3', 't4']

/** The edition's cells of one table, in printed order. */
export const cellsIn = (form: Edition, table: TableId): readonly FormCell[] =>
  cellsOfEdition(form).filter((cell) => cell.table === table)
