import type { XmlElement } from '../ooxml/xml-tree.ts'

/**
 * An element of WordprocessingML with a `w:val`: what Word files of all kinds have in common, such as numbering and
 * the look of a run, is told in the words of .docx.
 */
export function setting(name: string, value: string | undefined): XmlElement {
  return { name, attributes: value === undefined ? {} : { 'w:val': value }, children: [], text: '' }
}

/** An element around others (`w:pPr`, `w:rPr`). */
export function group(name: string, children: readonly XmlElement[]): XmlElement {
  return { name, attributes: {}, children, text: '' }
}
