import type { Edition, EditionId } from './edition.ts'
import { edition2019 } from './edition-2019.ts'
import { edition2021 } from './edition-2021.ts'

/** Every edition the program knows, oldest first. A new edition is one new file and one line here. */
export const EDITIONS: readonly Edition[] = [edition2019, edition2021]

/** The edition with that id; undefined where `editions` has none. */
export const findEdition = (
  id: EditionId,
  editions: readonly Edition[] = EDITIONS,
): Edition | undefined => editions.find((edition) => edition.id === id)

/** The edition in force for a report year; undefined before the first one. */
export const editionInForce = (
  year: number,
  editions: readonly Edition[] = EDITIONS,
): Edition | undefined =>
  editions.find(
    ({ reportYears }) =>
      year >= reportYears.from && (reportYears.to === null || year <= reportYears.to),
  )
