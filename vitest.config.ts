import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: [
      'test/fixtures/**',
      'bench/accuracy/corpus/**',
      'bench/accuracy/blind/**',
      'bench/accuracy/third/**',
      'bench/accuracy/fourth/**',
      'node_modules/**',
    ],
    globalSetup: 'test/e2e/build.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
