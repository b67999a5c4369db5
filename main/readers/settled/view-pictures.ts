import type { Archive } from '../../archive/zip.ts'
import type { Relationship } from '../ooxml/relationships.ts'
import { runsIn, type SettledBlock } from './settled.ts'

/** Where the pictures of a text are. */
export interface ViewPictures {
  readonly archive: Archive
  readonly relationships: readonly Relationship[]
}

/** A picture a browser can show, by the relationship that runs name it with. */
export interface ViewPicture {
  readonly relationship: string
  /** `png`; also its file name's ending in the zip made for mammoth. */
  readonly format: string
  readonly content: Uint8Array
}

/** All pictures of a view together, each as often as it is shown; more would stall the screen. In bytes. */
const PICTURE_BUDGET = 8 * 1024 * 1024

/** First bytes of the picture formats every browser draws; the file's own word for it is not asked. */
const SIGNATURES: readonly (readonly [format: string, hex: RegExp])[] = [
  ['png', /^89504e470d0a1a0a/],
  ['jpeg', /^ffd8ff/],
  ['gif', /^474946383[79]61/],
  ['webp', /^52494646.{8}57454250/],
]
const SIGNATURE_BYTES = 12

/** The pictures of the document that can be shown, as far as the budget goes. */
export async function readPictures(
  blocks: readonly SettledBlock[],
  { archive, relationships }: ViewPictures,
): Promise<readonly ViewPicture[]> {
  const pictures: ViewPicture[] = []
  let budget = PICTURE_BUDGET
  for (const [relationship, uses] of countUses(blocks)) {
    const link = relationships.find(({ id, type }) => id === relationship && type === 'image')
    if (link?.part === undefined || !archive.has(link.part)) continue
    const size = archive.entries.find(({ name }) => name === link.part)?.size ?? 0
    if (size * uses > budget) continue
    const content = await archive.read(link.part)
    const format = content.ok ? formatOf(content.value) : undefined
    if (!content.ok || format === undefined) continue
    budget -= size * uses
    pictures.push({ relationship, format, content: content.value })
  }
  return pictures
}

function formatOf(content: Uint8Array): string | undefined {
  const hex = Buffer.from(content.subarray(0, SIGNATURE_BYTES)).toString('hex')
  return SIGNATURES.find(([, signature]) => signature.test(hex))?.[0]
}

function countUses(blocks: readonly SettledBlock[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (const run of runsIn(blocks)) {
    for (const picture of run.pictures) uses.set(picture, (uses.get(picture) ?? 0) + 1)
  }
  return uses
}
