import type { Measure } from './sheet-pages.ts'
import { PAGE, type PrintSize, sheetStyles } from './sheet-styles.ts'

/** CSS pixels of a millimetre. */
const PIXELS = 96 / 25.4

export interface PieceGauge {
  readonly measure: Measure
  readonly close: () => void
}

/** A page out of sight in which pieces are laid out as they will be printed. */
export async function openGauge(size: PrintSize, fontFaces: string): Promise<PieceGauge> {
  const frame = document.createElement('iframe')
  frame.title = '量页面'
  frame.ariaHidden = 'true'
  frame.tabIndex = -1
  frame.className = 'checklist-gauge'
  // No script runs in it; the desk only reads heights.
  frame.sandbox.add('allow-same-origin')
  frame.srcdoc = `<!doctype html><html lang="zh-CN"><style>${fontFaces}${sheetStyles(size)}
    body { width: ${PAGE.width - 2 * PAGE.side}mm; zoom: 1; } .piece { display: flow-root; }</style><body></body></html>`
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  const page = frame.contentDocument
  if (page === null) throw new Error('the gauge of the checklist has no document')
  await page.fonts.ready
  return {
    measure: (pieces) => {
      page.body.innerHTML = pieces.map((html) => `<div class="piece">${html}</div>`).join('')
      return [...page.body.children].map((piece) => piece.getBoundingClientRect().height / PIXELS)
    },
    close: () => frame.remove(),
  }
}
