import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { Archive } from '../../archive/zip.ts'
import {
  attributeOf,
  childOf,
  childrenNamed,
  parseXml,
  type XmlElement,
} from '../ooxml/xml-tree.ts'
import { todaysWord } from './word-2003.ts'
import type { WordPackage } from './word-package.ts'

/**
 * Opens a Word file that is one XML document: that of Word 2003 (`w:wordDocument`), or a package with all its parts in
 * one file (`pkg:package`). Pictures are not unpacked.
 */
export function openWordXml(bytes: Uint8Array): Result<WordPackage, ReadError> {
  const root = parseXml(bytes)
  if (!root.ok) return root
  if (root.value.name === 'w:wordDocument') return success(packageOf(todaysWord(root.value)))
  const parts = childrenNamed(root.value, 'pkg:part').flatMap((part) => {
    const [content] = childOf(part, 'pkg:xmlData')?.children ?? []
    return content === undefined ? [] : [{ name: attributeOf(part, 'pkg:name') ?? '', content }]
  })
  const partOf = (name: string): XmlElement | undefined =>
    parts.find(({ content }) => content.name === name)?.content
  const document = partOf('w:document')
  return document === undefined
    ? failure({ code: 'unsupported-type', extension: 'xml' })
    : success(packageOf({ document, styles: partOf('w:styles'), numbering: partOf('w:numbering') }))
}

const packageOf = (parts: Pick<WordPackage, 'document' | 'styles' | 'numbering'>): WordPackage => ({
  ...parts,
  archive: NO_ARCHIVE,
  relationships: [],
})

const NO_ARCHIVE: Archive = {
  entries: [],
  has: () => false,
  read: async () => failure({ code: 'damaged', reason: 'broken' }),
}
