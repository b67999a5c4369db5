import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { Relationship } from '../ooxml/relationships.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { openSettled } from '../settled/open-settled.ts'
import { runsIn, type SettledBlock } from '../settled/settled.ts'
import { openOdfPackage } from './odf-package.ts'
import { sizeError } from './odf-size.ts'
import { readStyles } from './odf-styles.ts'
import { settleOdt } from './settle.ts'

/** Reads OpenDocument texts (.odt, .ott, flat .fodt) from their XML, as they stand with all changes accepted. */
export const odtReader: Reader = { type: 'odt', open: openOdt }

async function openOdt(bytes: Uint8Array): Promise<Result<OpenedSource, ReadError>> {
  const opened = await openOdfPackage(bytes)
  if (!opened.ok) return opened
  const { body, parts, archive } = opened.value
  const tooLarge = sizeError(body)
  if (tooLarge !== undefined) return failure(tooLarge)
  const settled = settleOdt(body, readStyles(parts))
  return success(
    openSettled('odt', settled, () => ({ archive, relationships: pictureLinks(settled.blocks) })),
  )
}

/** OpenDocument names a picture by its place in the package, where Word names a link to it. */
function pictureLinks(blocks: readonly SettledBlock[]): readonly Relationship[] {
  const places = new Set(runsIn(blocks).flatMap(({ pictures }) => pictures))
  return [...places].map((place) => ({
    id: place,
    type: 'image',
    part: place.replace(/^\.\//, ''),
  }))
}
