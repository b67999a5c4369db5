import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'electron-vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReading } from '../../main/handlers/reading.ts'
import { asDocx, asHtml, asPage, asPdf, asText, goodReport } from '../cli/samples.ts'
import { createSandbox, type Sandbox } from '../cli/sandbox.ts'

const ROOT = resolve(import.meta.dirname, '../..')

let box: Sandbox

// What Electron runs is not the sources but these bundles; a package may work as a source and not in a bundle.
beforeAll(async () => {
  box = createSandbox()
  await build({
    configFile: join(ROOT, 'electron.vite.config.ts'),
    root: ROOT,
    logLevel: 'error',
    ignoreConfigWarning: true,
    build: { outDir: box.at('out') },
  })
  // Beside the bundles stands what electron-builder.yml packs of pdf.js, and no other package.
  for (const part of ['package.json', 'legacy/build', 'cmaps', 'standard_fonts'])
    cpSync(join(ROOT, 'node_modules/pdfjs-dist', part), box.at(`node_modules/pdfjs-dist/${part}`), {
      recursive: true,
    })
})

afterAll(() => box.remove())

const bundle = (name: string) => readFileSync(box.at(`out/${name}`), 'utf8')

describe('the bundles of the Electron program', () => {
  it('hold a worker that reads every format, with no package but pdf.js beside it', async () => {
    const reading = createReading({
      workerUrl: pathToFileURL(box.at('out/main/desk-worker.js')),
      threads: 1,
    })
    const truth = goodReport()
    const views: string[] = []
    for (const [name, bytes] of [
      ['a.docx', asDocx(truth)],
      ['b.pdf', asPdf(truth)],
      ['c.html', asHtml(truth)],
      ['d.htm', asPage(truth)],
      ['e.md', asText(truth)],
    ] as const) {
      const outcome = await reading.read({ id: name, name, bytes })
      views.push(`${name} ${outcome.ok ? outcome.value.view.kind : outcome.error.code}`)
    }
    await reading.stop()
    expect(views).toEqual(['a.docx html', 'b.pdf pdf', 'c.html html', 'd.htm html', 'e.md lines'])
  })

  it('hold a preload script as a sandboxed page wants it: one file that needs Electron alone', () => {
    expect(readdirSync(box.at('out/preload'))).toEqual(['preload.cjs'])
    const script = bundle('preload/preload.cjs')
    expect([...script.matchAll(/require\(["'](.*?)["']\)/g)].map(([, name]) => name)).toEqual([
      'electron',
    ])
    expect(script).not.toMatch(/^(?:import|export)\b/m)
    expect(script).toContain('exposeInMainWorld("desktop"')
  })

  it('hold a main process that needs Node and Electron alone', () => {
    const imported = [...bundle('main/index.js').matchAll(/^import .*?from "(.*?)";$/gm)]
    const packages = imported
      .map(([, name]) => name ?? '')
      .filter((name) => !name.startsWith('node:') && !name.startsWith('./'))
    expect(packages).toEqual(['electron'])
  })
})
