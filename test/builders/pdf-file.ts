import { createHash } from 'node:crypto'

/** One numbered object of a PDF file: a dictionary or array as text, and the bytes of a stream where it has one. */
export interface PdfObject {
  readonly body: string
  readonly stream?: string
}

/** Passwords of the oldest protection that PDF has (RC4 with 40 bits), which every reader knows. */
export interface PdfProtection {
  /** Needed to open the file; empty where only changing it is forbidden. */
  readonly user: string
  readonly owner: string
}

const ID = '00112233445566778899aabbccddeeff'
/** What passwords are filled up with (ISO 32000-1, algorithm 2). */
const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
)
/** All rights but those to change the file. */
const PERMISSIONS = -44

/** The bytes of a file with these objects, numbered from 1; the first is the catalog. Texts are Latin-1. */
export function writePdf(objects: readonly PdfObject[], protection?: PdfProtection): Uint8Array {
  const lock = protection === undefined ? undefined : lockOf(protection)
  const numbered = lock === undefined ? objects : [...objects, { body: lock.dictionary }]
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  const position = () => chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  numbered.forEach((object, index) => {
    offsets.push(position())
    chunks.push(objectBytes(object, index + 1, lock?.key))
  })
  const start = position()
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const encrypt = lock === undefined ? '' : ` /Encrypt ${numbered.length} 0 R`
  chunks.push(
    Buffer.from(
      `xref\n0 ${numbered.length + 1}\n0000000000 65535 f \n${rows.join('')}` +
        `trailer\n<< /Size ${numbered.length + 1} /Root 1 0 R /ID [<${ID}> <${ID}>]${encrypt} >>\n` +
        `startxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  )
  return new Uint8Array(Buffer.concat(chunks))
}

function objectBytes({ body, stream }: PdfObject, number: number, key?: Buffer): Buffer {
  const locked = (text: string) => {
    const plain = Buffer.from(text, 'latin1')
    return key === undefined ? plain : rc4(objectKey(key, number), plain)
  }
  // Texts in dictionaries are locked as well as streams; locked bytes are safest written as hexadecimal.
  const written = body.replaceAll(
    /\(([^)]*)\)/g,
    (_, text: string) => `<${locked(text).toString('hex')}>`,
  )
  if (stream === undefined) return Buffer.from(`${number} 0 obj\n${written}\nendobj\n`, 'latin1')
  const data = locked(stream)
  const dictionary = written.replace(/>>\s*$/, `/Length ${data.length} >>`)
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n${dictionary}\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
}

interface Lock {
  readonly key: Buffer
  readonly dictionary: string
}

/** The file key and the Encrypt dictionary (ISO 32000-1, algorithms 2, 3 and 4; revision 2). */
function lockOf({ user, owner }: PdfProtection): Lock {
  const ownerEntry = rc4(md5(padded(owner)).subarray(0, 5), padded(user))
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(PERMISSIONS)
  const seed = [padded(user), ownerEntry, permissions, Buffer.from(ID, 'hex')]
  const key = md5(Buffer.concat(seed)).subarray(0, 5)
  const userEntry = rc4(key, PADDING)
  const entries = `/O <${ownerEntry.toString('hex')}> /U <${userEntry.toString('hex')}>`
  return { key, dictionary: `<< /Filter /Standard /V 1 /R 2 ${entries} /P ${PERMISSIONS} >>` }
}

function objectKey(key: Buffer, number: number): Buffer {
  const suffix = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0])
  return md5(Buffer.concat([key, suffix])).subarray(0, key.length + 5)
}

const padded = (password: string) =>
  Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, PADDING.length)

const md5 = (data: Buffer) => createHash('md5').update(data).digest()

/** Node's own RC4 is switched off in current OpenSSL. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number) => box[index & 255] ?? 0
  const swap = (a: number, b: number) => {
    const kept = at(a)
    box[a & 255] = at(b)
    box[b & 255] = kept
  }
  let j = 0
  for (let i = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  j = 0
  return Buffer.from(
    data.map((byte, index) => {
      const i = (index + 1) & 255
      j = (j + at(i)) & 255
      swap(i, j)
      return byte ^ at(at(i) + at(j))
    }),
  )
}
