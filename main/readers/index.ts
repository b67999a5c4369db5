import type { SourceDocument } from '../../shared/document/source-document.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { type Result, success } from '../../shared/result.ts'
import type { OpenedSource, Reader, SourceType } from './reader.ts'
import { sniffType } from './sniff.ts'

/**
 * Reads a file of any supported format. `name` only helps to tell what the content leaves open.
 * Never throws for what a file may contain.
 */
export async function openSource(
  bytes: Uint8Array,
  name: string,
): Promise<Result<OpenedSource, ReadError>> {
  const type = sniffType(bytes, name)
  if (!type.ok) return type
  const reader = await READERS[type.value]()
  return reader.open(bytes)
}

/** The document alone, for whoever shows no source. */
export async function readSource(
  bytes: Uint8Array,
  name: string,
): Promise<Result<SourceDocument, ReadError>> {
  const opened = await openSource(bytes, name)
  return opened.ok ? success(opened.value.document) : opened
}

/** The only list of formats. Each reader is loaded when it is first needed: pdf.js alone takes longer than a report. */
const READERS: Readonly<Record<SourceType, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx/docx-reader.ts')).docxReader,
  doc: async () => (await import('./doc/doc-reader.ts')).docReader,
  pdf: async () => (await import('./pdf/pdf-reader.ts')).pdfReader,
  html: async () => (await import('./html/html-reader.ts')).htmlReader,
  text: async () => (await import('./text/text-reader.ts')).textReader,
  ofd: async () => (await import('./ofd/ofd-reader.ts')).ofdReader,
  odt: async () => (await import('./odt/odt-reader.ts')).odtReader,
  rtf: async () => (await import('./rtf/rtf-reader.ts')).rtfReader,
  xlsx: async () => (await import('./sheet/xlsx/xlsx-reader.ts')).xlsxReader,
  xls: async () => (await import('./sheet/xls/xls-reader.ts')).xlsReader,
  mht: async () => (await import('./mht/mht-reader.ts')).mhtReader,
}
