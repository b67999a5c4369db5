import { rtfReader } from '../../main/readers/rtf/rtf-reader.ts'
import type { SourceDocument } from '../../shared/document/source-document.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { draw, tablesOf } from './docx-reading.ts'
import { readResult } from './read-result.ts'

/** An RTF file around this body, with fonts 0 western, 1 Chinese, 2 Symbol, 3 Wingdings; all bytes are Latin-1. */
export const rtfFile = (body: string): Uint8Array => Buffer.from(`${RTF_HEAD}${body}}`, 'latin1')

export const RTF_HEAD =
  '{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset2 Wingdings;}}'

/** Reads an RTF file around this body; a failure to read it fails the test. */
export async function readRtf(body: string): Promise<SourceDocument> {
  const read = await readResult(rtfReader, rtfFile(body))
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.error)}`)
  return read.value
}

/** The error that reading these bytes ends in. */
export async function rtfErrorOf(bytes: Uint8Array): Promise<ReadError | 'was read'> {
  const read = await readResult(rtfReader, bytes)
  return read.ok ? 'was read' : read.error
}

/** The first table of a body, drawn. */
export async function drawRtf(body: string): Promise<readonly string[]> {
  const [first] = tablesOf(await readRtf(body))
  return first === undefined ? [] : draw(first)
}

/** A row whose cells end at multiples of 1000; `marks` stand before the places of single cells. */
export function rtfRow(texts: readonly string[], marks: readonly string[] = []): string {
  return rowAt(
    texts.map((_, index) => 1000 * (index + 1)),
    texts,
    marks,
  )
}

/** A row whose cells end at these borders, in twentieths of a point. */
export function rowAt(
  borders: readonly number[],
  texts: readonly string[],
  marks: readonly string[] = [],
): string {
  const places = borders.map((border, index) => `${marks[index] ?? ''}\\cellx${border}`)
  return `\\trowd${places.join('')}${cellTexts(texts)}\\row\n`
}

/** The texts of a row's cells. */
export const cellTexts = (texts: readonly string[]): string =>
  texts.map((text) => `\\pard\\intbl ${text}\\cell`).join('')
