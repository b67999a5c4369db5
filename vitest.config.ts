import { defineConfig } from 'vitest/config'

// biome-ignore lint/style/noDefaultExport: the test runner reads its configuration from the default export
export default defineConfig({
  test: {
    include: ['{shared,main,renderer,test,bench,eval}/**/*.test.{ts,tsx}'],
    // Reading documents is real work on two slow cores; a test that hangs must still end.
    testTimeout: 60_000,
  },
})
