// Starts the simulator on the Node that the repository brings: `npm run sim -- --seed N --runs M`.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../test/sim/main.ts', import.meta.url))
const { status, error } = spawnSync('node', [main, ...process.argv.slice(2)], { stdio: 'inherit' })
if (error) throw error
process.exitCode = status ?? 1
