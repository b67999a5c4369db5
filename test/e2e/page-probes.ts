import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** A cell that was chosen in the form, and what was marked in the source for it. */
export interface MarkedCell {
  readonly id: string
  /** As the form shows it, without white space; null where the document has no such cell. */
  readonly raw: string | null
  /** The text under the mark, without white space; null where nothing was marked. */
  readonly marked: string | null
  /** The cell that a click on the marked place chooses, once another one was chosen. */
  readonly back: string | null
}

/** Chooses every cell of the form, one after the other, and reads what is marked in the source. */
export const markEveryCell = (page: Page): Promise<readonly MarkedCell[]> =>
  probe<readonly MarkedCell[]>(page, 'markEveryCell', null)

/** Pastes a text, as from a program that gives nothing but text. */
export const pasteText = (page: Page, text: string): Promise<void> => probe(page, 'pasteText', text)

/** Pastes a file, as a file manager copies it; no page can put one on the clipboard itself. */
export const pasteFile = (page: Page, name: string, bytes: Buffer): Promise<void> =>
  probe(page, 'pasteFile', { name, content: bytes.toString('base64') })

/** Plain JavaScript in a file of its own: what uses the DOM is not typed here, where Node's types hold. */
const PROBES = readFileSync(new URL('./page-probes.js', import.meta.url), 'utf8')

const probe = <T>(page: Page, name: string, argument: unknown): Promise<T> =>
  page.evaluate<T>(`(() => {${PROBES}\nreturn probes.${name}(${JSON.stringify(argument)})})()`)
