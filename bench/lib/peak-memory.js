// Preloaded into a process whose peak of memory is wanted: writes it, in kilobytes, to the file that PEAK_MEMORY names.

import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  writeFileSync(process.env.PEAK_MEMORY, String(process.resourceUsage().maxRSS))
})
