import { expect, it } from 'vitest'
import { buildZip } from '../../test/builders/zip.ts'
import { createSandbox } from '../../test/cli/sandbox.ts'
import { openArchives } from './open-archives.ts'

it('puts the reports of a zip in its place, and leaves everything else as it is', async () => {
  const box = createSandbox()
  const inner = { name: 'b.zip', content: buildZip([{ name: 'c.txt', content: 'x' }]) }
  box.put('a.zip', buildZip([{ name: '镇/a.txt', content: 'x' }, inner]))
  box.put('text.zip', 'text')
  const path = box.at('a.zip')
  const candidates = [
    { file: 'x.docx', path: box.at('x.docx') },
    { file: 'in/a.zip', path: Buffer.from(path) },
    { file: 'text.zip', path: box.at('text.zip') },
    { file: 'gone.zip', path: box.at('gone.zip') },
    { file: 'lost.zip', error: { code: 'no-access' as const } },
  ]
  expect(await openArchives(candidates, ['txt'])).toEqual([
    candidates[0],
    { file: 'in/a.zip/b.zip/c.txt', path: Buffer.from(path), inside: ['b.zip', 'c.txt'] },
    { file: 'in/a.zip/镇/a.txt', path: Buffer.from(path), inside: ['镇/a.txt'] },
    candidates[2],
    { file: 'gone.zip', error: { code: 'not-found' } },
    candidates[4],
  ])
  box.remove()
})
