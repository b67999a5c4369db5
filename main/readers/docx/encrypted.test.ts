import { describe, expect, it } from 'vitest'
import { isEncryptedOfficeFile } from './encrypted.ts'

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const SECTOR = 512

/** An OLE file of two sectors whose directory names these streams. */
function oleFile(...streams: readonly string[]): Uint8Array {
  const file = Buffer.alloc(2 * SECTOR)
  file.set(SIGNATURE)
  streams.forEach((name, index) => {
    const start = SECTOR + index * 128
    file.write(name, start, 'utf16le')
    file.writeUInt16LE((name.length + 1) * 2, start + 64)
    file.writeUInt8(2, start + 66)
  })
  return file
}

describe('isEncryptedOfficeFile', () => {
  it('finds the encrypted zip in an OLE file', () => {
    expect(isEncryptedOfficeFile(oleFile('EncryptionInfo', 'EncryptedPackage'))).toBe(true)
  })

  it('does not take a .doc for one', () => {
    expect(isEncryptedOfficeFile(oleFile('WordDocument', '1Table'))).toBe(false)
  })

  it('does not take the words in the text of a .doc for a stream', () => {
    const file = Buffer.concat([oleFile('WordDocument'), Buffer.alloc(256)])
    file.write('EncryptedPackage', 2 * SECTOR, 'utf16le')
    expect(isEncryptedOfficeFile(file)).toBe(false)
  })

  it('needs the signature of an OLE file, and an entry that is whole', () => {
    const file = oleFile('EncryptedPackage')
    expect(isEncryptedOfficeFile(file.subarray(8))).toBe(false)
    expect(isEncryptedOfficeFile(file.subarray(0, SECTOR + 60))).toBe(false)
    expect(isEncryptedOfficeFile(new Uint8Array())).toBe(false)
  })
})
