// The program: the real world, one command line, an exit code.

import { hushExperiments } from '../base/experiments.ts'
import { runCommandLine } from './run.ts'
import { visible } from './visible.ts'
import { homeWorld } from './wire.ts'

hushExperiments((name, message) => process.stderr.write(`Warning: node/${name} ${message}\n`))

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), homeWorld())
} catch (cause) {
  // A broken invariant of ours: said with its trace, so that it can be reported, and never with the source around it.
  const trace = cause instanceof Error ? cause.stack : String(cause)
  process.stderr.write(
    `Error: internal/bug fixpoint stopped at a fault of its own; nothing more was done. Please report:\n${visible(String(trace))}\n`,
  )
  process.exitCode = 1
}
