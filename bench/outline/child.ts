// One reading of a codebase in a process of its own: `node child.js ROOT CACHE`. Prints what it cost as JSON.

import { readCodebase } from '../../src/code/facts.ts'

const [root = '.', cacheFolder = ''] = process.argv.slice(2)
const { files, parsed, diagnostics } = await readCodebase(root, { cacheFolder })
process.stdout.write(
  JSON.stringify({
    files: files.length,
    parsed,
    diagnostics: diagnostics.length,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
)
