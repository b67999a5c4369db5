import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { type Archive, openArchive } from '../../archive/zip.ts'
import { attributeOf, childOf, childrenOf, type OfdElement, parseOfdXml } from './ofd-xml.ts'

/** A page with all it is drawn from, background first. */
export interface OfdPage {
  /** In millimetres. */
  readonly area: Area
  /** `Layer` elements in the order in which they are painted. */
  readonly layers: readonly OfdElement[]
  readonly resources: OfdResources
}

export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What pages refer to by number. */
export interface OfdResources {
  /** `DrawParam` elements: line widths and colours that several objects share. */
  readonly drawParams: ReadonlyMap<string, OfdElement>
  /** `CompositeGraphicUnit` elements: drawings used as one object. */
  readonly composites: ReadonlyMap<string, OfdElement>
  /** Types of the colour spaces: GRAY, RGB, CMYK. */
  readonly colourSpaces: ReadonlyMap<string, string>
}

/** More than any report has. */
const MOST_PAGES = 2_000
const MOST_DOCUMENTS = 16

/** Opens an OFD file (GB/T 33190) and finds its pages. Never throws for what a file may contain. */
export async function openOfd(bytes: Uint8Array): Promise<Result<readonly OfdPage[], ReadError>> {
  const archive = await openArchive(bytes)
  if (!archive.ok) return archive
  const parts = partsOf(archive.value)
  const root = await parts.read('OFD.xml')
  if (!root.ok) return root
  if (parts.isEncrypted) return failure({ code: 'encrypted' })
  const bodies = childrenOf(root.value, 'DocBody')
  if (bodies.length > MOST_DOCUMENTS) return failure({ code: 'too-large', limit: 'unpacked' })
  const pages: OfdPage[] = []
  for (const body of bodies) {
    const location = childOf(body, 'DocRoot')?.text.trim() ?? ''
    const read = await readDocument(parts, resolve('', location), pages)
    if (!read.ok) return read
  }
  return pages.length === 0 ? failure(BROKEN) : success(pages)
}

const BROKEN = { code: 'damaged', reason: 'broken' } as const

interface Parts {
  readonly isEncrypted: boolean
  readonly read: (path: string) => Promise<Result<OfdElement, ReadError>>
}

/** Writers do not agree on capitals in the names of parts. */
function partsOf(archive: Archive): Parts {
  const names = new Map(archive.entries.map(({ name }) => [name.toLowerCase(), name]))
  return {
    isEncrypted: names.has('encryptions.xml'),
    read: async (path) => {
      const name = names.get(path.toLowerCase())
      if (name === undefined) return failure(BROKEN)
      const content = await archive.read(name)
      return content.ok ? parseOfdXml(content.value) : content
    },
  }
}

async function readDocument(
  parts: Parts,
  path: string,
  pages: OfdPage[],
): Promise<Result<null, ReadError>> {
  const root = await parts.read(path)
  if (!root.ok) return root
  const common = childOf(root.value, 'CommonData')
  const resources = await readResources(parts, path, common)
  if (!resources.ok) return resources
  const templates = new Map<string, OfdElement>()
  for (const template of childrenOf(common, 'TemplatePage')) {
    const content = await parts.read(resolve(path, attributeOf(template, 'BaseLoc') ?? ''))
    if (!content.ok) return content
    templates.set(attributeOf(template, 'ID') ?? '', content.value)
  }
  for (const entry of childrenOf(childOf(root.value, 'Pages'), 'Page')) {
    if (pages.length >= MOST_PAGES) return failure({ code: 'too-large', limit: 'unpacked' })
    const content = await parts.read(resolve(path, attributeOf(entry, 'BaseLoc') ?? ''))
    if (!content.ok) return content
    pages.push({
      area: areaOf(childOf(content.value, 'Area')) ?? areaOf(childOf(common, 'PageArea')) ?? A4,
      layers: layersOf(content.value, templates),
      resources: resources.value,
    })
  }
  return success(null)
}

async function readResources(
  parts: Parts,
  path: string,
  common: OfdElement | undefined,
): Promise<Result<OfdResources, ReadError>> {
  const drawParams = new Map<string, OfdElement>()
  const composites = new Map<string, OfdElement>()
  const colourSpaces = new Map<string, OfdElement>()
  for (const name of ['PublicRes', 'DocumentRes']) {
    for (const { text } of childrenOf(common, name)) {
      const read = await parts.read(resolve(path, text.trim()))
      if (!read.ok) return read
      collect(read.value, 'DrawParams', 'DrawParam', drawParams)
      collect(read.value, 'CompositeGraphicUnits', 'CompositeGraphicUnit', composites)
      collect(read.value, 'ColorSpaces', 'ColorSpace', colourSpaces)
    }
  }
  return success({
    drawParams,
    composites,
    colourSpaces: new Map(
      [...colourSpaces].map(([id, space]) => [id, attributeOf(space, 'Type') ?? '']),
    ),
  })
}

function collect(
  resources: OfdElement,
  list: string,
  item: string,
  into: Map<string, OfdElement>,
): void {
  for (const element of childrenOf(childOf(resources, list), item))
    into.set(attributeOf(element, 'ID') ?? '', element)
}

/** The page's own layers, with those of its templates behind or before them as each says. */
function layersOf(
  page: OfdElement,
  templates: ReadonlyMap<string, OfdElement>,
): readonly OfdElement[] {
  const own = childrenOf(childOf(page, 'Content'), 'Layer')
  const behind: (readonly OfdElement[])[] = []
  const before: (readonly OfdElement[])[] = []
  for (const template of childrenOf(page, 'Template')) {
    const layers = childrenOf(
      childOf(templates.get(attributeOf(template, 'TemplateID') ?? ''), 'Content'),
      'Layer',
    )
    if (attributeOf(template, 'ZOrder') === 'Foreground') before.push(layers)
    else behind.push(layers)
  }
  return [...behind, own, ...before].flat()
}

const A4: Area = { left: 0, top: 0, width: 210, height: 297 }

function areaOf(element: OfdElement | undefined): Area | undefined {
  const box = childOf(element, 'PhysicalBox')?.text.trim().split(/\s+/).map(Number) ?? []
  const [left = 0, top = 0, width = 0, height = 0] = box
  const isArea = box.length === 4 && box.every(Number.isFinite) && width > 0 && height > 0
  return isArea ? { left, top, width, height } : undefined
}

/** A location counts from the root where it starts with `/`, else from the folder of the part that names it. */
export function resolve(from: string, location: string): string {
  const folder = location.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const path: string[] = []
  for (const step of [...folder, ...location.split('/')]) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
