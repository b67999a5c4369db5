import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Bundles the two sides of the desktop program; the worker keeps a file of its own, loaded by path. */
// biome-ignore lint/style/noDefaultExport: the bundler reads its configuration from the default export
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      lib: { entry: 'main/index.ts' },
      rollupOptions: {
        input: { index: 'main/index.ts', 'check-worker': 'main/work/check-worker.ts' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: { outDir: 'out/renderer', rollupOptions: { input: 'renderer/index.html' } },
  },
})
