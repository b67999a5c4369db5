import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const OUT_FOLDER = fileURLToPath(new URL('./out/renderer', import.meta.url))

/** What pdf.js loads while it draws: character maps, fonts that documents do not bring along, picture decoders. */
const PDF_DATA = ['cmaps', 'standard_fonts', 'wasm', 'iccs']

/** Bundles the desk's page once for both hosts; each serves `out/renderer` as it is. */
// biome-ignore lint/style/noDefaultExport: the bundler reads its configuration from the default export
export default defineConfig({
  root: fileURLToPath(new URL('./renderer', import.meta.url)),
  base: '/',
  plugins: [react(), copyPdfData()],
  worker: { format: 'es' },
  build: {
    outDir: OUT_FOLDER,
    emptyOutDir: true,
    // Nothing is put into the page as text that the content policy would have to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4_000,
    reportCompressedSize: false,
  },
})

/** Lays the data of pdf.js beside the page, where `renderer/` asks for it. */
function copyPdfData(): Plugin {
  let outFolder = OUT_FOLDER
  return {
    name: 'copy-pdf-data',
    apply: 'build',
    configResolved: ({ root, build }) => {
      outFolder = resolve(root, build.outDir)
    },
    closeBundle: async () => {
      const data = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
      for (const folder of PDF_DATA)
        await cp(join(data, folder), join(outFolder, 'pdfjs', folder), { recursive: true })
    },
  }
}
