import { attributeOf, childrenNamed, type XmlElement } from './xml-tree.ts'

/** A link from one part of an office file to another. */
export interface Relationship {
  readonly id: string
  /** The last piece of the type's address (`officeDocument`, `styles`, `image`): the same in both namespaces. */
  readonly type: string
  /** Name of the part in the archive; undefined where the link leaves the file or the package. */
  readonly part: string | undefined
}

/** Where the links of a part are kept; those of the package itself with an empty name. */
export function relationshipsPart(part: string): string {
  const folder = folderOf(part)
  return `${folder}_rels/${part.slice(folder.length)}.rels`
}

/** Reads a relationships part that belongs to `source` (ECMA-376 part 2). */
export function readRelationships(root: XmlElement, source: string): readonly Relationship[] {
  return childrenNamed(root, 'rel:Relationship').map((element) => {
    const isExternal = attributeOf(element, 'TargetMode') === 'External'
    return {
      id: attributeOf(element, 'Id') ?? '',
      type: (attributeOf(element, 'Type') ?? '').split('/').at(-1) ?? '',
      part: isExternal ? undefined : resolvePart(attributeOf(element, 'Target') ?? '', source),
    }
  })
}

/** `/word/styles.xml` is absolute, anything else starts at the folder of the part it is written in. */
function resolvePart(target: string, source: string): string | undefined {
  const path = target.startsWith('/') ? target : folderOf(source) + target
  const folders: string[] = []
  for (const piece of path.split('/')) {
    if (piece === '' || piece === '.') continue
    if (piece !== '..') folders.push(piece)
    else if (folders.pop() === undefined) return undefined
  }
  return folders.join('/')
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1)
}
