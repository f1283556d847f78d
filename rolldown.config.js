// The program as one small entry and one chunk for each command; libraries are bundled and load only where they are used.

import { defineConfig } from 'rolldown'

export default defineConfig({
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  external: [/^node:/, /^@ast-grep\//],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    minify: { compress: true, mangle: true, codegen: true },
    comments: { legal: false },
  },
})
