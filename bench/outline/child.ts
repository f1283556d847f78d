// One reading of a codebase in a process of its own: `node child.js ROOT CACHE`. Prints what it cost as JSON.

import { existsSync, readFileSync } from 'node:fs'
import { readCodebase } from '../../src/code/facts.ts'

const [root = '.', cacheFolder = ''] = process.argv.slice(2)
const { files, parsed, diagnostics } = await readCodebase(root, { cacheFolder })
process.stdout.write(
  JSON.stringify({
    files: files.length,
    parsed,
    diagnostics: diagnostics.length,
    peakMegabytes: Math.round(peakKilobytes() / 1024),
  }),
)

/** The kernel's own mark of this program; what `resourceUsage` says begins with the memory of the process that started it. */
function peakKilobytes(): number {
  const status = '/proc/self/status'
  const mark = existsSync(status) ? /^VmHWM:\s*(\d+)/m.exec(readFileSync(status, 'utf8')) : null
  return mark ? Number(mark[1]) : process.resourceUsage().maxRSS
}
