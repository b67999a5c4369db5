import { NAMESPACES } from './docx.ts'
import { DOCX_NUMBERING, DOCX_STYLES } from './docx-look.ts'
import type { PrintedBlock } from './printed-report.ts'
import { type DocxOptions, docxBody } from './write-docx.ts'

/** The report as a document of Word 2003 in one XML file, sections and changes in the words of that time. */
export function toWord2003(blocks: readonly PrintedBlock[], options: DocxOptions = {}): string {
  const body = RENAMED.reduce(
    (text, [today, old]) => text.replaceAll(today, old),
    docxBody(blocks, options),
  )
  const styles = DOCX_STYLES.replace(/<w:docDefaults>.*<\/w:docDefaults>/, '').replace(
    'w:default="1"',
    'w:default="on"',
  )
  return `${DECLARATION}<?mso-application progid="Word.Document"?>\n<w:wordDocument ${OLD_NAMESPACES} xml:space="preserve">${LISTS}<w:styles>${styles}</w:styles><w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`
}

/** The report as a Word package with all its parts in one XML file. */
export function toFlatPackage(blocks: readonly PrintedBlock[], options: DocxOptions = {}): string {
  const part = (name: string, type: string, root: string, inside: string): string =>
    `<pkg:part pkg:name="/word/${name}.xml" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"><pkg:xmlData><w:${root} ${NAMESPACES}>${inside}</w:${root}></pkg:xmlData></pkg:part>`
  const body = `<w:body>${docxBody(blocks, options)}</w:body>`
  return `${DECLARATION}<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part('document', 'document.main', 'document', body)}${part('styles', 'styles', 'styles', DOCX_STYLES)}${part('numbering', 'numbering', 'numbering', DOCX_NUMBERING)}</pkg:package>`
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const OLD_NAMESPACES = [
  'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"',
  'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"',
  'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"',
].join(' ')

const annotation = (kind: string): string =>
  `<aml:annotation aml:id="7" w:type="Word.${kind}" aml:author="审核"><aml:content>`

const RENAMED: readonly (readonly [string, string])[] = [
  ['<w:vMerge', '<w:vmerge'],
  ['<w:hMerge', '<w:hmerge'],
  ['<w:numPr>', '<w:listPr>'],
  ['</w:numPr>', '</w:listPr>'],
  ['<w:numId', '<w:ilfo'],
  ['<w:del w:id="7" w:author="审核">', annotation('Deletion')],
  ['<w:ins w:id="8" w:author="审核">', annotation('Insertion')],
  ['</w:del>', '</aml:content></aml:annotation>'],
  ['</w:ins>', '</aml:content></aml:annotation>'],
]

/** Headings are counted 一、二、三、. */
const LISTS =
  '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="39"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
