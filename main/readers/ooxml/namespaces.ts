/**
 * Namespaces by address, each with the prefix this program uses for it. Word writes the transitional address,
 * the strict one stands in files saved as "Strict Open XML"; both mean the same here.
 */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas', 'wpc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  // Word 2003 keeps whole documents in one XML file, in an older form of the same language.
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'w'],
  ['http://schemas.microsoft.com/office/word/2003/auxHint', 'wx'],
  ['http://schemas.microsoft.com/aml/2001/core', 'aml'],
  ['http://schemas.microsoft.com/office/2006/xmlPackage', 'pkg'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

/** Stands before the names of namespaces this program does not know, so that none is taken for one it knows. */
const UNKNOWN = 'unknown'

/** The prefixes in force inside one element, and the names already looked up there. */
export interface NamespaceScope {
  readonly addresses: ReadonlyMap<string, string>
  readonly elements: Map<string, string | undefined>
  readonly attributes: Map<string, string | undefined>
}

/** What holds before any element has declared a prefix. */
export function outermostScope(): NamespaceScope {
  return newScope(new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]))
}

function newScope(addresses: ReadonlyMap<string, string>): NamespaceScope {
  return { addresses, elements: new Map(), attributes: new Map() }
}

/** The scope inside an element with these attributes; the same one where nothing new is declared. */
export function scopeInside(
  scope: NamespaceScope,
  attributes: Readonly<Record<string, string>>,
): NamespaceScope {
  let addresses: Map<string, string> | undefined
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    const prefix = declaredPrefix(name)
    const address = attributes[name] ?? ''
    if (prefix === undefined || scope.addresses.get(prefix) === address) continue
    addresses ??= new Map(scope.addresses)
    addresses.set(prefix, address)
  }
  return addresses === undefined ? scope : newScope(addresses)
}

function declaredPrefix(name: string): string | undefined {
  if (name === 'xmlns') return ''
  return name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined
}

/** An element's name with this program's prefix (`w:p`); undefined where its prefix was never declared. */
export function elementName(scope: NamespaceScope, rawName: string): string | undefined {
  const known = scope.elements.get(rawName)
  if (known !== undefined) return known
  const name = lookUp(scope, rawName)
  scope.elements.set(rawName, name)
  return name
}

/** The same for an attribute; one without a prefix belongs to no namespace. */
export function attributeName(scope: NamespaceScope, rawName: string): string | undefined {
  const known = scope.attributes.get(rawName)
  if (known !== undefined) return known
  const name = rawName.includes(':') ? lookUp(scope, rawName) : rawName
  scope.attributes.set(rawName, name)
  return name
}

function lookUp(scope: NamespaceScope, rawName: string): string | undefined {
  const colon = rawName.indexOf(':')
  const prefix = colon < 0 ? '' : rawName.slice(0, colon)
  const address = scope.addresses.get(prefix)
  const local = rawName.slice(colon + 1)
  if (address === undefined || address === '') return prefix === '' ? local : undefined
  return `${PREFIXES.get(address) ?? UNKNOWN}:${local}`
}
