import { describe, expect, it } from 'vitest'
import { invoke, type Machine } from './electron-double.ts'
import { programFolder } from './program-folder.ts'

const { runShell } = programFolder()

describe('printing', () => {
  const HTML = '<!doctype html><p>清单</p>'

  /** Runs a print call and gives what the hidden window was, and what lay at its address while it was there. */
  async function printing(call: string, machine: Partial<Machine> = {}) {
    const double = await runShell(machine)
    const answer = await invoke(double, call, [HTML])
    const [, window] = double.windows
    if (window === undefined) throw new Error('no print window')
    return { double, answer, window }
  }

  it('to PDF says everything: A4, the document’s own margins, backgrounds', async () => {
    const { answer, window } = await printing('print:pdf')
    expect(answer).toEqual({ ok: true, value: new Uint8Array(Buffer.from('%PDF-1.7')) })
    expect(window.webContents.pdfOptions).toEqual([
      {
        pageSize: 'A4',
        preferCSSPageSize: true,
        margins: { top: 0.8, bottom: 0.8, left: 0.75, right: 0.75 },
        landscape: false,
        scale: 1,
        printBackground: true,
        displayHeaderFooter: false,
        generateTaggedPDF: true,
        generateDocumentOutline: false,
      },
    ])
  })

  it('shows the system’s dialog and says everything', async () => {
    const { answer, window } = await printing('print:show')
    expect(answer).toEqual({ kind: 'shown' })
    expect(window.webContents.printOptions).toEqual([
      expect.objectContaining({
        silent: false,
        pageSize: 'A4',
        margins: { marginType: 'default' },
        printBackground: true,
        landscape: false,
        color: true,
        scaleFactor: 100,
        copies: 1,
      }),
    ])
  })

  it('waits for the fonts, in a window nobody sees, without Node, that is gone afterwards', async () => {
    const { window } = await printing('print:pdf')
    expect(window.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
    })
    expect(window.options.webPreferences).not.toHaveProperty('preload')
    expect(window.webContents.scripts).toEqual([expect.stringContaining('document.fonts.ready')])
    expect(window.deeds.at(-1)).toBe('destroy')
  })

  it('serves the document under an address that cannot be guessed and is gone afterwards', async () => {
    const { double, window } = await printing('print:pdf')
    const url = window.deeds[0]?.replace('load ', '') ?? ''
    expect(url).toMatch(/^app:\/\/desk\/desk\/print\/[\w-]{32}$/)
    const after = await double.served.get('app')?.(new Request(url))
    expect(after?.status).toBe(404)
  })

  it('tells a closed dialog from one that could not be shown', async () => {
    expect((await printing('print:show', { printReason: 'Print job canceled' })).answer).toEqual({
      kind: 'cancelled',
    })
    expect((await printing('print:show', { printReason: 'Print job failed' })).answer).toEqual({
      kind: 'unavailable',
    })
    expect((await printing('print:pdf', { printReason: 'Failed' })).answer).toEqual({
      ok: false,
      error: { code: 'failed' },
    })
  })
})

describe('the menu', () => {
  it('is in Chinese, can edit and zoom, and leads nowhere else', async () => {
    const { menus } = await runShell({ isPackaged: true })
    const text = JSON.stringify(menus)
    const roles = [...text.matchAll(/"role":"(\w+)"/g)].map(([, role]) => role)
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'zoomIn', 'zoomOut', 'resetZoom'])
      expect(roles).toContain(role)
    for (const role of ['toggleDevTools', 'reload', 'forceReload', 'help'])
      expect(roles).not.toContain(role)
    for (const [, label] of text.matchAll(/"label":"(.*?)"/g))
      expect(label).toMatch(/^\p{Script=Han}+$/u)
  })
})
