import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OWN_PAGE_MARK } from '../exports/html-page.ts'
import { findFiles } from './walk.ts'

const EXTENSIONS = ['docx', 'pdf', 'html', 'htm', 'txt', 'md']

let folder = ''
const before = process.cwd()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'walk-'))
  process.chdir(folder)
})

afterEach(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

function put(...files: readonly string[]) {
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'x')
  }
}

const find = async (...paths: readonly string[]) =>
  (await findFiles(paths, EXTENSIONS)).map((found) =>
    'error' in found ? `${found.file} ${found.error.code}` : found.file,
  )

describe('findFiles', () => {
  it('keeps the order of the paths given, and sorts inside a folder by name', async () => {
    put('b.txt', 'in/é.txt', 'in/b/2.pdf', 'in/b/10.pdf', 'in/a.docx', 'in/Z.md')
    expect(await find('b.txt', 'in', 'b.txt')).toEqual([
      'b.txt',
      'in/Z.md',
      'in/a.docx',
      'in/b/10.pdf',
      'in/b/2.pdf',
      'in/é.txt',
      'b.txt',
    ])
  })

  it('keeps the spelling in which a folder was given', async () => {
    put('in/a.txt')
    expect(await find('in/', './in', './/in//', 'in/../in', '.')).toEqual([
      'in/a.txt',
      './in/a.txt',
      './/in//a.txt',
      'in/../in/a.txt',
      './in/a.txt',
    ])
  })

  it('passes over other types in a folder, in whatever case, but never what is named', async () => {
    put('in/a.DOCX', 'in/b.xlsx', 'in/c', 'in/d.txt.bak')
    expect(await find('in', 'in/b.xlsx')).toEqual(['in/a.DOCX', 'in/b.xlsx'])
  })

  it('passes over hidden files and what office programs leave behind, but never what is named', async () => {
    put('in/.hidden.txt', 'in/.git/a.txt', 'in/~$年报.docx', 'in/a.tmp', 'in/a.txt')
    expect(await find('in', 'in/~$年报.docx')).toEqual(['in/a.txt', 'in/~$年报.docx'])
  })

  it('gives an entry to a path that is not there, or leads through a file', async () => {
    put('a.txt')
    expect(await find('none.txt', 'a.txt/b', '')).toEqual([
      'none.txt not-found',
      'a.txt/b not-found',
      ' not-found',
    ])
  })

  it('finds nothing in an empty folder', async () => {
    mkdirSync('empty/er', { recursive: true })
    expect(await find('empty')).toEqual([])
  })

  it('passes over the checklists that an earlier run wrote into the folder', async () => {
    put('in/a.docx', 'in/report.html', 'in/b.htm.html', 'in/index.html')
    writeFileSync('in/a.docx.html', `<!doctype html><head>${OWN_PAGE_MARK}`)
    mkdirSync('in/out')
    writeFileSync('in/out/index.html', `<!doctype html><head>${OWN_PAGE_MARK}`)
    expect(await find('in')).toEqual([
      'in/a.docx',
      'in/b.htm.html',
      'in/index.html',
      'in/report.html',
    ])
  })
})

describe.skipIf(process.platform === 'win32')('findFiles on a system with links', () => {
  it('does not go round where a link leads to the folder itself or above it', async () => {
    put('top/in/a.txt', 'top/b.txt')
    symlinkSync('.', 'top/in/self')
    symlinkSync('..', 'top/in/up')
    symlinkSync('/', 'top/in/root')
    expect(await find('top/in')).toEqual(['top/in/a.txt'])
  })

  it('shows a folder under its own name, not under that of a link beside it', async () => {
    put('in/real/a.txt')
    symlinkSync('real', 'in/alias')
    expect(await find('in')).toEqual(['in/real/a.txt'])
  })

  it('follows a link to another place, once', async () => {
    put('elsewhere/a.txt', 'in/b.txt')
    symlinkSync('../elsewhere', 'in/one')
    symlinkSync('../elsewhere', 'in/two')
    expect(await find('in')).toEqual(['in/b.txt', 'in/one/a.txt'])
  })

  it('follows a link that is named, and a link to a file', async () => {
    put('in/a.txt')
    symlinkSync('in', 'link')
    symlinkSync('a.txt', 'in/b.txt')
    expect(await find('link')).toEqual(['link/a.txt', 'link/b.txt'])
  })

  it('tells a broken link to a report, and passes over any other', async () => {
    mkdirSync('in')
    symlinkSync('gone', 'in/a.docx')
    symlinkSync('gone', 'in/folder')
    symlinkSync('loop.pdf', 'in/loop.pdf')
    expect(await find('in')).toEqual(['in/a.docx not-found', 'in/loop.pdf not-found'])
  })

  it('opens no device', async () => {
    expect(await find('/dev/null')).toEqual(['/dev/null unsupported-type'])
  })

  it('finds a file whose name is no valid UTF-8, as an old archive leaves it', async () => {
    mkdirSync('in')
    const name = Buffer.from([0xc4, 0xea, 0xb1, 0xa8, ...Buffer.from('.txt')])
    const path = Buffer.concat([Buffer.from('in/'), name])
    writeFileSync(path, 'x')
    expect(await findFiles(['in'], EXTENSIONS)).toEqual([{ file: 'in/�걨.txt', path }])
  })
})
