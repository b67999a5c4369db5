import { SaxesParser, type SaxesTagNS, type SaxesTagPlain } from 'saxes'
import type { ReadError } from '../../../shared/read-error.ts'

/** What builds something of a part while it is parsed; after its first error nothing more counts. */
export interface XmlSink<Tag> {
  readonly error: ReadError | undefined
  readonly fail: (error: ReadError) => void
  readonly open: (tag: Tag) => void
  readonly close: () => void
  readonly addText: (text: string) => void
}

/** Characters handed to the parser at a time, so that a part that breaks a limit is left early. */
const CHUNK = 64 * 1024

/** Hands a part to the sink, its names as they stand there. Not well formed is `broken`, a DTD `hostile`. */
export function feedXml(xml: string, sink: XmlSink<SaxesTagPlain>): void {
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('opentag', (tag) => sink.open(tag))
  feed(parser, xml, sink)
}

/** The same, with the namespace of each name. */
export function feedXmlWithNamespaces(xml: string, sink: XmlSink<SaxesTagNS>): void {
  const parser = new SaxesParser({ position: false, xmlns: true })
  parser.on('opentag', (tag) => sink.open(tag))
  feed(parser, xml, sink)
}

function feed(
  parser: SaxesParser<{ xmlns: false }> | SaxesParser<{ xmlns: true }>,
  xml: string,
  sink: Omit<XmlSink<never>, 'open'>,
): void {
  parser.on('error', () => sink.fail({ code: 'damaged', reason: 'broken' }))
  parser.on('doctype', () => sink.fail({ code: 'damaged', reason: 'hostile' }))
  parser.on('closetag', () => sink.close())
  parser.on('text', (text) => sink.addText(text))
  parser.on('cdata', (text) => sink.addText(text))
  for (let start = 0; start < xml.length && sink.error === undefined; start += CHUNK) {
    parser.write(xml.slice(start, start + CHUNK))
  }
  if (sink.error === undefined) parser.close()
}

/** The text of a part in UTF-8 or UTF-16; undefined where it is in neither. */
export function decodeXml(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
