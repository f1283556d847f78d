// The program: the real world, one command line, an exit code.

import { runCommandLine } from './run.ts'
import { homeWorld } from './wire.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), homeWorld())
