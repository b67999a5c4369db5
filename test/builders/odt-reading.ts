import { odtReader } from '../../main/readers/odt/odt-reader.ts'
import type { SourceDocument } from '../../shared/document/source-document.ts'
import { buildOdt, type OdtParts } from './odt.ts'
import { readResult } from './read-result.ts'

/** Reads an .odt made of these parts; a failure to read it fails the test. */
export async function readOdt(parts: OdtParts): Promise<SourceDocument> {
  const read = await readResult(odtReader, buildOdt(parts))
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.error)}`)
  return read.value
}
