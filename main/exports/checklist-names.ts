import { basename } from 'node:path'

const SUMMARY_STEM = 'index'

/** Name of a batch's summary. Only a file without an extension could have a checklist of that name; it does not get it. */
export const SUMMARY_NAME = `${SUMMARY_STEM}.html`

/**
 * A name in one flat folder for the checklist of each file: `a.docx.html`. Of files with the same name the first
 * keeps it and the others become `a (2).docx.html`. The same files in the same order get the same names.
 */
export function checklistNames(files: readonly string[], extension: string): readonly string[] {
  const plain = files.map((file) => safeName(basename(file)))
  // The plain names are taken first, so that `a (2).docx` itself keeps its name.
  const taken = new Set(plain.map(sameAs))
  const given = new Set([SUMMARY_STEM])
  return plain.map((name) => {
    const free = given.has(sameAs(name)) ? numbered(name, taken) : name
    given.add(sameAs(free))
    taken.add(sameAs(free))
    return `${free}.${extension}`
  })
}

/** Windows and macOS take names for the same that differ in case or in how accents are encoded. */
const sameAs = (name: string): string => name.normalize('NFC').toLowerCase()

function numbered(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.')
  const cut = dot > 0 ? dot : name.length
  for (let number = 2; ; number += 1) {
    const candidate = `${name.slice(0, cut)} (${number})${name.slice(cut)}`
    if (!taken.has(sameAs(candidate))) return candidate
  }
}

/** Bytes of UTF-8. File systems allow 255 for a name; number, extension and the temporary name need some of them. */
const LONGEST_NAME = 200

/** The name as Windows allows it, and not too long. */
function safeName(name: string): string {
  const allowed = name.toWellFormed().replace(FORBIDDEN, '_')
  const usable = RESERVED.test(allowed) || allowed === '' ? `_${allowed}` : allowed
  return shorten(usable)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]/g

/** Names of devices, whatever extension they have. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i

/** Cuts the middle out of a name that is too long; its end, with the extension, stays. */
function shorten(name: string): string {
  const size = (text: string) => Buffer.byteLength(text)
  if (size(name) <= LONGEST_NAME) return name
  const characters = [...name]
  const end = characters.slice(-TAIL).join('')
  const start: string[] = []
  let room = LONGEST_NAME - size(end) - size('…')
  for (const character of characters) {
    room -= size(character)
    if (room < 0) break
    start.push(character)
  }
  return `${start.join('')}…${end}`
}

/** Characters kept at the end of a shortened name. */
const TAIL = 20
