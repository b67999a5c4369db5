import { defineConfig } from 'electron-vite'
import manifest from './package.json' with { type: 'json' }

/**
 * Packages that are loaded from their own folder: pdf.js finds its character maps beside itself. All others go into
 * the bundle, because a worker thread cannot load them from inside the archive that the program is packed in.
 */
const UNBUNDLED = ['pdfjs-dist']

/** Bundles the main process, its worker threads and the preload script; `renderer.vite.config.ts` bundles the page. */
// biome-ignore lint/style/noDefaultExport: the bundler reads its configuration from the default export
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: { index: 'main/index.ts', 'desk-worker': 'main/work/desk-worker.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
      externalizeDeps: {
        exclude: Object.keys(manifest.dependencies).filter((name) => !UNBUNDLED.includes(name)),
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: 'main/hosts/electron/preload.ts' },
        // A sandboxed page's preload script is one file, and no module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
      externalizeDeps: false,
    },
  },
})
