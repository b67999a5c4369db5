import { streamsOf } from './file-streams.ts'

/** The pictures of a file: how wide each is for its height, in dots. */
export interface FileImages {
  /** Those that hide what is under them, and those that let it be seen in places, as seals do. */
  readonly opaque: readonly number[]
  readonly transparent: readonly number[]
}

/** How a picture on a page bears on what was painted under it. */
export type Cover = 'hides' | 'may-hide' | 'shows'

/** What the dictionaries of the pictures in a file tell; pictures that stand in a page's content are not among them. */
export function imagesOf(bytes: Uint8Array): FileImages {
  const opaque: number[] = []
  const transparent: number[] = []
  const masks = new Set<string>()
  const found: { readonly number: string | undefined; readonly dictionary: string }[] = []
  for (const { number, dictionary } of streamsOf(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  )) {
    if (!/\/Subtype\s*\/Image\b/.test(dictionary)) continue
    found.push({ number, dictionary })
    const [, mask] = /\/S?Mask\s+(\d+)\s+\d+\s+R/.exec(dictionary) ?? []
    if (mask !== undefined) masks.add(mask)
  }
  for (const { number, dictionary } of found) {
    if (number !== undefined && masks.has(number)) continue
    const ratio = entry(dictionary, 'Width') / entry(dictionary, 'Height')
    const isTransparent = /\/S?Mask\b|\/ImageMask\s+true|\/SMaskInData\s+[12]/.test(dictionary)
    ;(isTransparent ? transparent : opaque).push(ratio)
  }
  return { opaque, transparent }
}

const entry = (dictionary: string, name: string): number =>
  Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? Number.NaN)

/** How far the sides of a picture may be from its own proportions, as a share. */
const STRETCHED = 0.03

/** Which of a file's pictures stands on a page is known by its proportions only; `ratio` is width by height there. */
export function coverOf({ opaque, transparent }: FileImages, ratio: number): Cover {
  if (transparent.length === 0) return 'hides'
  if (opaque.length === 0) return 'shows'
  const matches = (own: number) => Math.abs(own / ratio - 1) < STRETCHED
  return opaque.some(matches) || !transparent.some(matches) ? 'may-hide' : 'shows'
}
